/** The press: browser and page, started when they are first wanted, or ahead of that while something else is done. */
import type { Page } from 'puppeteer';
import { launchBrowser, type PressBrowser, type StartingBrowser } from './browser.js';
import { type BookPage, loadPage, openPaginator, type Paginator, type Theme } from './paginator.js';

export interface Press {
  /** Starts the browser and loads the page, without waiting for them. */
  warm(): void;
  /** The page, ready for a book. Throws where there is no usable browser. */
  open(book: BookPage): Promise<Paginator>;
  close(): Promise<void>;
}

interface Started {
  browser: PressBrowser;
  page: Page;
}

/** @param ahead a browser that was started before */
export function openPress(theme: Theme, ahead?: StartingBrowser): Press {
  let launched = ahead;
  let started: Started | undefined;
  let starting: Promise<Started> | undefined;
  const start = (): Promise<Started> => {
    launched ??= launchBrowser();
    starting ??= launched.browser.then(async (browser) => {
      started = { browser, page: await loadPage(browser, theme) };
      return started;
    });
    return starting;
  };
  return {
    warm() {
      // What goes wrong is told to whoever opens the page.
      start().catch(() => undefined);
    },
    async open(book) {
      const { browser, page } = await start();
      return openPaginator(browser, book, page);
    },
    async close() {
      if (started) return started.browser.close();
      // Nobody waits for a browser that was started ahead and is not wanted.
      starting?.catch(() => undefined);
      launched?.kill();
    },
  };
}
