/**
 * The proof for the screen: one HTML file that shows every sheet as the PDF does. The pages of the book are the finished
 * pages themselves, so text can be searched and marked; everything drawn is one SVG a sheet; fonts and photos are inside.
 * It opens by a double click, asks no network, and runs no script but its own.
 */
import { createHash } from 'node:crypto';
import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { serializeOuter } from 'parse5';
import { embeddedFontCss } from '../../fonts/embedded.js';
import type { PlacedPage, Sheet, SheetLink } from '../drawing.js';
import { DESK_SCRIPT } from './desk-script.js';
import { DESK_STYLE } from './desk-style.js';
import { drawSheet } from './drawing-svg.js';
import { embedPhotos } from './embedded-photos.js';
import {
  attribute,
  elementsIn,
  type FinishedDocument,
  type FinishedPage,
  type PageElement,
  readFinished,
  setAttribute,
} from './finished-document.js';
import { sideList } from './list.js';
import { noteMark, notePopover } from './notes.js';

export interface ScreenProof {
  /** The finished document (`Paginator.finished`), arranged. */
  document: string;
  /**
   * The sheets that the document was arranged with (`Paginator.arrange`), in their order: pages of the PDF of the book,
   * from 1. Flows are arranged as a whole or not at all; those that were not stand before the others and are left out.
   */
  documentSheets: readonly number[];
  sheets: readonly Sheet[];
  title: string;
  /** Under the title: 一校　2022-09-01 10:20. */
  subtitle?: string;
  /** Colours in which changes are marked; what is drawn in one of them can be hidden. */
  changeColours?: readonly string[];
  /** Folder for coverage and subsets of fonts. */
  fontCache: string;
}

/** Paints the proof. Throws where a page, a photo or a style sheet is missing. */
export async function paintScreen(proof: ScreenProof): Promise<string> {
  const { sheets, title, changeColours = [] } = proof;
  const finished = readFinished(proof.document);
  const pages = pagesBySheet(finished.pages, proof.documentSheets);
  const used = sheets.flatMap((sheet) => sheet.pages.map((placed) => pageAt(placed, pages).element));
  const elements = [...new Set(used)].flatMap((page) => [...elementsIn(page)]);
  await embedPhotos(elements);
  dropBlindLinks(elements);
  const anchors = anchorsOf(sheets);
  const drawings = sheets.map((sheet) => drawSheet(sheet, changeColours));
  const shown = sheets.map((sheet, at) =>
    paintSheet(sheet, at, { finished, pages, drawing: drawings[at] as Element, anchors: anchors.get(at) ?? [] }),
  );
  const body = write(
    h('body', [
      sideList(proof, sheets, noteId, sheetId, drawings.some(hasChange)),
      h('main', { className: ['book', 'proof-desk'] }, shown),
      ...sheets.flatMap((sheet, at) => sheet.notes.map((note, number) => notePopover(note, noteId(at, number)))),
      h('script', DESK_SCRIPT),
    ]),
  );
  const characters = charactersIn([body, finished.css, finished.rootStyle].join(''));
  const fonts = await embeddedFontCss(characters, proof.fontCache);
  const head = h('head', [
    h('meta', { charSet: 'utf-8' }),
    h('meta', { httpEquiv: 'Content-Security-Policy', content: POLICY }),
    h('meta', { name: 'viewport', content: 'width=device-width' }),
    h('title', title),
    h('style', [fonts, finished.css, DESK_STYLE].join('\n').replaceAll('</', '<\\/')),
  ]);
  const root = write(h('html', { lang: 'zh-CN', style: finished.rootStyle }, [head, asWritten(body)]));
  return `<!doctype html>\n${root}\n`;
}

function write(element: Element): string {
  return toHtml(element, { allowDangerousHtml: true });
}

/** HTML that goes through no tree of ours: the writer knows such nodes, the types of hast do not. */
function asWritten(value: string): ElementContent {
  return { type: 'raw', value } as unknown as ElementContent;
}

