/** What a sheet is called: 57页; 56—57页; 彩页 where a page bears no folio. */
import type { SheetSlots } from './slots.js';
import { fill, WORDS } from './words.js';

/** In a list of sheets, and in the head strip. */
export function titleOf(slots: SheetSlots): { short: string; long: string } {
  const folios = slots.map(({ page }) => page.folio).filter(Boolean);
  const flows = [...new Set(slots.map(({ page }) => page.title).filter(Boolean))].join('、');
  const [first, last] = [folios[0], folios.at(-1)];
  if (first === undefined) return { short: flows, long: flows };
  const short =
    folios.length > 1 ? fill(WORDS.folios, { first, last: last as string }) : fill(WORDS.folio, { folio: first });
  return { short, long: flows ? `${short}　${flows}` : short };
}
