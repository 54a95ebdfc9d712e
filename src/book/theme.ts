/** The theme of a book: its style sheets, and a stamp of everything besides the HTML that can move ink. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measuresOf } from '../design/measures.js';
import { fillPageSheet } from '../design/page-sheet.js';
import { propertiesOf } from '../design/properties.js';
import { plainTitle } from '../html/front/title-lines.js';
import { findBrowser } from '../paginate/find-browser.js';
import type { BookPage, Theme } from '../paginate/paginator.js';
import { THEMES, type ThemeName } from '../tree/layout.js';
import type { VolumeSettings } from '../tree/nodes.js';

const STYLES = fileURLToPath(new URL('../../styles/', import.meta.url));
const IN_PAGE = fileURLToPath(new URL('../paginate/in-page/', import.meta.url));
const COMPOSER = fileURLToPath(new URL('../compose/', import.meta.url));
const PROGRAM = fileURLToPath(new URL('../', import.meta.url));
/** The house style: every theme stands on it. */
const SHEETS = [
  'ink',
  'type',
  'galley',
  'body',
  'opener',
  'front',
  'table',
  'plates',
  'contents',
  'index',
  'title',
  'tab',
];

/** The page in which a volume is set. */
export function bookPage(settings: VolumeSettings, fontFaces: string, folder: string): BookPage {
  const measures = measuresOf(settings);
  const theme = folderOf(settings.layout.theme);
  // Where two sheets name the same page Paged.js forgets the margins of one: a theme has its own page sheet or none.
  const own = join(theme ?? STYLES, 'page.css');
  const pageSheet = existsSync(own) ? own : join(STYLES, 'page.css');
  return {
    title: bookTitle(settings),
    properties: { '--book': JSON.stringify(bookTitle(settings)), ...propertiesOf(measures, settings.layout) },
    ...bookTheme(folder),
    themeSheets: theme ? sheetsOf(theme) : [],
    pageStyles: fillPageSheet(readFileSync(pageSheet, 'utf8'), measures),
    fontFaces,
  };
}

/** What every book has in common; `folder` is where the page may write. */
export function bookTheme(folder: string): Theme {
  return { sheets: SHEETS.map((name) => join(STYLES, `${name}.css`)), folder };
}

/** Absent for the style of the house, which is the first. */
function folderOf(theme: ThemeName): string | undefined {
  return theme === THEMES[0] ? undefined : join(STYLES, 'themes', theme);
}

/** The sheets of a theme stand behind those of the house and say what is different, each under the name of its subject. */
function sheetsOf(theme: string): string[] {
  return SHEETS.map((name) => join(theme, `${name}.css`)).filter((each) => existsSync(each));
}

/** 金川区年鉴（2022） */
export function bookTitle({ title, number }: VolumeSettings): string {
  return `${plainTitle(title)}（${number}）`;
}

/** Changes with styles, fonts, browser, Paged.js and our own code in the page. */
export async function engineStamp(settings: VolumeSettings, fontStamp: string): Promise<string> {
  const { properties, pageStyles } = bookPage(settings, '', '');
  // What 版权 says stands in the HTML of its own page and moves no other.
  const moving = { ...settings, imprint: undefined };
  const hash = createHash('sha256')
    .update(JSON.stringify([moving, properties, pageStyles]))
    .update(fontStamp);
  for (const folder of [STYLES, IN_PAGE, COMPOSER]) {
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
      if (statSync(join(folder, file)).isFile()) hash.update(file).update(readFileSync(join(folder, file)));
    }
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
