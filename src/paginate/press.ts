/** The press: browser and page, started when they are first wanted, or ahead of that while something else is done. */
import type { Page } from 'puppeteer';
import { type PressBrowser, startBrowser } from './browser.js';
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

export function openPress(theme: Theme): Press {
  let starting: Promise<Started> | undefined;
  const start = (): Promise<Started> => {
    starting ??= startBrowser().then(async (browser) => {
      try {
        return { browser, page: await loadPage(browser, theme) };
      } catch (error) {
        await browser.close();
        throw error;
      }
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
      const started = await starting?.catch(() => undefined);
      await started?.browser.close();
    },
  };
}
