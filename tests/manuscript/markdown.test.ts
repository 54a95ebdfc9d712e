/** Plain lines bypass the parser: the result must be what the parser would have given. */
import { describe, expect, it } from 'vitest';
import { parseWithGrammar } from '../../src/manuscript/text/grammar.js';
import { parseMarkdown, prepareMarkdown } from '../../src/manuscript/text/markdown.js';
import { EVERYTHING } from './everything.js';

const LINES = [
  '全县收粮10万吨，增长5%。',
  '　　缩进的段落。',
  '## 种植业',
  '### 一、春耕',
  '## ',
  '##没有空格',
  '### 井号结尾 #',
  '- 列表',
  '  列表的续段',
  '1. 编号',
  '2021. 年份',
  '1.不是列表',
  '    四格缩进',
  '| 甲 | 乙 |',
  '| --- | --- |',
  '**粗体**文字',
  '行末空格 ',
  '![图](a.jpg)',
  '甲:索引[乙]丙',
  '(一)半角括号开头',
  '“引号开头”',
  '-0.38‰',
  '+5%',
  '=',
  '---',
  '> 引文',
  '`代码`',
  '\t制表符',
  'A&B',
  '10:30',
  '△　同日',
  '﹏',
  '',
  '',
  '',
];

/** A small generator of pseudo-random numbers, so that a failure can be repeated. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * sides);
  };
}

async function bothWays(source: string): Promise<[unknown, unknown]> {
  await prepareMarkdown(source);
  return [plain(parseMarkdown(source)), plain(parseWithGrammar(source))];
}

/** Without what the two trees need not share: undefined members. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

describe('plain lines', () => {
  it('give the tree that the parser gives, for a manuscript with every construct', async () => {
    const [fast, full] = await bothWays(EVERYTHING.replace(/^---\n[\s\S]*?\n---\n/, ''));
    expect(fast).toEqual(full);
  });

  it.each(['\n', '\r\n', '\r'])(
    'give the tree that the parser gives, for lines in any order, ended by %j',
    async (end) => {
      const roll = dice(7);
      for (let round = 0; round < 300; round += 1) {
        const lines = Array.from({ length: 3 + roll(12) }, () => LINES[roll(LINES.length)]);
        const source = lines.join(end);
        const [fast, full] = await bothWays(source);
        expect(fast, JSON.stringify(source)).toEqual(full);
      }
    },
  );
});
