/**
 * The inks of the book: which CMYK a colour of the screen prints. Three sources in this order: the ink table of the
 * theme, greys (tints of black), and for any other colour the profile of the press, which is noted, because a colour
 * that nobody chose inks for is one that nobody has looked at.
 */

/** Shares from 0 to 1. */
export type Rgb = readonly [red: number, green: number, blue: number];
/** Shares from 0 to 1. */
export type Cmyk = readonly [cyan: number, magenta: number, yellow: number, black: number];

/** A line of the ink table. */
export interface InkEntry {
  name: string;
  rgb: Rgb;
  cmyk: Cmyk;
}

export interface Inks {
  /** The inks of a colour. */
  of(red: number, green: number, blue: number): Cmyk;
  /** The name of a colour that is neither in the table nor grey, `#7a9b3c`; nothing for one that is. */
  foreign(red: number, green: number, blue: number): string | undefined;
  /** Colours that were asked for and that the profile has still to give. */
  wanted(): Rgb[];
  /** Takes what the profile gave for them. */
  learn(colours: readonly Rgb[], inks: readonly Cmyk[]): void;
}

export const BLACK: Cmyk = [0, 0, 0, 1];
/** A colour is that of the table when it comes this near: mixed colours are printed with their fractions. */
const SAME = 0.8 / 255;
/** Channels that differ by less make a grey. */
const GREY = 1.01 / 255;

export function openInks(table: readonly InkEntry[]): Inks {
  const known = new Map<string, Cmyk>();
  const wanted = new Map<string, Rgb>();
  const converted = new Map<string, Cmyk>();

  const chosen = (rgb: Rgb): Cmyk | undefined => {
    const key = rgb.join(' ');
    const before = known.get(key);
    if (before) return before;
    const cmyk = nearest(table, rgb) ?? greyInk(rgb);
    if (cmyk) known.set(key, cmyk);
    return cmyk;
  };
  return {
    of(red, green, blue) {
      const rgb: Rgb = [red, green, blue];
      const cmyk = chosen(rgb) ?? converted.get(hexOf(rgb));
      if (cmyk) return cmyk;
      wanted.set(hexOf(rgb), rgb);
      return BLACK;
    },
    foreign(red, green, blue) {
      const rgb: Rgb = [red, green, blue];
      return chosen(rgb) ? undefined : hexOf(rgb);
    },
    wanted: () => [...wanted.values()],
    learn(colours, inks) {
      for (const [i, colour] of colours.entries()) {
        wanted.delete(hexOf(colour));
        converted.set(hexOf(colour), inks[i] as Cmyk);
      }
    },
  };
}

/** `#8c1c13` */
export function hexOf(rgb: Rgb): string {
  return `#${rgb
    .map((share) =>
      Math.round(share * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

function nearest(table: readonly InkEntry[], rgb: Rgb): Cmyk | undefined {
  let best: InkEntry | undefined;
  let least = SAME;
  for (const entry of table) {
    const distance = Math.max(...entry.rgb.map((share, i) => Math.abs(share - (rgb[i] as number))));
    if (distance > least) continue;
    least = distance;
    best = entry;
  }
  return best?.cmyk;
}

/** Black is K100, white no ink at all, and a grey is the tint of K between them. */
function greyInk(rgb: Rgb): Cmyk | undefined {
  const [lightest, darkest] = [Math.max(...rgb), Math.min(...rgb)];
  return lightest - darkest <= GREY ? tint((lightest + darkest) / 2) : undefined;
}

/** The tint of K that stands for a grey: 0 is black, 1 white. */
export function tint(grey: number): Cmyk {
  const black = 1 - Math.min(1, Math.max(0, grey));
  // An eight-bit white or black may come with a fraction.
  return [0, 0, 0, black < 0.002 ? 0 : black > 0.998 ? 1 : black];
}

/** K100 and nothing else. */
export function isBlack([cyan, magenta, yellow, black]: Cmyk): boolean {
  return black === 1 && cyan === 0 && magenta === 0 && yellow === 0;
}

/** `0.2 1 1 0.3`: to a hundredth of a percent. */
export function operandsOf(cmyk: Cmyk): string {
  return cmyk.map((share) => String(Math.round(share * 10000) / 10000)).join(' ');
}
