/**
 * 油墨表: which inks print the colours of a theme. The ink.css of a theme says for each colour how it looks on the screen
 * and, under the same name with `-press`, of which inks it is printed (CSS Color 5, device-cmyk, in per cent):
 *
 *     --accent: #8c1c13;
 *     --accent-press: device-cmyk(20% 100% 100% 30%);
 *
 * A colour mixed with white is a tint of the inks of the other, a grey a tint of black, and `var()` another name.
 */

/** Shares from 0 to 1. */
export type Shares<N extends 3 | 4> = N extends 3
  ? readonly [red: number, green: number, blue: number]
  : readonly [cyan: number, magenta: number, yellow: number, black: number];

export interface InkRow {
  /** `--accent` */
  name: string;
  rgb: Shares<3>;
  cmyk: Shares<4>;
}

/** A colour of the theme for which nobody chose inks. */
export interface InklessColour {
  name: string;
  rgb: Shares<3>;
}

export interface InkTable {
  rows: InkRow[];
  inkless: InklessColour[];
}

type Declarations = ReadonlyMap<string, string>;

/** The custom properties of style sheets; those of later sheets take the place of earlier ones. */
export function readDeclarations(sheets: readonly string[]): Map<string, string> {
  const declarations = new Map<string, string>();
  for (const sheet of sheets) {
    const plain = sheet.replace(/\/\*[\s\S]*?\*\//gu, '');
    for (const [, name = '', value = ''] of plain.matchAll(/(--[a-z-]+)\s*:\s*([^;}]+)/gu)) {
      // A colour that a theme sets anew has no longer the inks of the old one.
      if (!name.endsWith(PRESS)) declarations.delete(`${name}${PRESS}`);
      declarations.set(name, value.trim());
    }
  }
  return declarations;
}

const PRESS = '-press';

/** The ink table of a theme. */
export function inkTableOf(declarations: Declarations): InkTable {
  const rows: InkRow[] = [];
  const inkless: InklessColour[] = [];
  for (const name of declarations.keys()) {
    if (name.endsWith(PRESS)) continue;
    const rgb = screenColour(name, declarations);
    if (!rgb) continue;
    const cmyk = inksOf(name, declarations);
    if (cmyk) rows.push({ name, rgb, cmyk });
    else inkless.push({ name, rgb });
  }
  return { rows, inkless };
}

const ALIAS = /^var\((--[a-z-]+)\)$/u;
const MIX = /^color-mix\(in srgb, var\((--[a-z-]+)\) (\d+(?:\.\d+)?)%, #fff\)$/u;
const INKS = /^device-cmyk\((\d+(?:\.\d+)?)% (\d+(?:\.\d+)?)% (\d+(?:\.\d+)?)% (\d+(?:\.\d+)?)%\)$/u;
/** Names that lead in a circle give nothing. */
const DEEPEST = 8;

/** The colour of a property on the screen; nothing for one that is no colour. */
export function screenColour(name: string, declarations: Declarations, depth = 0): Shares<3> | undefined {
  const value = declarations.get(name) ?? '';
  if (depth > DEEPEST) return undefined;
  const [, alias] = ALIAS.exec(value) ?? [];
  if (alias) return screenColour(alias, declarations, depth + 1);
  const [, base, percent] = MIX.exec(value) ?? [];
  if (base) {
    const share = Number(percent) / 100;
    const colour = screenColour(base, declarations, depth + 1);
    return colour?.map((each) => each * share + 1 - share) as unknown as Shares<3> | undefined;
  }
  return hexColour(value);
}

/** `#8c1c13`, `#fff` */
export function hexColour(text: string): Shares<3> | undefined {
  const [, digits = ''] = /^#([\da-f]{3}|[\da-f]{6})$/iu.exec(text) ?? [];
  const pairs = digits.length === 3 ? [...digits].map((digit) => digit + digit) : (digits.match(/../gu) ?? []);
  if (pairs.length !== 3) return undefined;
  return pairs.map((pair) => Number.parseInt(pair, 16) / 255) as unknown as Shares<3>;
}

function inksOf(name: string, declarations: Declarations, depth = 0): Shares<4> | undefined {
  if (depth > DEEPEST) return undefined;
  const chosen = INKS.exec(declarations.get(`${name}${PRESS}`) ?? '');
  if (chosen) return chosen.slice(1).map((percent) => Number(percent) / 100) as unknown as Shares<4>;
  const value = declarations.get(name) ?? '';
  const [, alias] = ALIAS.exec(value) ?? [];
  if (alias) return inksOf(alias, declarations, depth + 1);
  const [, base, percent] = MIX.exec(value) ?? [];
  if (base) {
    const inks = inksOf(base, declarations, depth + 1);
    return inks?.map((ink) => tintOf(ink, Number(percent) / 100)) as unknown as Shares<4> | undefined;
  }
  const [red = 0, green = 0, blue = 0] = hexColour(value) ?? [];
  return hexColour(value) && red === green && green === blue ? [0, 0, 0, round(1 - red)] : undefined;
}

/** Dots smaller than this do not hold on the plate, and where some hold and some do not the tint is blotched. */
const LEAST_DOT = 0.03;

function tintOf(ink: number, share: number): number {
  const dot = round(ink * share);
  return dot < LEAST_DOT ? 0 : dot;
}

/** To a hundredth of a per cent. */
function round(share: number): number {
  return Math.round(share * 10000) / 10000;
}
