/** A book to measure: manuscripts set in a real Chromium, with the fonts and styles of the program. */
import { mkdirSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'puppeteer';
import { setFlows } from '../../src/book/set-flows.js';
import { bookPage } from '../../src/book/theme.js';
import { houseLayout } from '../../src/design/house-layout.js';
import { bookFonts } from '../../src/fonts/book-fonts.js';
import { FURNITURE, manuscriptFlows } from '../../src/html/book-flows.js';
import type { Flow } from '../../src/html/flow.js';
import { readVolume } from '../../src/manuscript/read-volume.js';
import type * as BrowserModule from '../../src/paginate/browser.js';
import { NO_CACHE } from '../../src/paginate/flow-cache.js';
import type * as PaginatorModule from '../../src/paginate/paginator.js';
import type { FlowSurvey, Paginator } from '../../src/paginate/paginator.js';
import { openSetting } from '../../src/paginate/setting.js';
import { openPictureDesk } from '../../src/plates/photos/pictures.js';
import { INDEX_DEFAULTS } from '../../src/tree/index-settings.js';
import type { Message } from '../../src/tree/message.js';
import type { Volume, VolumeSettings } from '../../src/tree/nodes.js';
import { PRESS_DEFAULTS } from '../../src/tree/press-settings.js';
import { type Files, FONT_CACHE, writeVolume } from '../pipeline/volume.js';
import { WORDS } from './prose.js';

/** The paginator loads its modules from beside itself, so only the compiled one can be opened. */
const compiled = (name: string): string => pathToFileURL(join(import.meta.dirname, '../../build/paginate', name)).href;

export const SETTINGS: VolumeSettings = {
  title: '测试县年鉴',
  number: '2022',
  trim: '大16开',
  layout: houseLayout('大16开'),
  start: '另页',
  index: INDEX_DEFAULTS,
  press: PRESS_DEFAULTS,
};

export interface Book {
  paginator: Paginator;
  page: Page;
  /** Breaks flows into pages and asks the gates. */
  set(...flows: Flow[]): Promise<Map<string, FlowSurvey> & { messages: Message[] }>;
  close(): Promise<void>;
}

/** Opens a book whose fonts hold {@link WORDS}. */
export async function openBook(scratch: string, settings: VolumeSettings = SETTINGS): Promise<Book> {
  const { openPaginator } = (await import(compiled('paginator.js'))) as typeof PaginatorModule;
  const { startBrowser } = (await import(compiled('browser.js'))) as typeof BrowserModule;
  mkdirSync(FONT_CACHE, { recursive: true });
  const fonts = await bookFonts([{ text: WORDS, file: '', line: 0, column: 0 }], FURNITURE, FONT_CACHE);
  if (fonts.missing.length > 0) throw new Error(`no font has ${fonts.missing.map((each) => each.character).join('')}`);
  const browser = await startBrowser();
  const paginator = await openPaginator(browser, bookPage(settings, fonts.css, mkdtempSync(join(scratch, 'page-'))));
  return {
    paginator,
    page: paginator.page,
    async set(...flows) {
      const text = flows.flatMap(({ runs }) => runs.map((run) => run.text)).join('');
      const strange = [...text].filter((character) => character.trim() !== '' && !KNOWN.has(character));
      if (strange.length > 0) throw new Error(`not in the fonts of these tests, add to WORDS: ${strange.join('')}`);
      const set = await setFlows(
        openSetting(NO_CACHE, '', async () => paginator, false),
        flows,
        () => undefined,
      );
      return Object.assign(set.surveys, { messages: set.messages });
    },
    close: () => browser.close(),
  };
}

const KNOWN = new Set(WORDS + FURNITURE);

/** Reads a volume that may have warnings but no errors. */
export async function volumeOf(scratch: string, files: Files): Promise<Volume> {
  const { volume, messages } = await readVolume(writeVolume(mkdtempSync(join(scratch, 'volume-')), files));
  const errors = messages.filter(({ severity }) => severity === 'error');
  if (!volume || errors.length > 0) throw new Error(`not in order: ${JSON.stringify(errors)}`);
  return volume;
}

/** The flows that manuscripts make. */
export async function flowsOf(scratch: string, files: Files): Promise<Flow[]> {
  const volume = await volumeOf(scratch, files);
  return manuscriptFlows(volume, await openPictureDesk(volume, join(scratch, 'pictures')));
}

/** The flow of a 类目 with one manuscript. */
export async function flowOf(scratch: string, body: string, ...frontMatter: string[]): Promise<Flow> {
  const file = `---\n${['类目: 农业', ...frontMatter].join('\n')}\n---\n\n${body}\n`;
  const [flow] = await flowsOf(scratch, { '01-农业/01-稿件.md': file });
  return flow as Flow;
}
