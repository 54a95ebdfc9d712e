import { describe, expect, it } from 'vitest';
import { manuscript } from '../../manuscript/sample.js';
import { all, classes, text } from '../elements.js';
import { set } from '../set.js';

const SOURCE = '## 1月\n\n6日　甲。\n\n会议指出，乙。\n\n7日—8日　丙。\n\n△　**丁**。\n\n## 2月\n\n是月　戊。\n';

describe('a chronicle', () => {
  it('has a heading for each month', async () => {
    const page = await set(manuscript(SOURCE, '体裁: 大事记'));
    expect(all(page, 'h2').map((head) => [head.attributes.id, text(head)])).toEqual([
      ['p01m01h1', '1月'],
      ['p01m01h2', '2月'],
    ]);
  });

  it('has its dates as labels before the events, an ideographic space between', async () => {
    const page = await set(manuscript(SOURCE, '体裁: 大事记'));
    expect(all(page, '.event').map(text)).toEqual(['6日　甲。', '7日—8日　丙。', '△　丁。', '是月　戊。']);
    expect(all(page, '.label').map(text)).toEqual(['6日', '7日—8日', '△', '是月']);
  });

  it('goes on with the paragraphs of an event in their place', async () => {
    const [january, ...later] = all(await set(manuscript(SOURCE, '体裁: 大事记')), '.month');
    if (!january) throw new Error('no month');
    expect(text(january)).toBe('1月6日　甲。会议指出，乙。7日—8日　丙。△　丁。');
    expect(all(january, 'p').map((paragraph) => classes(paragraph).includes('event'))).toEqual([
      true,
      false,
      true,
      true,
    ]);
    expect(later.map(text)).toEqual(['2月是月　戊。']);
  });

  it('tells the style sheet how much of the hang each date leaves', async () => {
    const page = await set(
      manuscript('## 1月\n\n6日　甲。\n\n△　乙。\n\n12日　丙。\n\n14日—15日　丁。\n', '体裁: 大事记'),
    );
    expect(all(page, '.gap').map((gap) => classes(gap).slice(1))).toEqual([
      ['after-one-digit'],
      ['after-sign'],
      ['after-two-digits'],
      [],
    ]);
  });
});
