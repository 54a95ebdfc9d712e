/** From the numbers of a picture to the inks of the press, by what the picture is. */
import { createHash } from 'node:crypto';
import type { RenderingIntent } from '../../tree/press-settings.js';
import type { ColourEngine, ColourSide } from '../profile/colour-engine.js';
import type { CmykProfile } from '../profile/profile.js';
import { type BlackScale, makeBlackScale } from './black-scale.js';
import { applyColourTable, type ColourTable, makeColourTable } from './colour-table.js';
import { limitInk } from './ink-limit.js';
import type { Picture } from './picture.js';
import type { Treatment } from './treatment.js';

export interface InkMaker {
  make(picture: Picture): { inks: Uint8Array; treatment: Treatment };
}

/**
 * The colours of a grey photo stored as RGB differ by nothing, or by a level or two where it was made smaller. A
 * photo toned on purpose (sepia) differs by ten.
 */
const NEUTRAL = 2;

const SRGB: ColourSide = { space: 'sRGB' };

/** @param limit total ink in levels */
export function openInkMaker(
  engine: ColourEngine,
  profile: CmykProfile,
  intent: RenderingIntent,
  limit: number,
): InkMaker {
  const press = profile.bytes;
  const tables = new Map<string, ColourTable | undefined>();
  const scales = new Map<string, BlackScale | undefined>();
  // An unfit profile says nothing about the photo: it is taken for sRGB, as screens do.
  const sure = <T>(one: T | undefined, other: () => T | undefined): T => {
    const made = one ?? other();
    if (!made) throw new Error(`no inks through the profile ${profile.name}`);
    return made;
  };
  const table = (side: ColourSide): ColourTable | undefined =>
    kept(tables, side, () => makeColourTable(engine, side, press, intent, limit));
  const scale = (side: ColourSide): BlackScale | undefined =>
    kept(scales, side, () => makeBlackScale(engine, side, press));

  return {
    make({ space, data, icc }) {
      if (space !== 'CMYK') {
        const side: ColourSide = icc ? { space, icc } : SRGB;
        if (space === 'RGB' && !isNeutral(data)) {
          const colours = sure(table(side), () => table(SRGB));
          return { inks: applyColourTable(colours, data), treatment: 'colour' };
        }
        const tints = sure(scale(side), () => scale(SRGB));
        return { inks: withBlack(data, space === 'GRAY' ? 1 : 3, tints), treatment: 'black' };
      }
      if (isBlackOnly(data)) return { inks: withBlack(data, 4, PLAIN), treatment: 'black' };
      const treatment = treatmentOf(icc, press);
      const converted =
        treatment === 'converted' && icc
          ? engine.convert(data, { space: 'CMYK', icc }, { space: 'CMYK', icc: press }, intent)
          : undefined;
      const inks = converted ?? new Uint8Array(data);
      for (let at = 0; at < inks.length; at += 4) limitInk(inks, at, limit);
      return { inks, treatment: treatment === 'converted' && !converted ? 'untagged' : treatment };
    },
  };
}

function treatmentOf(icc: Uint8Array | undefined, press: Uint8Array): Treatment {
  if (!icc) return 'untagged';
  return isSameProfile(icc, press) ? 'own' : 'converted';
}

/** Programs that embed a profile may set its flags and its rendering intent anew (ISO 15076-1, 7.2.11 and 7.2.15). */
function isSameProfile(one: Uint8Array, other: Uint8Array): boolean {
  const bare = (bytes: Uint8Array): Buffer => Buffer.from(bytes).fill(0, 44, 48).fill(0, 64, 68).fill(0, 84, 100);
  return one.length === other.length && bare(one).equals(bare(other));
}

function isNeutral(rgb: Uint8Array): boolean {
  for (let at = 0; at < rgb.length; at += 3) {
    const [r, g, b] = [rgb[at] as number, rgb[at + 1] as number, rgb[at + 2] as number];
    if (Math.max(r, g, b) - Math.min(r, g, b) > NEUTRAL) return false;
  }
  return true;
}

/** A grey photo in CMYK has its tints of black already, which hold for any press better than four inks would. */
function isBlackOnly(inks: Uint8Array): boolean {
  for (let at = 0; at < inks.length; at += 4) {
    if (Math.max(inks[at] as number, inks[at + 1] as number, inks[at + 2] as number) > NEUTRAL) return false;
  }
  return true;
}

const PLAIN: BlackScale = Uint8Array.from({ length: 256 }, (_, level) => level);
/** Where the grey stands in a pixel: of RGB the green, which is between the others where they differ. */
const GREY_AT = { 1: 0, 3: 1, 4: 3 } as const;

function withBlack(data: Uint8Array, channels: 1 | 3 | 4, scale: BlackScale): Uint8Array {
  const inks = new Uint8Array((data.length / channels) * 4);
  for (let from: number = GREY_AT[channels], to = 3; to < inks.length; from += channels, to += 4) {
    inks[to] = scale[data[from] as number] as number;
  }
  return inks;
}

function kept<T>(shelf: Map<string, T>, side: ColourSide, make: () => T): T {
  const key = 'icc' in side ? createHash('sha256').update(side.icc).digest('hex') : side.space;
  if (!shelf.has(key)) shelf.set(key, make());
  return shelf.get(key) as T;
}
