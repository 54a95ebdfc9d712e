/** The theme of a book: its style sheets, and a stamp of everything besides the HTML that can move ink. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkStyleSheet } from '../check/style-sheet.js';
import { measuresOf } from '../design/measures.js';
import { fillPageSheet } from '../design/page-sheet.js';
import { propertiesOf } from '../design/properties.js';
import { plainTitle } from '../html/front/title-lines.js';
import { findBrowser } from '../paginate/find-browser.js';
import type { BookPage, Theme } from '../paginate/paginator.js';
import { type LayoutSettings, THEMES, type ThemeName } from '../tree/layout.js';
import type { Message } from '../tree/message.js';
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

/** What the press does not take of the style sheets of a book, by file and line. */
export function checkStyles({ theme }: LayoutSettings): Message[] {
  const folders = [STYLES, folderOf(theme)].filter((folder) => folder !== undefined);
  return folders.flatMap((folder) =>
    [...SHEETS, 'page']
      .map((name) => join(folder, `${name}.css`))
      .filter((each) => existsSync(each))
      .flatMap((each) => checkStyleSheet(join('styles', relative(STYLES, each)), readFileSync(each, 'utf8'))),
  );
}

/** Where the colours of a book are: the sheet of the house, and that of its theme. */
export function inkSheets({ theme }: LayoutSettings): string[] {
  return [STYLES, folderOf(theme)]
    .flatMap((folder) => (folder === undefined ? [] : [join(folder, 'ink.css')]))
    .filter((each) => existsSync(each));
}

/** 金川区年鉴（2022） */
export function bookTitle({ title, number }: VolumeSettings): string {
  return `${plainTitle(title)}（${number}）`;
}

/** Changes with styles, fonts, browser, Paged.js and our own code in the page, and with what of the settings moves ink. */
export async function engineStamp(settings: VolumeSettings, fontStamp: string): Promise<string> {
  const { properties, pageStyles } = bookPage(settings, '', '');
  // What 版权 says stands in the HTML of its own page and moves no other; of 印刷 only the bleed is drawn on pages.
  // Photos of another resolution have other addresses in the HTML of the pages on which they stand.
  const { bleedMm } = settings.press;
  const moving = { ...settings, imprint: undefined, screenPpi: undefined, press: { bleedMm } };
  return createHash('sha256')
    .update(JSON.stringify([moving, properties, pageStyles]))
    .update(await toolStamp(fontStamp))
    .digest('hex');
}

/** The same without the settings of a volume. */
export async function toolStamp(fontStamp: string): Promise<string> {
  const hash = createHash('sha256').update(fontStamp);
  for (const folder of [STYLES, IN_PAGE, COMPOSER]) {
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
      // A profile of the press says how ink is mixed, and moves none.
      if (extname(file) === '.icc') continue;
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

let program: string | undefined;

/** Changes with any part of the program: a newer program may finish the same pages in another way. */
export function programStamp(): string {
  program ??= stampProgram();
  return program;
}

function stampProgram(): string {
  const hash = createHash('sha256');
  for (const file of readdirSync(PROGRAM, { recursive: true, encoding: 'utf8' }).sort()) {
    if (file.endsWith('.js')) hash.update(file).update(readFileSync(join(PROGRAM, file)));
  }
  return hash.digest('hex');
}
