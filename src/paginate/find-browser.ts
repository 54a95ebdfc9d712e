/**
 * Finds a browser to set the pages in.
 *
 * Order: what the user names in an environment variable, Puppeteer's own download, what the system has installed,
 * the browser inside the optional npm package @sparticuz/chromium, and last a snap: a snap sees neither /tmp nor
 * folders outside the home directory, so a book set in it may lack its fonts and pictures.
 * Puppeteer's own search does not know Debian's /usr/bin/chromium.
 *
 * Nothing heavy is imported before it is needed: with a system browser this takes a few milliseconds.
 */
import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { packagedBrowser } from './packaged-browser.js';

export { launchArguments } from './launch-arguments.js';

export interface Browser {
  path: string;
  /** Arguments this browser needs besides `launchArguments()`. */
  args: string[];
  /** Where it was found, for messages: a variable's name, `puppeteer`, `system`, `@sparticuz/chromium`, `snap`. */
  source: string;
}

/** The machine as the search sees it; tests hand in another one. */
export interface Machine {
  env: Record<string, string | undefined>;
  platform: NodeJS.Platform;
  isUsable: (path: string) => boolean;
  puppeteersBrowser: () => Promise<string | undefined>;
  /** `false` leaves out the browser inside the npm package. */
  packaged: (() => Promise<Browser | undefined>) | false;
}

/** The variables that name a browser: ours, Puppeteer's, and the one of Chrome's own tools. */
const VARIABLES = ['NIANJIAN_BROWSER', 'PUPPETEER_EXECUTABLE_PATH', 'CHROME_PATH'];

/** A variable names a browser that is not there. The command line ends with `exitCode`. */
export class BrowserVariableError extends Error {
  readonly exitCode = 3;

  constructor(variable: string, path: string) {
    super(
      `环境变量 ${variable} 指定的浏览器不存在：${path}。请改正或去掉这个变量（no such browser, correct or unset ${variable}）。`,
    );
    this.name = 'BrowserVariableError';
  }
}

/** The first browser found, or nothing. Throws when an environment variable points to nothing. */
export async function findBrowser(given: Partial<Machine> = {}): Promise<Browser | undefined> {
  const machine: Machine = {
    env: process.env,
    platform: process.platform,
    isUsable,
    puppeteersBrowser: () => puppeteersBrowser(given.env ?? process.env),
    packaged: packagedBrowser,
    ...given,
  };
  for (const variable of VARIABLES) {
    const path = machine.env[variable];
    if (!path) continue;
    if (!machine.isUsable(path)) throw new BrowserVariableError(variable, path);
    return { path, args: [], source: variable };
  }
  const downloaded = await machine.puppeteersBrowser();
  if (downloaded && machine.isUsable(downloaded)) return { path: downloaded, args: [], source: 'puppeteer' };

  const installed = systemPaths(machine).find(machine.isUsable);
  if (installed) return { path: installed, args: [], source: 'system' };

  const packaged = machine.packaged && (await machine.packaged());
  if (packaged) return packaged;

  const snap = '/snap/bin/chromium';
  return machine.isUsable(snap) ? { path: snap, args: [], source: 'snap' } : undefined;
}

/** Where browsers are usually installed. */
function systemPaths({ env, platform }: Machine): string[] {
  if (platform === 'darwin') {
    const bundles = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    return bundles.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  }
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(
      (folder) => folder !== undefined,
    );
    const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe'];
    // Windows always has Edge, which sets pages just as well.
    programs.push('Microsoft\\Edge\\Application\\msedge.exe');
    return programs.flatMap((program) => folders.map((folder) => `${folder}\\${program}`));
  }
  return [
    // Debian's browser without its windows: the same engine, the same pages byte for byte, and it starts in half the time.
    '/usr/bin/chromium-headless-shell',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/opt/google/chrome/chrome',
    '/usr/local/bin/chromium',
    '/usr/bin/microsoft-edge-stable',
  ];
}

/**
 * Puppeteer's download. Loading Puppeteer takes a third of a second, so its cache folder is looked for first.
 */
async function puppeteersBrowser(env: Machine['env']): Promise<string | undefined> {
  try {
    const cache = env.PUPPETEER_CACHE_DIR ?? join(homedir(), '.cache', 'puppeteer');
    if (!existsSync(join(cache, 'chrome'))) return undefined;
    const { default: puppeteer } = await import('puppeteer');
    return puppeteer.executablePath();
  } catch {
    // No home directory, no Puppeteer or not its version of the browser: look elsewhere.
    return undefined;
  }
}

/**
 * Whether the file is there and is not the script that Ubuntu puts in a browser's place: that one only tells the
 * user to install a snap.
 */
function isUsable(path: string): boolean {
  if (!existsSync(path)) return false;
  try {
    const start = Buffer.alloc(2048);
    const file = openSync(path, 'r');
    const length = readSync(file, start, 0, start.length, 0);
    closeSync(file);
    const text = start.toString('latin1', 0, length);
    return !(text.startsWith('#!') && text.includes('/snap/bin/'));
  } catch {
    // Programs need not be readable to be run.
    return true;
  }
}
