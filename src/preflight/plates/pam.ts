/** Portable Arbitrary Maps of four inks, one after the other in a stream. */

export interface Raster {
  width: number;
  height: number;
  /** C, M, Y, K of each pixel, 255 for full ink. */
  inks: Uint8Array;
}

/** Larger pages than this (pixels) are posters; they would fill the memory. */
const MAX_PIXELS = 120_000_000;
const MAX_HEADER = 1024;

/**
 * A reader that is fed with pieces of the stream; it gives each whole map to `done`. It returns false when the
 * stream is no such map, and wants no more.
 */
export function pamReader(done: (raster: Raster) => void): (chunk: Uint8Array) => boolean {
  let header = Buffer.alloc(0);
  let raster: Raster | undefined;
  let filled = 0;
  return (chunk) => {
    let rest = chunk;
    while (rest.length > 0) {
      if (!raster) {
        header = Buffer.concat([header, rest]);
        const end = header.indexOf('ENDHDR\n');
        if (end < 0) return header.length < MAX_HEADER;
        raster = begin(header.toString('latin1', 0, end));
        if (!raster) return false;
        rest = header.subarray(end + 7);
        header = Buffer.alloc(0);
        filled = 0;
        continue;
      }
      const piece = rest.subarray(0, raster.inks.length - filled);
      raster.inks.set(piece, filled);
      filled += piece.length;
      rest = rest.subarray(piece.length);
      if (filled === raster.inks.length) {
        done(raster);
        raster = undefined;
      }
    }
    return true;
  };
}

function begin(header: string): Raster | undefined {
  const number = (key: string): number => Number(new RegExp(`^${key} (\\d+)$`, 'm').exec(header)?.[1] ?? Number.NaN);
  const [width, height] = [number('WIDTH'), number('HEIGHT')];
  if (number('DEPTH') !== 4 || number('MAXVAL') !== 255 || !(width * height > 0 && width * height <= MAX_PIXELS)) {
    return undefined;
  }
  return { width, height, inks: new Uint8Array(width * height * 4) };
}
