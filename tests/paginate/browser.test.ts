/** The browser page: closed to the network, and whatever a manuscript says in it is text. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scratchFolder } from '../pipeline/volume.js';
import { linesOf } from './measure.js';
import { type Book, flowOf, openBook } from './set-book.js';

const scratch = scratchFolder();
const asked: string[] = [];
let book: Book;
let server: Server;
let origin: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.setHeader('access-control-allow-origin', '*').end('seen');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  book = await openBook(scratch);
});
afterAll(async () => {
  await book?.close();
  server?.close();
});

describe('the page', () => {
  it('cannot fetch: the server next door sees nothing', async () => {
    expect(await (await fetch(`${origin}/self`)).text()).toBe('seen');
    const answer = await book.page.evaluate(
      (url) =>
        fetch(url).then(
          () => 'fetched',
          () => 'refused',
        ),
      `${origin}/fetch`,
    );
    expect(answer).toBe('refused');
    expect(asked).toEqual(['/self']);
  });

  it('loads no picture, style, script or frame from the network, and sends no beacon', async () => {
    await book.page.evaluate(async (url) => {
      const made = [
        Object.assign(document.createElement('img'), { src: `${url}/img` }),
        Object.assign(document.createElement('script'), { src: `${url}/script` }),
        Object.assign(document.createElement('link'), { rel: 'stylesheet', href: `${url}/style` }),
        Object.assign(document.createElement('iframe'), { src: `${url}/frame` }),
      ];
      document.body.append(...made);
      const style = document.createElement('style');
      style.textContent = `@import "${url}/import"; body { background: url(${url}/background) }`;
      document.head.append(style);
      navigator.sendBeacon(`${url}/beacon`);
      await new Promise((resolve) => setTimeout(resolve, 500));
      for (const element of [...made, style]) element.remove();
    }, origin);
    expect(asked).toEqual(['/self']);
  });

  it('runs no script that text could smuggle in', async () => {
    const ran = await book.page.evaluate(() => {
      const area = document.createElement('div');
      area.innerHTML = '<img src="data:image/gif;base64,!" onerror="window.smuggled = true">';
      document.body.append(area);
      const script = document.createElement('script');
      script.textContent = 'window.smuggled = true';
      document.body.append(script);
      return new Promise<boolean>((resolve) => {
        setTimeout(() => {
          area.remove();
          script.remove();
          resolve('smuggled' in window);
        }, 200);
      });
    });
    expect(ran).toBe(false);
  });

  it('prints what merely looks like HTML as it was typed', async () => {
    const typed = '种植 \\<b>小麦\\</b>、\\&amp;、A\\&B、1 \\< 2、“x>y”。';
    const flow = await flowOf(scratch, `## 种植\n\n${typed}`);
    const surveys = await book.set(flow);
    expect(surveys.messages).toEqual([]);
    const lines = (await linesOf(book.page, flow.id)).filter((line) => line.block === 'p').map((line) => line.text);
    expect(lines.join('')).toBe('种植<b>小麦</b>、&amp;、A&B、1<2、“x>y”。');
    expect(await book.page.$$eval('.box b', (found) => found.length)).toBe(0);
  });
});
