/** The browser that sets the pages: started once a run, without a network, and gone when the run ends however it ends. */
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page, Browser as PuppeteerBrowser } from 'puppeteer';
import { findBrowser, launchArguments } from './find-browser.js';

export interface PressBrowser {
  newPage(): Promise<Page>;
  /** Process id of the browser, for measuring its memory. */
  pid: number | undefined;
  close(): Promise<void>;
}

/** No usable browser. The command line ends with `exitCode`. */
export class NoBrowserError extends Error {
  readonly exitCode = 3;

  constructor(detail?: string) {
    super(
      detail
        ? `浏览器启动失败：${detail}。请运行 npm run setup，或用环境变量 NIANJIAN_BROWSER 指定另一个浏览器。`
        : '没有找到浏览器。请运行 npm run setup，或用环境变量 NIANJIAN_BROWSER 指定 Chromium 或 Chrome 的路径。',
    );
    this.name = 'NoBrowserError';
  }
}

/** Setting and printing two thousand pages takes minutes in one call. */
const PROTOCOL_TIMEOUT_MS = 3_600_000;

/** A browser on its way: to be waited for, or ended before it is there. */
export interface StartingBrowser {
  browser: Promise<PressBrowser>;
  /** Ends it at once, started or not; `browser` may then be rejected. */
  kill(): void;
}

/** Starts the browser; throws {@link NoBrowserError}. */
export function startBrowser(): Promise<PressBrowser> {
  return launchBrowser().browser;
}

/** Begins to start the browser. Whatever way the process ends, the browser and its files end with it. */
export function launchBrowser(): StartingBrowser {
  const profile = mkdtempSync(join(tmpdir(), 'nianjian-browser-'));
  // Runs on every exit, also on one that a signal asked for: nothing asynchronous is possible there.
  const wanted = new AbortController();
  const kill = (): void => {
    wanted.abort();
    killByProfile(profile);
    try {
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
      process.removeListener('exit', kill);
    } catch {
      // A process that is about to end still wrote there: what is left goes when we go.
    }
  };
  process.once('exit', kill);
  const forget = (): void => {
    process.removeListener('exit', kill);
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  };
  const browser = launchInto(profile, forget, wanted.signal).catch((error) => {
    forget();
    throw error;
  });
  return { browser, kill };
}

/** As CommonJS, which loads in two thirds of the time of its five hundred modules. */
export function loadPuppeteer(): typeof import('puppeteer') {
  return createRequire(import.meta.url)('puppeteer');
}

async function launchInto(profile: string, forget: () => void, wanted: AbortSignal): Promise<PressBrowser> {
  const found = await findBrowser();
  if (!found) throw new NoBrowserError();
  const { launch } = loadPuppeteer();
  // Killed before there was a process to kill: it must not be started after all, for nobody would end it.
  wanted.throwIfAborted();
  let browser: PuppeteerBrowser;
  try {
    browser = await launch({
      executablePath: found.path,
      // Our page loads our own scripts as modules from disk.
      args: [...launchArguments(), '--allow-file-access-from-files', ...found.args],
      userDataDir: profile,
      env: { ...process.env, ...ownTemporaryFolder(profile) },
      protocolTimeout: PROTOCOL_TIMEOUT_MS,
      // Ends of the run are ours to handle: puppeteer would leave our own temporary files behind.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
  } catch (error) {
    throw new NoBrowserError(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
  }
  if (wanted.aborted) {
    await browser.close();
    wanted.throwIfAborted();
  }
  return {
    newPage: async () => (await browser.pages())[0] ?? (await browser.newPage()),
    pid: browser.process()?.pid,
    async close() {
      await browser.close();
      forget();
    },
  };
}

/** A socket's path may be 107 bytes long; the browser's stands two folders below its temporary one. */
const LONGEST_PROFILE = 55;

/** The browser leaves files of its own in the temporary folder; inside the profile they go when it goes. */
function ownTemporaryFolder(profile: string): { TMPDIR?: string } {
  return process.platform === 'linux' && profile.length <= LONGEST_PROFILE ? { TMPDIR: profile } : {};
}

/** A process that forks while the list is read leaves a child behind; so many times the list is read again. */
const MOST_SWEEPS = 20;

/** Ends every process of the browser with this profile, also one whose start nobody has been told of yet. */
function killByProfile(profile: string): void {
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep += 1) {
    const pids = pidsOf(profile);
    if (pids.length === 0) return;
    for (const pid of pids) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It has ended by itself.
      }
    }
  }
}

function pidsOf(profile: string): number[] {
  try {
    if (process.platform !== 'linux') {
      // `host-pid`: Chromium's own note of who uses the profile.
      const pid = Number(readlinkSync(join(profile, 'SingletonLock')).split('-').at(-1));
      return pid > 0 ? [pid] : [];
    }
    return readdirSync('/proc')
      .filter((name) => /^\d+$/u.test(name) && commandLine(name).includes(profile))
      .map(Number);
  } catch {
    // No browser has taken the profile yet.
    return [];
  }
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
