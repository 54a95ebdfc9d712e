/**
 * Total ink (总墨量): where the four inks of a spot are more than paper can dry, grey made of three inks becomes black,
 * and what is still too much is taken from cyan, magenta and yellow in proportion, so that the hue stays.
 *
 * Both steps begin with nothing at the limit and grow with the excess: no edge appears in a shadow.
 */

/** How much black stands for a part of grey taken out of the three colours: measured, see the test. */
const BLACK_FOR_GREY = 0.6;
/** Full ink of 8-bit pixels. */
const FULL = 255;

/** The most that the four inks of an 8-bit pixel may add up to. */
export function levelsOf(percent: number): number {
  return (percent * FULL) / 100;
}

/** Brings the pixel at `at` below `limit`, which is in levels. Black is never lessened. */
export function limitInk(inks: Uint8Array | Float32Array, at: number, limit: number): void {
  const [c = 0, m = 0, y = 0, k = 0] = [inks[at], inks[at + 1], inks[at + 2], inks[at + 3]];
  const excess = c + m + y + k - limit;
  if (excess <= 0) return;
  const grey = Math.min(excess / (3 - BLACK_FOR_GREY), c, m, y, (FULL - k) / BLACK_FOR_GREY);
  const rest = excess - grey * (3 - BLACK_FOR_GREY);
  const colour = c + m + y - 3 * grey;
  const share = colour > 0 ? Math.max(0, 1 - rest / colour) : 0;
  const whole = inks instanceof Uint8Array;
  // Whole numbers are rounded down: four of them rounded up would pass the limit again.
  const floor = (value: number): number => (whole ? Math.floor(value + 1e-6) : value);
  inks[at] = floor((c - grey) * share);
  inks[at + 1] = floor((m - grey) * share);
  inks[at + 2] = floor((y - grey) * share);
  inks[at + 3] = floor(k + grey * BLACK_FOR_GREY);
}

/** The most ink on any pixel, in levels. */
export function mostInk(pixels: Uint8Array): number {
  let most = 0;
  for (let at = 0; at < pixels.length; at += 4) {
    const total =
      (pixels[at] as number) + (pixels[at + 1] as number) + (pixels[at + 2] as number) + (pixels[at + 3] as number);
    if (total > most) most = total;
  }
  return most;
}
