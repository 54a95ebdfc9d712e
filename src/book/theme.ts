/** The theme of a book: its style sheets, and a stamp of everything besides the HTML that can move ink. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { plainTitle } from '../html/title-lines.js';
import { LINE_HEIGHT, TRIMS } from '../html/trim.js';
import { findBrowser } from '../paginate/find-browser.js';
import type { BookPage, Theme } from '../paginate/paginator.js';
import type { VolumeSettings } from '../tree/nodes.js';

const STYLES = fileURLToPath(new URL('../../styles/', import.meta.url));
/** `--body-size` and `--gap` of styles/type.css, CSS px. */
const BODY_SIZE = 14;
const GAP = 28;
const IN_PAGE = fileURLToPath(new URL('../paginate/in-page/', import.meta.url));
const PROGRAM = fileURLToPath(new URL('../', import.meta.url));
const SHEETS = ['ink', 'type', 'galley', 'body', 'opener', 'front', 'table', 'plates', 'contents', 'title', 'tab'];

/** The page in which a volume is set. */
export function bookPage(settings: VolumeSettings, fontFaces: string, folder: string): BookPage {
  const trim = TRIMS[settings.trim];
  return {
    title: bookTitle(settings),
    properties: {
      '--book': JSON.stringify(bookTitle(settings)),
      '--area-width': `${trim.charactersPerLine * BODY_SIZE + GAP}px`,
      '--area-height': `${trim.linesPerPage * LINE_HEIGHT}px`,
    },
    ...bookTheme(folder),
    pageSheet: join(STYLES, trim.pageSheet),
    fontFaces,
  };
}

/** What every book has in common; `folder` is where the page may write. */
export function bookTheme(folder: string): Theme {
  return { sheets: SHEETS.map((name) => join(STYLES, `${name}.css`)), folder };
}

/** 金川区年鉴（2022） */
export function bookTitle({ title, number }: VolumeSettings): string {
  return `${plainTitle(title)}（${number}）`;
}

/** Changes with styles, fonts, browser, Paged.js and our own code in the page. */
export async function engineStamp(settings: VolumeSettings, fontStamp: string): Promise<string> {
  // What 版权 says stands in the HTML of its own page and moves no other.
  const moving = { ...settings, imprint: undefined };
  const hash = createHash('sha256').update(JSON.stringify(moving)).update(fontStamp);
  for (const folder of [STYLES, IN_PAGE]) {
    for (const file of readdirSync(folder).sort()) hash.update(file).update(readFileSync(join(folder, file)));
  }
  const browser = await findBrowser();
  if (browser) {
    const { size, mtimeMs } = statSync(browser.path);
    hash.update(`${browser.path} ${size} ${mtimeMs}`);
  }
  hash.update(readFileSync(new URL('../package.json', import.meta.resolve('pagedjs'))));
  return hash.digest('hex');
}

/** Changes with any part of the program: a newer program may finish the same pages in another way. */
export function programStamp(): string {
  const hash = createHash('sha256');
  for (const file of readdirSync(PROGRAM, { recursive: true, encoding: 'utf8' }).sort()) {
    if (file.endsWith('.js')) hash.update(file).update(readFileSync(join(PROGRAM, file)));
  }
  return hash.digest('hex');
}
