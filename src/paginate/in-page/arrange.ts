/**
 * Arranging: the flows in the order of the book, blank pages where a recto is wanted, sides, folios and thumb tabs on
 * every page.
 */
import type { PagedChunker, PagedPage } from './sheets.js';
import { hangTab } from './thumb-tab.js';

/** How one page of the book is to be: which page of which flow, or a blank. */
export interface SheetPlan {
  /** The flow; absent for a blank page. */
  flow?: string;
  side: 'left' | 'right';
  /** Printed folio; empty where none is wanted. */
  folio: string;
  /** 书口标: its words, and which of the tabs of the book it is, from 0. */
  tab?: { words: string; order: number };
}

/** What Paged.js makes for every page and ours never show: each of them costs the printer time. */
const UNUSED = '.pagedjs_bleed, .pagedjs_footnote_area, [class$="-corner-holder"]';
/**
 * Side margins are asked when a page is turned to the other side, and not after that. The empty boxes of the top and
 * bottom margins stay to the end, because the filled ones take their place from them.
 */
const UNUSED_WHEN_TURNED = `${UNUSED}, .pagedjs_margin-left, .pagedjs_margin-right`;

/** Puts the pages of all flows in order under `root`, ready to print. */
export async function arrangePages(
  chunker: PagedChunker,
  areas: ReadonlyMap<string, HTMLElement>,
  plan: SheetPlan[],
  root: Element,
): Promise<void> {
  for (const blank of root.querySelectorAll('.pagedjs_blank_page')) blank.remove();
  const taken = new Map<string, number>();
  let area: HTMLElement | undefined;
  for (const sheet of plan) {
    let page: HTMLElement | undefined;
    if (sheet.flow === undefined) {
      page = await blankPage(chunker, area ?? (root as HTMLElement));
    } else {
      area = areas.get(sheet.flow) as HTMLElement;
      const number = taken.get(sheet.flow) ?? 0;
      if (number === 0) root.append(area);
      page = area.querySelectorAll<HTMLElement>(':scope > .pagedjs_page')[number];
      taken.set(sheet.flow, number + 1);
    }
    if (page) await dress(chunker, page, sheet);
  }
  for (const element of root.querySelectorAll(UNUSED_WHEN_TURNED)) element.remove();
  await Promise.all([...root.querySelectorAll<HTMLImageElement>('img[data-src]')].map(showPicture));
}

/** Takes out of finished pages what they never show. */
export function stripPages(root: Element): void {
  for (const element of root.querySelectorAll(UNUSED)) element.remove();
}

/** Loads the file of a photo. Throws where it is missing: a lost picture must not go unnoticed. */
function showPicture(image: HTMLImageElement): Promise<void> {
  return new Promise((resolve, reject) => {
    image.onload = () => resolve();
    image.onerror = () => reject(new Error(`picture not loaded: ${image.dataset.src}`));
    image.src = image.dataset.src as string;
  });
}

async function blankPage(chunker: PagedChunker, area: HTMLElement): Promise<HTMLElement> {
  chunker.pages = [];
  chunker.total = 0;
  chunker.pagesArea = area;
  const page = chunker.addPage(true);
  page.element.classList.remove('pagedjs_first_page');
  return page.element;
}

/** Side, folio and tab. Paged.js chose the margin boxes for the side the page was made on; on the other they are chosen anew. */
async function dress(chunker: PagedChunker, page: HTMLElement, sheet: SheetPlan): Promise<void> {
  page.style.setProperty('--folio', `"${sheet.folio}"`);
  page.removeAttribute('id');
  hangTab(page, sheet.tab);
  const turned = !page.classList.contains(`pagedjs_${sheet.side}_page`);
  if (!turned) return;
  page.classList.remove('pagedjs_left_page', 'pagedjs_right_page');
  page.classList.add(`pagedjs_${sheet.side}_page`);
  for (const margin of page.querySelectorAll('.hasContent')) margin.classList.remove('hasContent');
  for (const group of page.querySelectorAll<HTMLElement>('[class^="pagedjs_margin-"]')) group.removeAttribute('style');
  const paged: Pick<PagedPage, 'element'> = { element: page };
  await chunker.hooks.finalizePage.trigger(page, paged, undefined, chunker);
}
