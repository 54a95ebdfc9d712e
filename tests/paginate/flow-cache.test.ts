import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { cacheKey, type KeptFlow, NO_CACHE, openFlowCache } from '../../src/paginate/flow-cache.js';
import { page, survey } from './surveys.js';

const KEPT: KeptFlow = {
  pages: '<div class="pagedjs_page">春耕 "甲" & 𠮷</div>',
  survey: survey([page('春耕')], [{ id: 'p02', page: 0, column: 0, y: 96 }]),
};
const KEY = cacheKey('engine', 'p02', '<section></section>');
const DAY_MS = 24 * 3600 * 1000;

async function scratch(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'nianjian-flows-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes files that were last used so many days ago. */
async function writeOld(folder: string, count: number, days: number): Promise<void> {
  const then = new Date(Date.now() - days * DAY_MS);
  for (let i = 0; i < count; i += 1) {
    const file = join(folder, `${days}-${i}.json`);
    await writeFile(file, '{}');
    await utimes(file, then, then);
  }
}

describe('the cache of flows', () => {
  it('gives back what was put into it, in a later run too', async () => {
    const folder = join(await scratch(), 'deep', 'flows');
    const cache = await openFlowCache(folder);
    await cache.put(KEY, KEPT);
    expect(await cache.get(KEY)).toEqual(KEPT);
    expect(await (await openFlowCache(folder)).get(KEY)).toEqual(KEPT);
    expect(await readdir(folder)).toEqual([`${KEY}.json`]);
  });

  it('has nothing under a key that it does not know', async () => {
    expect(await (await openFlowCache(await scratch())).get(KEY)).toBeUndefined();
  });

  it.each([
    ['is empty', ''],
    ['was cut off', JSON.stringify(KEPT).slice(0, -20)],
    ['is no JSON', 'pages'],
    ['is null', 'null'],
    ['is a list', '[]'],
    ['has no pages', JSON.stringify({ survey: KEPT.survey })],
    ['has no survey', JSON.stringify({ pages: KEPT.pages })],
    ['has half a survey', JSON.stringify({ pages: KEPT.pages, survey: { pages: [], faults: [] } })],
    ['has another kind of pages', JSON.stringify({ pages: 3, survey: KEPT.survey })],
  ])('counts a file that %s as missing', async (_, content) => {
    const folder = await scratch();
    const cache = await openFlowCache(folder);
    await writeFile(join(folder, `${KEY}.json`), content);
    expect(await cache.get(KEY)).toBeUndefined();
    await cache.put(KEY, KEPT);
    expect(await cache.get(KEY)).toEqual(KEPT);
  });

  it('keeps everything while there is little', async () => {
    const folder = await scratch();
    const cache = await openFlowCache(folder);
    await writeOld(folder, 20, 30);
    await cache.prune();
    expect(await readdir(folder)).toHaveLength(20);
  });

  it('deletes what nobody has asked for in a week once there is much, and nothing else', async () => {
    const folder = await scratch();
    const cache = await openFlowCache(folder);
    await writeOld(folder, 350, 8);
    await writeOld(folder, 60, 6);
    await cache.put(KEY, KEPT);
    const long = new Date(Date.now() - 30 * DAY_MS);
    await utimes(join(folder, `${KEY}.json`), long, long);
    // To ask for it is to use it.
    await cache.get(KEY);
    await cache.prune();
    const left = await readdir(folder);
    expect(left).toHaveLength(61);
    expect(left).toContain(`${KEY}.json`);
  });

  it('is not disturbed by what it cannot delete', async () => {
    const folder = await scratch();
    const cache = await openFlowCache(folder);
    await writeOld(folder, 401, 8);
    // Two runs prune at the same time: each finds files gone that it has listed.
    await Promise.all([cache.prune(), cache.prune(), (await openFlowCache(folder)).prune()]);
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('no cache', () => {
  it('keeps nothing', async () => {
    await NO_CACHE.put(KEY, KEPT);
    expect(await NO_CACHE.get(KEY)).toBeUndefined();
    await NO_CACHE.prune();
  });
});

describe('a key', () => {
  it('is the same for the same parts, and a name for a file', () => {
    expect(cacheKey('甲', '乙')).toBe(cacheKey('甲', '乙'));
    expect(cacheKey('甲/乙', '\0')).toMatch(/^[0-9a-f]{32}$/u);
  });

  it('changes with every part, their number and their borders', () => {
    const keys = [['甲', '乙'], ['甲乙'], ['甲乙', ''], ['', '甲乙'], ['乙', '甲'], ['甲'], []];
    expect(new Set(keys.map((parts) => cacheKey(...parts))).size).toBe(keys.length);
  });
});
