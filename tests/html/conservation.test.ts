/** What the conservation gate relies on: the HTML says what the tree says, each character once and in order. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentsOf, manuscriptFlows } from '../../src/html/book-flows.js';
import { titlePages } from '../../src/html/front/title-page.js';
import { readVolume } from '../../src/manuscript/read-volume.js';
import type { Volume } from '../../src/tree/nodes.js';
import { treeRuns } from '../../src/tree/tree-text.js';
import { CHRONICLE, DOCUMENT, EVERYTHING, PLATES, ROSTER } from '../manuscript/everything.js';
import { manuscript, volumeFolder } from '../manuscript/sample.js';
import { all, parse, textAndCaptions } from './elements.js';
import { flowsOf, indexFlowsOf, PICTURES, set } from './set.js';

const ARTICLE = manuscript(
  '引言，**粗**。\n\n## 一、甲\n\n正文。\n\n- 一\n\n### （一）乙\n\n![麦田](photos/01.jpg)\n\n1. 二\n',
  '体裁: 文章',
  '标题: 报告',
  '副题: ——在会上',
  '作者: 李强',
  '职务: 区长',
  '日期: 2021年12月8日',
  '分目: 会议',
  '供稿: 王芳',
);

const squeeze = (text: string): string => text.replace(/\s+/gu, '');
const saidBy = (runs: { text: string }[]): string => squeeze(runs.map((run) => run.text).join(''));

describe('the HTML of a manuscript says what its tree says', () => {
  it.each(
    Object.entries({ 条目: EVERYTHING, 文章: ARTICLE, 大事记: CHRONICLE, 名录: ROSTER, 文件: DOCUMENT, 彩页: PLATES }),
  )('%s', async (_, source) => {
    const [flow] = await flowsOf(source);
    if (!flow) throw new Error('no flow');
    expect(saidBy(flow.runs).length).toBeGreaterThan(5);
    expect(textAndCaptions(parse(flow.html))).toBe(saidBy(flow.runs));
  });
});

/** Compares every flow of a volume with its runs, and every page reference with the ids that there are. */
async function compare(volume: Volume): Promise<{ flows: number; ids: string[] }> {
  const flows = [titlePages(volume.settings, 100), ...manuscriptFlows(volume, PICTURES)];
  const indexes = await indexFlowsOf(volume, () => '12');
  const contents = contentsOf(volume, indexes, () => '12');
  const ids: string[] = [];
  for (const flow of [...flows, contents, ...indexes]) {
    const elements = parse(flow.html);
    expect(textAndCaptions(elements), flow.title).toBe(saidBy(flow.runs));
    ids.push(...idsOf(elements));
  }
  for (const target of [contents, ...indexes].flatMap(({ html }) => [...html.matchAll(/href="#([^"]+)"/gu)])) {
    expect(ids, `the target ${target[1]}`).toContain(target[1]);
  }
  // Captions stand behind the text of their flow, so the order of the two differs.
  const each = (runs: { text: string }[]): string[] => runs.map(({ text }) => text).sort();
  // The first flow is the title page, which comes from book.yaml.
  expect(each(flows.slice(1).flatMap((flow) => flow.runs))).toEqual(each(volume.children.flatMap(treeRuns)));
  return { flows: flows.length, ids };
}

function idsOf(elements: ReturnType<typeof parse>): string[] {
  return ['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'section', 'figure', 'span', 'div'].flatMap((name) =>
    all(elements, name).flatMap(({ attributes }) => attributes.id ?? []),
  );
}

describe('the HTML of a whole book says what its tree says, and every reference has its place', () => {
  it('in our sample volume', async () => {
    const { volume } = await readVolume(path.resolve('manuscripts/2022'));
    if (!volume) throw new Error('no volume');
    const { flows, ids } = await compare(volume);
    expect(flows).toBeGreaterThan(20);
    expect(new Set(ids).size).toBe(ids.length);
  });

  const corpus = path.resolve('../shared/corpus/jinchuan-2022');
  const absent = !existsSync(corpus);
  if (absent) console.log(`skipped: no corpus at ${path.relative('.', corpus)}`);
  it.skipIf(absent)('in a real yearbook', async () => {
    const { volume } = await readVolume(corpus);
    if (!volume) throw new Error('no volume');
    const { flows, ids } = await compare(volume);
    expect(flows).toBeGreaterThan(20);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('in a volume with all genres', async () => {
    const folder = await volumeFolder({
      '01-卷首/01-彩页.md': PLATES,
      '02-农业/01-甲.md': EVERYTHING,
      '02-农业/02-乙.md': ARTICLE,
      '03-大事记/01-大事记.md': CHRONICLE,
      '04-附录/01-名录.md': ROSTER,
      '04-附录/02-办法.md': DOCUMENT,
    });
    const { volume } = await readVolume(folder);
    if (!volume) throw new Error('no volume');
    expect((await compare(volume)).flows).toBe(5);
  });
});

describe('what the tool adds', () => {
  it('is marked as such, and nothing else is', async () => {
    const added = all(await set(EVERYTHING), 'span').filter((tag) => 'data-generated' in tag.attributes);
    expect(new Set(added.map((tag) => tag.children.join('')))).toEqual(
      new Set(['【', '】', '•', '3.', '4.', '（供稿：', '）']),
    );
  });
});
