/** 配色: accent colours with a name, after Chinese pigments. Each is dark enough to print type in. */
export const PALETTES: Readonly<Record<string, string>> = {
  朱砂: '#8c1c13',
  赭石: '#7a4a21',
  墨绿: '#1f4d3a',
  石青: '#1d4e79',
  黛蓝: '#2f3e6b',
  绛紫: '#5c2350',
  玄青: '#3a3f47',
};

/**
 * The inks of each, per cent of cyan, magenta, yellow and black: near the colour on coated paper, in whole numbers, and
 * well below the limit of all four together.
 */
export const PALETTE_INKS: Readonly<Record<string, readonly [number, number, number, number]>> = {
  朱砂: [25, 100, 100, 30],
  赭石: [35, 68, 95, 36],
  墨绿: [82, 45, 76, 45],
  石青: [95, 70, 30, 15],
  黛蓝: [90, 82, 32, 20],
  绛紫: [62, 96, 38, 35],
  玄青: [60, 45, 35, 60],
};

const OWN = /^#?([\da-f]{6})$/iu;

/** The colour of a name or of six hexadecimal digits, as `#rrggbb`; nothing for anything else. */
export function accentOf(text: string): string | undefined {
  if (Object.hasOwn(PALETTES, text)) return PALETTES[text];
  const [, digits] = OWN.exec(text) ?? [];
  return digits && `#${digits.toLowerCase()}`;
}

/**
 * Contrast with white paper, from 1 to 21 (WCAG 2, relative luminance). Below 3 a title can hardly be read.
 */
export function contrastWithPaper(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => linear(Number.parseInt(colour.slice(at, at + 2), 16)));
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}

function linear(value: number): number {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

/** The inks of a named colour, by its `#rrggbb`; nothing for a colour of the book's own. */
export function accentInks(colour: string): readonly [number, number, number, number] | undefined {
  const name = Object.keys(PALETTES).find((each) => PALETTES[each] === colour);
  return name === undefined ? undefined : PALETTE_INKS[name];
}
