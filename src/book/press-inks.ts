/** The ink table of a book: that of its theme, with the accent that book.yaml chooses. */
import { readFileSync } from 'node:fs';
import { type InkRow, inkTableOf, readDeclarations } from '../design/ink-table.js';
import { accentInks } from '../design/palettes.js';
import { type Cmyk, convertColours } from '../press/profile/convert-colours.js';
import type { CmykProfile } from '../press/profile/profile.js';
import type { LayoutSettings } from '../tree/layout.js';
import { inkSheets } from './theme.js';

/** Every colour of the styles with its inks. A colour nobody chose inks for gets those of the profile, in whole per cent. */
export async function inkTable(layout: LayoutSettings, profile: CmykProfile): Promise<InkRow[]> {
  const declarations = readDeclarations(inkSheets(layout).map((sheet) => readFileSync(sheet, 'utf8')));
  const { accent } = layout;
  if (accent !== undefined) {
    const inks = accentInks(accent);
    declarations.set('--accent', accent);
    declarations.delete('--accent-press');
    if (inks) declarations.set('--accent-press', deviceCmyk(inks));
  }
  const { rows, inkless } = inkTableOf(declarations);
  // Those mixed of another get the tints of its inks when it has them.
  const bases = inkless.filter(({ name }) => declarations.get(name)?.startsWith('#'));
  if (bases.length === 0) return rows;
  const converted = await convertShares(
    bases.map(({ rgb }) => rgb),
    profile,
  );
  for (const [i, { name }] of bases.entries()) {
    const inks = (converted[i] as Cmyk).map((share) => Math.round(share * 100));
    declarations.set(`${name}-press`, deviceCmyk(inks));
  }
  return inkTableOf(declarations).rows;
}

/** The inks of colours given in shares from 0 to 1. */
export function convertShares(
  colours: readonly (readonly [number, number, number])[],
  profile: CmykProfile,
): Promise<Cmyk[]> {
  const bytes = colours.map(([red, green, blue]) => [red * 255, green * 255, blue * 255] as const);
  return convertColours(bytes, profile);
}

function deviceCmyk(percents: readonly number[]): string {
  return `device-cmyk(${percents.map((percent) => `${percent}%`).join(' ')})`;
}
