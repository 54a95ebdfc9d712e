/**
 * Sheets: Paged.js makes the pages of a flow (page box, margin boxes, named page, running heads). Only its breaking is
 * replaced: `Chunker.layout` takes the pieces that were cut from the galley instead of looking for overflow.
 */
import { alignBoxes, type PlacedPiece, placePiece } from './boxes.js';
import { cut, type Piece } from './cut.js';
import { placeFigures } from './figures/floats.js';
import { type Galley, galleyOf } from './galley.js';
import { settleIndexColumns } from './index-columns.js';
import { type Stretch, stretchesOf } from './leaves.js';
import { writeLetters } from './letters.js';
import { composeLines } from './lines.js';
import { moveStrandedTitle } from './stranded.js';
import { mindRepeatedHeads } from './table/repeated-head.js';
import { settleTables } from './table/settled-table.js';
import { drawTableRules } from './table/table-rules.js';

/** What our code uses of Paged.js 0.4.3; it ships no types. */
export interface PagedPage {
  element: HTMLElement;
  wrapper: HTMLElement;
  createWrapper(): HTMLElement;
}

interface PagedHook {
  trigger(...values: unknown[]): Promise<unknown>;
}

export interface PagedChunker {
  pages: PagedPage[];
  total: number;
  pagesArea: HTMLElement;
  hooks: Record<'beforePageLayout' | 'afterPageLayout' | 'finalizePage', PagedHook>;
  setup(renderTo: Element): void;
  flow(content: DocumentFragment): Promise<unknown>;
  addPage(blank?: boolean): PagedPage;
  layout: (content: DocumentFragment) => AsyncGenerator<undefined>;
}

interface PagedPreviewer {
  polisher: { setup(): void; add(...sheets: (string | Record<string, string>)[]): Promise<unknown> };
  chunker: PagedChunker;
  handlers: unknown;
  initializeHandlers(): unknown;
}

declare global {
  interface Window {
    Paged: { Previewer: new () => PagedPreviewer };
    PagedConfig: { auto: boolean };
  }
}

/** Prepares Paged.js with the page styles of the theme; `root` receives the flows. */
export async function openSheets(pageStyles: string, root: Element): Promise<PagedChunker> {
  const previewer = new window.Paged.Previewer();
  previewer.polisher.setup();
  previewer.handlers = previewer.initializeHandlers();
  await previewer.polisher.add({ [window.location.href]: pageStyles });
  const { chunker } = previewer;
  chunker.layout = layoutPieces;
  chunker.setup(root);
  chunker.pagesArea.remove();
  return chunker;
}

/** Breaks one flow into pages inside `area`. */
export async function makePages(chunker: PagedChunker, area: HTMLElement, content: DocumentFragment): Promise<void> {
  chunker.pages = [];
  chunker.total = 0;
  chunker.pagesArea = area;
  await chunker.flow(content);
}

/** The pages of one flow: takes the place of Paged.js's own breaking. */
async function* layoutPieces(this: PagedChunker, content: DocumentFragment): AsyncGenerator<undefined> {
  const root = content.firstElementChild as HTMLElement;
  const probe = await addPage(this, content, root);
  const galley = galleyOf(root, probe.element);
  let pieces: Piece[];
  try {
    composeLines(root);
    settleTables(root);
    mindRepeatedHeads(root);
    settleIndexColumns(root, galley);
    let stretches = settleTitles(root, galley);
    if (placeFigures(root, galley.frame, () => settleTitles(root, galley))) {
      mindRepeatedHeads(root);
      stretches = settleTitles(root, galley);
    }
    pieces = cut(root, stretches);
  } finally {
    galley.element.remove();
  }
  const following = root.cloneNode(false) as HTMLElement;
  following.dataset.splitFrom = 'galley';
  // Paged.js asks a start element for its parent.
  document.createDocumentFragment().append(following);

  // Paged.js measures every page it adds; while the pages are hidden that costs no layout, and one pass does for all.
  this.pagesArea.hidden = true;
  const last = pieces.at(-1)?.slot.page ?? 0;
  const placed: PlacedPiece[] = [];
  for (let number = 0; number <= last; number += 1) {
    const page = number === 0 ? probe : await addPage(this, content, following);
    for (const piece of pieces) if (piece.slot.page === number) placed.push(placePiece(piece, page.wrapper, root));
  }
  this.pagesArea.hidden = false;
  alignBoxes(placed);
  drawTableRules(placed.map(({ box }) => box));
  writeLetters(this.pages);
  for (const page of this.pages) {
    await this.hooks.afterPageLayout.trigger(page.element, page, undefined, this);
    closeStrings(page.element.style);
    await this.hooks.finalizePage.trigger(page.element, page, undefined, this);
  }
  yield undefined;
}

/** Gives the stretches of a flow whose titles over several columns all have text below them. */
function settleTitles(root: HTMLElement, { frame }: Galley): Stretch[] {
  let stretches = stretchesOf(root, frame);
  while (moveStrandedTitle(stretches, frame.pageHeight)) stretches = stretchesOf(root, frame);
  return stretches;
}

/**
 * Paged.js leaves the strings of running heads without their closing quotes. The browser forgives that until the style
 * is written out as HTML: then the first string swallows what follows it, and kept pages would come back without heads.
 */
function closeStrings(style: CSSStyleDeclaration): void {
  for (const name of [...style]) {
    const value = style.getPropertyValue(name).trim();
    const open = value === '"' || !value.endsWith('"');
    if (name.startsWith('--pagedjs-string-') && open) style.setProperty(name, `${value}"`);
  }
}

async function addPage(chunker: PagedChunker, content: DocumentFragment, start: HTMLElement): Promise<PagedPage> {
  const page = chunker.addPage();
  await chunker.hooks.beforePageLayout.trigger(page, content, { node: start }, chunker);
  page.createWrapper();
  return page;
}
