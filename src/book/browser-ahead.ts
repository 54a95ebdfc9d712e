/**
 * The browser ahead of the program (预先启动): it needs a second to start, and the program itself half a second to load.
 * Where a volume has changed it will be wanted, so it is started first.
 */
import { join } from 'node:path';
import { launchBrowser, loadPuppeteer, type StartingBrowser } from '../paginate/browser.js';
import { isNewer } from './deliver.js';
import { stampsFolder } from './run.js';

/**
 * Starts the browser where the volume looks newer than each of these stamps; else gives nothing.
 *
 * @param folder absolute path of the volume
 * @param home the project folder
 * @param stamps of runs that have set all that will be needed
 */
export function browserAhead(folder: string, home: string, stamps: readonly string[]): StartingBrowser | undefined {
  const kept = stampsFolder(folder, join(home, '.nianjian'));
  if (!stamps.every((name) => isNewer(folder, join(kept, name)))) return undefined;
  // What starts it is loaded alone: beside the whole program it would come last.
  loadPuppeteer();
  const starting = launchBrowser();
  // What goes wrong is told to whoever opens a page.
  starting.browser.catch(() => undefined);
  return starting;
}

/** Does what may want a browser that was started ahead. Where it fails before it has taken the browser over, both end. */
export async function withBrowser<Result>(
  ahead: StartingBrowser | undefined,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    ahead?.kill();
    throw error;
  }
}
