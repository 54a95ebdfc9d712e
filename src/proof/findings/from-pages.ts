/** Findings on the pages themselves: lines that the inspector has marked, and photos too coarse for their size. */
import type { Breach } from '../../inspect/layout.js';
import { columnLetter, formatAddress } from '../address.js';
import type { Finding, LineAddress, ProofColumn, ProofPage, ProofPhoto } from '../model.js';
import { LAYOUT_REMEDIES } from './layout-remedies.js';

/** Pixels an inch: what a photo should have at its size, and what it must have; as in the preflight. */
const WANTED_PPI = 300;
const LEAST_PPI = 225;

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

/** The photos of a page that have too few pixels for the size at which they stand. */
export function photoFindings(page: FindingPage): Unnumbered[] {
  return page.photos
    .filter(({ ppi }) => ppi < WANTED_PPI)
    .map((photo): Unnumbered => {
      const { file, ppi } = photo;
      const address = lineAt(page, photo);
      const tooFew = ppi < LEAST_PPI;
      return {
        key: `photo-resolution\n${file}`,
        severity: tooFew ? 'error' : 'warning',
        rule: 'photo-resolution',
        author: '照片',
        reason: `照片按这个尺寸只有 ${Math.floor(ppi)} ppi，${tooFew ? `低于 ${LEAST_PPI}，印出来会模糊` : `不足 ${WANTED_PPI}`}`,
        remedy: '向供稿单位要原图，或者把照片排小',
        text: file,
        ...(address !== undefined && { address }),
      };
    });
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
