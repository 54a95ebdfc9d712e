import { describe, expect, it } from 'vitest';
import { withBrowser } from '../../src/book/browser-ahead.js';
import type { StartingBrowser } from '../../src/paginate/browser.js';

function starting(): { ahead: StartingBrowser; kills: string[] } {
  const kills: string[] = [];
  const kill = (): void => {
    kills.push('killed');
  };
  return { ahead: { browser: new Promise<never>(() => undefined), kill }, kills };
}

describe('a browser that was started ahead', () => {
  it('ends with work that fails before it takes it over: else the program would wait for it for ever', async () => {
    const { ahead, kills } = starting();
    const failure = new Error('a package is missing');
    await expect(withBrowser(ahead, () => Promise.reject(failure))).rejects.toBe(failure);
    expect(kills).toHaveLength(1);
  });

  it('is left to work that is done', async () => {
    const { ahead, kills } = starting();
    expect(await withBrowser(ahead, async () => 'done')).toBe('done');
    expect(kills).toEqual([]);
  });
});
