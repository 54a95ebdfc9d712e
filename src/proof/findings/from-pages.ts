/** Findings on the pages themselves: lines that the inspector has marked; and where a photo stands. */
import type { Breach } from '../../inspect/layout.js';
import { columnLetter, formatAddress } from '../address.js';
import type { Finding, LineAddress, ProofColumn, ProofPage, ProofPhoto } from '../model.js';
import { LAYOUT_REMEDIES } from './layout-remedies.js';

/** What findings ask of a page. */
export interface FindingPage extends Pick<ProofPage, 'sheet' | 'folio' | 'photos'> {
  columns: readonly Pick<ProofColumn, 'letter' | 'lines'>[];
}

/** A finding that has no number yet, with the words that make it. */
export interface Unnumbered extends Omit<Finding, 'number'> {
  key: string;
}

/** A breach on one of the pages, as a finding; none where it stands on another page. */
export function breachFinding(
  breach: Breach,
  pages: readonly FindingPage[],
  ruleNames: ReadonlyMap<string, string>,
): Unnumbered[] {
  const { rule, kind, sheet, column, line, what, text, source } = breach;
  const page = pages.find((each) => each.sheet === sheet);
  if (!page) return [];
  const spans = page.columns.some(({ letter }) => letter === 't');
  const address = formatAddress({ folio: page.folio, letter: columnLetter(column - 1, spans), line });
  const remedy = LAYOUT_REMEDIES[rule];
  return [
    {
      key: `${rule}\n${text}`,
      severity: kind === 'forced' ? 'note' : 'warning',
      rule,
      author: '版面',
      reason: `${ruleNames.get(rule) ?? rule}：${what}`,
      ...(remedy !== undefined && kind !== 'forced' && { remedy }),
      text,
      address,
      ...(source && { place: source }),
    },
  ];
}

/**
 * The line nearest to each photo of a manuscript, mostly its caption: a photo prints no words of its own, so a message
 * about one has no other address.
 */
export function photoAddress(pages: readonly FindingPage[], file: string): LineAddress | undefined {
  for (const page of pages) {
    const photo = page.photos.find((each) => each.file === file);
    if (photo) return lineAt(page, photo);
  }
  return undefined;
}

/** The line nearest to a photo: mostly its caption. What stands below and in its columns is nearer. */
function lineAt({ columns }: FindingPage, { left, right, top, bottom }: ProofPhoto): LineAddress | undefined {
  let best: { address: LineAddress; distance: number } | undefined;
  for (const { lines } of columns) {
    for (const { address, x, end, y } of lines) {
      const aside = Math.max(0, left - end, x - right);
      const below = y >= bottom ? y - bottom : 2 * Math.max(0, top - y);
      const distance = Math.hypot(aside * 2, below);
      if (!best || distance < best.distance) best = { address, distance };
    }
  }
  return best?.address;
}
