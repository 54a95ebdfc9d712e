/** The browser that sets the pages: started once a run, without a network, and gone when the run ends however it ends. */
import { mkdtempSync, rmSync } from 'node:fs';
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

/** Starts the browser; throws {@link NoBrowserError}. */
export async function startBrowser(): Promise<PressBrowser> {
  const found = await findBrowser();
  if (!found) throw new NoBrowserError();
  const { launch } = await import('puppeteer');
  const profile = mkdtempSync(join(tmpdir(), 'nianjian-browser-'));
  let browser: PuppeteerBrowser;
  try {
    browser = await launch({
      executablePath: found.path,
      // Our page loads our own scripts as modules from disk.
      args: [...launchArguments(), '--allow-file-access-from-files', ...found.args],
      userDataDir: profile,
      protocolTimeout: PROTOCOL_TIMEOUT_MS,
      // Ends of the run are ours to handle: puppeteer would leave our own temporary files behind.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
  } catch (error) {
    rmSync(profile, { recursive: true, force: true });
    throw new NoBrowserError(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
  }
  const child = browser.process();
  // Runs on every exit, also on one that a signal asked for: nothing asynchronous is possible there.
  const onExit = (): void => {
    child?.kill('SIGKILL');
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  };
  process.once('exit', onExit);
  return {
    newPage: async () => (await browser.pages())[0] ?? (await browser.newPage()),
    pid: child?.pid,
    async close() {
      await browser.close();
      process.removeListener('exit', onExit);
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
