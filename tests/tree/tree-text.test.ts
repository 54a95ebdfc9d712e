import { describe, expect, it } from 'vitest';
import { countNodes } from '../../src/tree/count.js';
import { bodyRuns, countCharacters, type Run, treeRuns, treeStretches } from '../../src/tree/tree-text.js';
import { DOCUMENT, EVERYTHING, PLATES, ROSTER } from '../manuscript/everything.js';
import { readFiles, tree } from '../manuscript/sample.js';

const saidBy = (runs: Run[]): string => runs.map((run) => run.text).join('');

async function printed(source: string): Promise<string[]> {
  return treeRuns(await tree(source)).map((run) => run.text);
}

describe('the printed text of a manuscript', () => {
  it('runs from the heading of the 分目 through title, number and date to the body', async () => {
    expect((await printed(DOCUMENT)).slice(0, 6)).toEqual([
      '文件辑存',
      '办法',
      '测政发〔2021〕5号',
      '2021年6月4日',
      '第一条',
      '甲。',
    ]);
  });

  it('ends with the byline', async () => {
    expect((await printed(EVERYTHING)).slice(-2)).toEqual(['李强', '测试县农业农村局']);
  });

  it('has the words of index marks and not their terms, titles without 【】, no breaks', async () => {
    const text = (await printed(EVERYTHING)).join('');
    expect(text).toContain('上下和放管服改革。甲全县收粮');
    expect(text).not.toMatch(/【|】/);
  });

  it('has caption and unit before the cells, merged cells once', async () => {
    expect((await printed(EVERYTHING)).join('|')).toContain(
      '表1　产值|单位：亿元|指标|2021年|数量|增长%|小麦|1|a|b|c|玉米',
    );
  });

  it('has the marks of a roster line', async () => {
    expect((await printed(ROSTER)).join('')).toContain('书记：李强（女，任至8月（含））；王芳副书记：赵一（挂职）');
  });

  it('has no mark between the names of a 编纂委员会 in the 卷首, which stand in columns', async () => {
    const committee = '---\n类目: 卷首\n体裁: 名录\n---\n\n## 编辑部\n\n- 委员：李强（主任）；王芳；赵一\n';
    const { volume } = await readFiles({ '01-卷首/01-编委.md': committee });
    const [manuscript] = volume?.children[0]?.children ?? [];
    if (!manuscript) throw new Error('no manuscript');
    expect(saidBy(treeRuns(manuscript))).toBe('编辑部委员：李强（主任）王芳赵一');
    expect(saidBy(bodyRuns(manuscript))).toBe('编辑部委员：李强（主任）；王芳；赵一');
  });

  it('has the captions of photos, each with who took them', async () => {
    expect(await printed(PLATES)).toEqual(['农业', '麦田', '“果园”', '采摘', '李强']);
  });

  it('knows where each run comes from', async () => {
    const run = treeRuns(await tree(EVERYTHING)).find(({ text }) => text === '丙');
    expect(run).toEqual({ text: '丙', file: '01-农业/01-稿件.md', line: 23, column: 5 });
  });
});

describe('the printed text of a part', () => {
  it('begins with its title, but for 卷首', async () => {
    const { volume } = await readFiles({ '01-卷首/01-甲.md': PLATES, '02-附录/01-乙.md': ROSTER });
    const first = volume?.children.map((part) => treeRuns(part)[0]);
    expect(first).toEqual([
      { text: '农业', file: '01-卷首/01-甲.md', line: 6, column: 4 },
      { text: '附录', file: '02-附录/01-乙.md', line: 2, column: 5 },
    ]);
  });
});

describe('the stretches of a manuscript', () => {
  const read = async (source: string): Promise<[kind: string, text: string, path: string][]> =>
    treeStretches(await tree(source)).map(({ kind, runs, path }) => [kind, saidBy(runs), path.join('/')]);

  it.each([
    ['entries, tables and lists', EVERYTHING],
    ['a document', DOCUMENT],
    ['plates', PLATES],
    ['a roster', ROSTER],
  ])('say what its runs say, in the same order: %s', async (_, source) => {
    const manuscript = await tree(source);
    expect(treeStretches(manuscript).flatMap(({ runs }) => runs)).toEqual(treeRuns(manuscript));
  });

  it('are titles, paragraphs, captions, cells and the byline, each with the titles that hold it', async () => {
    const stretches = await read(EVERYTHING);
    const [title] = stretches.filter(([kind]) => kind === 'title');
    expect(title?.[2].endsWith(title[1])).toBe(true);
    expect(stretches).toContainEqual(['caption', '表1　产值', expect.any(String)]);
    expect(stretches).toContainEqual(['cell', '小麦', expect.any(String)]);
    expect(stretches.at(-1)?.[0]).toBe('byline');
  });

  it('of a part begin with its title, which holds them all', async () => {
    const { volume } = await readFiles({ '01-附录/01-甲.md': ROSTER });
    const [part] = volume?.children ?? [];
    if (!part) throw new Error('no part');
    const stretches = treeStretches(part);
    expect(stretches[0]).toMatchObject({ kind: 'title', path: ['附录'] });
    expect(stretches.every(({ path }) => path[0] === '附录')).toBe(true);
    expect(stretches.flatMap(({ runs }) => runs)).toEqual(treeRuns(part));
  });
});

describe('counting', () => {
  it('counts what prints, and what there is', async () => {
    const { volume } = await readFiles({ '01-附录/01-甲.md': ROSTER });
    if (!volume) throw new Error('no volume');
    expect(countNodes(volume)).toMatchObject({ parts: 1, manuscripts: 1, holders: 4, entries: 0 });
    expect(countCharacters(volume)).toBe(
      '附录名录党委书记：李强（女，任至8月（含））；王芳副书记：赵一（挂职）办公室主任：孙二'.length,
    );
  });
});