/** Nothing from outside, and of scripts only ours: whatever a manuscript says stays words. */
const POLICY = [
  "default-src 'none'",
  `script-src 'sha256-${createHash('sha256').update(DESK_SCRIPT).digest('base64')}'`,
  "style-src 'unsafe-inline'",
  'font-src data:',
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

interface Material {
  finished: FinishedDocument;
  pages: ReadonlyMap<number, FinishedPage>;
  drawing: Element;
  /** Heights to which links of other sheets lead. */
  anchors: number[];
}

function paintSheet(sheet: Sheet, at: number, { finished, pages, drawing, anchors }: Material): Element {
  const { width, height, title } = sheet;
  const size = `width:${width.toFixed(2)}pt;height:${height.toFixed(2)}pt`;
  return h('section', { id: sheetId(at), className: ['proof-sheet'], style: size, ariaLabel: title }, [
    ...sheet.pages.map((placed) => paintPage(placed, pageAt(placed, pages), finished.width)),
    drawing,
    ...anchors.map((y) => h('span', { id: anchorId(at, y), className: ['proof-anchor'], style: `top:${y}pt` })),
    ...sheet.links.map(paintLink),
    ...sheet.notes.map((note, number) => noteMark(note, noteId(at, number))),
  ]);
}

/** A finished page at its place, cropped to its trim. */
function paintPage(placed: PlacedPage, page: FinishedPage, trimWidth: number): Element {
  const { left, top, width, height } = placed;
  const scale = width / trimWidth;
  const flow = h('div', { className: ['pagedjs_pages'], style: page.flowStyle }, [
    asWritten(serializeOuter(page.element)),
  ]);
  const asItIs = Math.abs(scale - 1) < SAME_SIZE;
  const scaled = asItIs ? flow : h('div', { className: ['proof-scaled'], style: `transform:scale(${scale})` }, [flow]);
  const crop = `left:${left}pt;top:${top}pt;width:${width}pt;height:${height}pt`;
  return h('div', { className: ['proof-page'], style: crop }, [scaled]);
}

/** Trim sizes are given in millimetres and measured in pixels: so much less or more is the same. */
const SAME_SIZE = 0.002;

function paintLink({ left, top, right, bottom, sheet, y }: SheetLink): Element {
  const [x, height, width] = [left, bottom - top, right - left];
  const style = `left:${x}pt;top:${top}pt;width:${width}pt;height:${height}pt`;
  return h('a', { className: ['proof-link'], href: `#${anchorId(sheet, y)}`, style, ariaLabel: '转到所在版面' });
}

function pagesBySheet(pages: FinishedPage[], sheets: readonly number[]): Map<number, FinishedPage> {
  if (pages.length < sheets.length) throw new Error(`${sheets.length} pages arranged, ${pages.length} in the document`);
  const arranged = pages.slice(pages.length - sheets.length);
  return new Map(sheets.map((sheet, at) => [sheet, arranged[at] as FinishedPage]));
}

function pageAt({ sheet }: PlacedPage, pages: ReadonlyMap<number, FinishedPage>): FinishedPage {
  const page = pages.get(sheet);
  if (!page) throw new Error(`page ${sheet} of the book is not in the finished document`);
  return page;
}

/** By sheet the heights to which links lead, each once. */
function anchorsOf(sheets: readonly Sheet[]): Map<number, number[]> {
  const anchors = new Map<number, number[]>();
  for (const { sheet, y } of sheets.flatMap(({ links }) => links)) {
    const known = anchors.get(sheet) ?? [];
    if (!known.includes(y)) anchors.set(sheet, [...known, y]);
  }
  return anchors;
}

const sheetId = (sheet: number): string => `proof-sheet-${sheet + 1}`;
const anchorId = (sheet: number, y: number): string => `${sheetId(sheet)}-${Math.round(y)}`;
const noteId = (sheet: number, note: number): string => `${sheet + 1}-${note + 1}`;

/** References of the book lead on where their page is in the proof, and are words where it is not. */
function dropBlindLinks(elements: readonly PageElement[]): void {
  const ids = new Set(elements.map((element) => attribute(element, 'id')));
  for (const element of elements) {
    const href = attribute(element, 'href');
    if (href !== undefined && !(href.startsWith('#') && ids.has(href.slice(1)))) setAttribute(element, 'href');
  }
}

function hasChange({ children }: Element): boolean {
  return children.some((child) => child.type === 'element' && child.properties.className !== undefined);
}

function charactersIn(text: string): Set<number> {
  return new Set(Array.from(text, (character) => character.codePointAt(0) as number).filter((code) => code >= 0x20));
}
