/**
 * The browser ahead of the program (预先启动): it needs a second to start, and the program itself half a second to load.
 * Where a volume has changed it will be wanted, so it is started first.
 */
import { join } from 'node:path';
import { launchBrowser, loadPuppeteer, type StartingBrowser } from '../paginate/browser.js';
import { isNewer } from './deliver.js';
import { stampsFolder } from './run.js';

/** The stamps of the last book and of the last index: either has set all that an index needs. */
export const STAMPS = { book: 'book.json', index: 'index.json' } as const;

/**
 * Starts the browser where the volume looks newer than its last book and its last index; else gives nothing.
 *
 * @param folder absolute path of the volume
 * @param home the project folder
 */
export function browserAhead(folder: string, home: string): StartingBrowser | undefined {
  const stamps = stampsFolder(folder, join(home, '.nianjian'));
  if (!Object.values(STAMPS).every((name) => isNewer(folder, join(stamps, name)))) return undefined;
  // What starts it is loaded alone: beside the whole program it would come last.
  loadPuppeteer();
  const starting = launchBrowser();
  // What goes wrong is told to whoever opens a page.
  starting.browser.catch(() => undefined);
  return starting;
}
