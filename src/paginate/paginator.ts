/**
 * The paginator: the one browser page in which the whole book is set and from which it is printed. What happens inside
 * the page is in `in-page/`.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'puppeteer';
import type { PressBrowser } from './browser.js';
import type { SheetPlan } from './in-page/arrange.js';
import type { PaginateAnswer } from './in-page/main.js';
import type { FlowSurvey } from './in-page/survey.js';

export type { SheetPlan } from './in-page/arrange.js';
export type { Anchor, Fault, FlowSurvey } from './in-page/survey.js';

/** What the page needs before anything is known of the book. */
export interface Theme {
  /** Style sheets that Chromium reads as they stand, absolute paths. */
  sheets: string[];
  /** Folder for the page's HTML file; absolute path. */
  folder: string;
}

export interface BookPage extends Theme {
  /** Title of the document. */
  title: string;
  /** Custom properties of the theme that belong to this book: `--book`, `--body-size`, `--area-height`. */
  properties: Record<string, string>;
  /** Style sheets of the theme, which stand behind those of every book; absolute paths. */
  themeSheets: string[];
  /** The `@page` rules, which Paged.js reads: literal lengths only. */
  pageStyles: string;
  /** `@font-face` rules. */
  fontFaces: string;
}

export interface Paginator {
  /** Breaks a flow into pages. */
  paginate(flow: { id: string; pageStyle: string; html: string }): Promise<PaginateAnswer>;
  /** Reads what stands on the pages of a flow. */
  survey(id: string): Promise<FlowSurvey>;
  /** The finished pages of a flow, to be kept. */
  pagesOf(id: string): Promise<string>;
  /** Puts kept pages in the place of a flow. */
  restore(id: string, pages: string): Promise<void>;
  /** Puts all pages in order, with their sides and folios. */
  arrange(plan: SheetPlan[]): Promise<void>;
  /** Prints the book: a tagged PDF of one page a sheet, with `bleed` CSS px of paper around each page. */
  print(bleed?: number): Promise<Uint8Array>;
  /** The finished document as it is printed, without its scripts. */
  finished(): Promise<string>;
  /** The browser page itself. */
  page: Page;
}

const MODULES = new URL('in-page/main.js', import.meta.url);
const PAGED = new URL('../dist/paged.js', import.meta.resolve('pagedjs'));

/** Loads the empty page with its scripts and styles: it may wait there while the manuscripts are read. */
export async function loadPage(browser: PressBrowser, { sheets, folder }: Theme): Promise<Page> {
  const page = await browser.newPage();
  const failures: string[] = [];
  page.on('pageerror', (error) => failures.push(error instanceof Error ? error.message : String(error)));
  const file = join(folder, 'book.html');
  await writeFile(file, shell(sheets));
  await page.goto(pathToFileURL(file).href, { waitUntil: 'load' });
  if (failures.length > 0) throw new Error(`in-page script failed: ${failures.join('; ')}`);
  return page;
}

/** Makes a page ready for a book; without `loaded` it is loaded first. */
export async function openPaginator(browser: PressBrowser, book: BookPage, loaded?: Page): Promise<Paginator> {
  const page = loaded ?? (await loadPage(browser, book));
  const { title, properties, fontFaces, pageStyles } = book;
  const themeSheets = book.themeSheets.map((path) => pathToFileURL(path).href);
  await page.evaluate((each) => window.nianjian.open(each), { title, properties, fontFaces, themeSheets, pageStyles });
  return {
    page,
    paginate: (flow) => page.evaluate((each) => window.nianjian.paginate(each), flow),
    survey: (id) => page.evaluate((each) => window.nianjian.survey(each), id),
    pagesOf: (id) => page.evaluate((each) => window.nianjian.pagesOf(each), id),
    restore: (id, pages) => page.evaluate((a, b) => window.nianjian.restore(a, b), id, pages),
    arrange: (plan) => page.evaluate((each) => window.nianjian.arrange(each), plan),
    finished: () =>
      page.evaluate(() => {
        for (const script of document.querySelectorAll('script')) script.remove();
        return `<!doctype html>${document.documentElement.outerHTML}`;
      }),
    async print(bleed = 0) {
      if (bleed > 0) await page.evaluate((px) => window.nianjian.bleed(px), bleed);
      return page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: false, timeout: 0 });
    },
  };
}

/**
 * The empty document. Its policy admits files alone: neither a manuscript nor a style can reach the network, and the
 * only scripts are Paged.js and ours.
 */
function shell(sheets: string[]): string {
  const link = (path: string): string =>
    `<link rel="stylesheet" href="${escapeHtml(pathToFileURL(path).href)}" data-pagedjs-ignore>`;
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src file:; style-src file: 'unsafe-inline'; img-src file: data:; font-src file:">
<title>年鉴</title>
${sheets.map(link).join('\n')}
<script src="${escapeHtml(PAGED.href)}"></script>
<script type="module" src="${escapeHtml(MODULES.href)}"></script>
</head>
<body></body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
