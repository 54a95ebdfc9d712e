import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { cacheKey, type FlowCache, NO_CACHE, openFlowCache } from '../../src/paginate/flow-cache.js';
import type { FlowSurvey } from '../../src/paginate/paginator.js';
import { page, survey } from './surveys.js';

const PAGES = '<div class="pagedjs_page">春耕 "甲" & 𠮷</div>';
const SURVEY = survey([page('春耕')], [{ id: 'p02', page: 0, column: 0, y: 96 }]);
const KEY = cacheKey('engine', 'p02', '<section></section>');
const DAY_MS = 24 * 3600 * 1000;

/** What the cache has under KEY, pages and all. */
async function kept(cache: FlowCache): Promise<{ survey: FlowSurvey; pages: string } | undefined> {
  const flow = await cache.get(KEY);
  return flow && { survey: flow.survey, pages: await flow.pages() };
}

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
    await cache.put(KEY, SURVEY, PAGES);
    const flow = { survey: SURVEY, pages: PAGES };
    expect(await kept(cache)).toEqual(flow);
    expect(await kept(await openFlowCache(folder))).toEqual(flow);
    expect((await readdir(folder)).sort()).toEqual([`${KEY}.html`, `${KEY}.json`]);
  });

  it('has nothing under a key that it does not know', async () => {
    expect(await (await openFlowCache(await scratch())).get(KEY)).toBeUndefined();
  });

  it.each([
    ['is empty', ''],
    ['was cut off', JSON.stringify({ bytes: Buffer.byteLength(PAGES), survey: SURVEY }).slice(0, -20)],
    ['is no JSON', 'pages'],
    ['is null', 'null'],
    ['is a list', '[]'],
    ['does not know its pages', JSON.stringify({ survey: SURVEY })],
    ['has no survey', JSON.stringify({ bytes: Buffer.byteLength(PAGES) })],
    ['has half a survey', JSON.stringify({ bytes: Buffer.byteLength(PAGES), survey: { pages: [], faults: [] } })],
  ])('counts a survey that %s as missing', async (_, content) => {
    const folder = await scratch();
    const cache = await openFlowCache(folder);
    await cache.put(KEY, SURVEY, PAGES);
    await writeFile(join(folder, `${KEY}.json`), content);
    expect(await cache.get(KEY)).toBeUndefined();
    await cache.put(KEY, SURVEY, PAGES);
    expect(await kept(cache)).toEqual({ survey: SURVEY, pages: PAGES });
  });

  it('counts pages that were cut off or are gone as missing', async () => {
    const folder = await scratch();
    const cache = await openFlowCache(folder);
    await cache.put(KEY, SURVEY, PAGES);
    await writeFile(join(folder, `${KEY}.html`), PAGES.slice(0, -9));
    expect(await cache.get(KEY)).toBeUndefined();
    await rm(join(folder, `${KEY}.html`));
    expect(await cache.get(KEY)).toBeUndefined();
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
    await writeOld(folder, 750, 8);
    await writeOld(folder, 60, 6);
    await cache.put(KEY, SURVEY, PAGES);
    const long = new Date(Date.now() - 30 * DAY_MS);
    for (const kind of ['json', 'html']) await utimes(join(folder, `${KEY}.${kind}`), long, long);
    // To ask for it is to use it.
    await cache.get(KEY);
    await cache.prune();
    const left = await readdir(folder);
    expect(left).toHaveLength(62);
    expect(left).toContain(`${KEY}.json`);
    expect(left).toContain(`${KEY}.html`);
  });

  it('is not disturbed by what it cannot delete', async () => {
    const folder = await scratch();
    const cache = await openFlowCache(folder);
    await writeOld(folder, 801, 8);
    // Two runs prune at the same time: each finds files gone that it has listed.
    await Promise.all([cache.prune(), cache.prune(), (await openFlowCache(folder)).prune()]);
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('no cache', () => {
  it('keeps nothing', async () => {
    await NO_CACHE.put(KEY, SURVEY, PAGES);
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
