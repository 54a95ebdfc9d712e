/**
 * Grey photos are printed with black alone: four inks that are a hair out of register, or out of balance, would give
 * them a colour. Each grey becomes the tint of black that looks as light, with the black of the photo as full black and
 * its white as the paper.
 */
import type { ColourEngine, ColourSide } from '../profile/colour-engine.js';

/** The tint of black, 0 to 255, for each of the 256 greys. */
export type BlackScale = Uint8Array;

const LEVELS = 256;

/** Nothing where the profile of the photo is unfit. */
export function makeBlackScale(engine: ColourEngine, photo: ColourSide, press: Uint8Array): BlackScale | undefined {
  const channels = photo.space === 'GRAY' ? 1 : 3;
  const greys = Uint16Array.from({ length: LEVELS * channels }, (_, index) => Math.floor(index / channels) * 257);
  const wanted = luminances(engine.convert(greys, photo, { space: 'Lab' }, '相对色度'));
  const tints = Uint16Array.from({ length: LEVELS * 4 }, (_, index) =>
    index % 4 === 3 ? Math.floor(index / 4) * 257 : 0,
  );
  // Absolute, so that the engine does not stretch a single ink to the black of four.
  const printed = luminances(engine.convert(tints, { space: 'CMYK', icc: press }, { space: 'Lab' }, '绝对色度'));
  if (!wanted || !printed) return undefined;
  const paper = printed[0] as number;
  const black = (printed[LEVELS - 1] as number) / paper;
  return Uint8Array.from(wanted, (light) => {
    const target = paper * (black + Math.min(1, light) * (1 - black));
    const darker = printed.findIndex((each) => each <= target);
    if (darker <= 0) return darker === 0 ? 0 : LEVELS - 1;
    const [above, below] = [printed[darker - 1] as number, printed[darker] as number];
    return Math.round(darker - (target - below) / (above - below));
  });
}

/** Y of 16-bit Lab, 0 to 1 (CIE 15). */
function luminances(lab: Uint16Array | undefined): number[] | undefined {
  if (!lab) return undefined;
  return Array.from({ length: lab.length / 3 }, (_, index) => {
    const lightness = ((lab[index * 3] as number) * 100) / 0xffff;
    return lightness > 8 ? ((lightness + 16) / 116) ** 3 : lightness / 903.3;
  });
}
