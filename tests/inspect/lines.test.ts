/** The rules on single lines: a page with the fault gives exactly that breach, the page without it none. */
import { describe, expect, it } from 'vitest';
import { faults, han, inspect, nameOf, paragraph, type TestLine } from './sheet.js';

/** One paragraph in the left column. */
const found = (...lines: TestLine[]): string[] => faults(inspect([[{ column: 0, blocks: [paragraph(lines)] }]]));

/** A paragraph of three lines, the second and third beginning as given; the first two end as given. */
const turned = (end: string, start: string): string[] =>
  found(`${han(20 - width(end))}${end}`, `${start}${han(22 - width(start))}`, han(9));

/** How many Han characters to leave out for a text: a line is rather stretched a little than overfull. */
function width(text: string): number {
  return Math.ceil([...text].reduce((sum, char) => sum + (char < '~' ? 0.5 : 1), 0.25));
}

describe('a page without a fault', () => {
  it('gives no breach, and says what was checked', () => {
    const lines = [`${han(10)}，“${han(7)}”，`, `“${han(12)}”（2021年15项）${han(2)}`, '《甲》：15亿元。'];
    const layout = inspect([
      [
        { column: 0, blocks: [paragraph(lines), paragraph([han(20), han(22), han(5)])] },
        { column: 1, blocks: [paragraph([han(20), han(22), han(5)]), paragraph(lines)] },
      ],
    ]);
    expect(layout.breaches.map(({ rule, what, text }) => [rule, what, text])).toEqual([]);
    expect(layout.lines).toBe(12);
    const idle = layout.rules.filter(({ checked }) => checked === 0).map(({ rule }) => rule);
    expect(idle).toEqual(['widow', 'orphan', 'byline-head', 'columns-level']);
  });
});

describe('line-start-mark', () => {
  it.each([...'，。、；：？！”’）〕】》·—～~/／%％℃‰'])('%s may not open a line', (mark) => {
    expect(turned('张', mark)).toContain('line-start-mark 1/1/2');
  });

  it('lets a dash open a paragraph or a subtitle, and a minus sign a number', () => {
    expect(found(`——${han(18)}`, han(22), han(9))).toEqual([]);
    expect(turned('为', '-0.38')).toEqual([]);
  });

  it('holds in heads and cells too', () => {
    const kinds = ['heading', 'cell', 'caption', 'entry'] as const;
    const blocks = kinds.map((kind) => ({ kind, lines: [han(8), `、${han(3)}`] }));
    expect(faults(inspect([[{ column: 0, blocks }]]))).toEqual([2, 4, 6, 8].map((n) => `line-start-mark 1/1/${n}`));
  });
});

describe('line-end-mark', () => {
  it.each([...'“‘（〔【《〈/'])('%s may not end a line', (mark) => {
    expect(turned(mark, '张')).toContain('line-end-mark 1/1/1');
  });
});

describe('mark-split', () => {
  it.each([...'—…'])('%s%s is not parted', (mark) => {
    expect(turned(mark, mark)).toEqual(['mark-split 1/1/2']);
    expect(turned(`${mark}${mark}`, '张')).toEqual([]);
  });
});

describe('number-split', () => {
  it.each([
    ['1', '5亿元'],
    ['15', '亿元'],
    ['15亿', '元'],
    ['1.', '5亿元'],
    ['3～', '5个'],
    ['20%～', '30%'],
    ['2024-01-', '05'],
    ['第', '3次'],
    ['第3', '次'],
    ['5月', '8日'],
    ['2021', '年'],
    ['〔2021〕', '50号'],
    ['增长＋', '5个'],
  ])('%s▏%s', (end, start) => {
    expect(turned(end, start)).toEqual(['number-split 1/1/1']);
  });

  it.each([
    ['3个、', '5个'],
    ['2021年', '5月'],
    ['15亿元', '左右'],
    ['第三', '次'],
    ['达到', '30%'],
  ])('%s▏%s may be parted', (end, start) => {
    expect(turned(end, start)).toEqual([]);
  });
});

describe('latin-split', () => {
  it('keeps words whole, but for those that are longer than words', () => {
    expect(turned('Yearb', 'ook')).toEqual(['latin-split 1/1/1']);
    const address = 'abcdefghijklmnopqrstuvwxyzabcdefghijklmn';
    const forced = inspect([[{ column: 0, blocks: [paragraph([address, `${address}甲`])] }]]);
    expect(forced.breaches.map((each) => [nameOf(each), each.kind])).toEqual([['latin-split 1/1/1', 'forced']]);
  });
});

describe('marks side by side', () => {
  const pairs = ['），', '”。', '？”', '！”', '，“', '“《', '》《', '：“'];

  it.each(pairs)('%s takes a square and a half', (pair) => {
    expect(found(han(20), `${han(4)}${pair}${han(3)}`)).toEqual([]);
    expect(found(han(20), { text: `${han(4)}${pair}${han(3)}`, nudge: { 5: 0.5 } })).toEqual(['marks-loose 1/1/2']);
    expect(found(han(20), { text: `${han(4)}${pair}${han(3)}`, nudge: { 5: -0.2 } })).toEqual(['marks-collide 1/1/2']);
  });
});

describe('mark-width', () => {
  it.each([
    ['“', 0.35],
    ['”', 0.35],
    ['’', 0.3],
    ['·', 0.33],
    ['—', 0.8],
    ['…', 0.7],
  ])('%s of %d em is no Chinese mark', (mark, em) => {
    expect(found(han(20), { text: `${han(4)}${mark}${han(3)}`, widths: { [mark]: em } })).toEqual(['mark-width 1/1/2']);
  });

  it('lets 间隔号 take half a square, and letters their apostrophe', () => {
    expect(found(han(20), { text: `${han(4)}·${han(3)}`, widths: { '·': 0.5 } })).toEqual([]);
    expect(found(han(20), { text: `${han(4)}Jinchuan’s${han(3)}`, widths: { '’': 0.3 } })).toEqual([]);
  });
});

describe('spacing', () => {
  it('han-gap: over a quarter em', () => {
    expect(found(han(17), han(22), han(9))).toEqual([]);
    expect(found(han(15), han(22), han(9))).toEqual(['han-gap 1/1/1']);
  });

  it('han-gap: forced where the next line begins with a run that has no room', () => {
    const lines = [han(15), `2021-01-05/2021${han(13)}`, han(9)];
    const { breaches, rules } = inspect([[{ column: 0, blocks: [paragraph(lines)] }]]);
    expect(breaches.map((each) => [each.rule, each.kind, each.line])).toEqual([['han-gap', 'forced', 1]]);
    expect(rules.find(({ rule }) => rule === 'han-gap')).toMatchObject({ breaches: 0, forced: 1 });
  });

  it('han-tight: closer than their squares', () => {
    expect(found(han(21), han(22), han(9))).toEqual(['han-tight 1/1/1']);
  });

  it('uneven-line', () => {
    expect(found(han(20), { text: han(9), nudge: { 4: 0.1 } })).toEqual(['uneven-line 1/1/2']);
  });

  it('mixed-gap: nothing, or half an em, between Han and digits', () => {
    expect(found(han(20), { text: '共有25项', nudge: { 2: -0.1, 4: -0.1 } })).toEqual(['mixed-gap 1/1/2']);
    expect(found(han(20), { text: '共有25项', nudge: { 2: 0.3, 4: 0.3 } })).toEqual(['mixed-gap 1/1/2']);
  });

  it('mixed-gap-uneven', () => {
    expect(found(han(20), { text: '共有25项', nudge: { 2: 0.1 } })).toEqual(['mixed-gap-uneven 1/1/2']);
  });

  it('stray-space: but an ideographic space pads a name', () => {
    expect(found(han(20), '张 三丰')).toEqual(['stray-space 1/1/2']);
    expect(found(han(20), '张　三')).toEqual([]);
  });
});

describe('edges', () => {
  it('line-start-half', () => {
    expect(found(han(20), { text: `“${han(20)}”`, wholeStart: true }, han(9))).toEqual(['line-start-half 1/1/2']);
    // Behind the indent of a paragraph it may keep its square.
    expect(found({ text: `“${han(18)}”`, wholeStart: true }, han(22), han(9))).toEqual([]);
  });

  it('line-end-half', () => {
    expect(found({ text: `${han(19)}，`, wholeEnd: true }, han(22), han(9))).toEqual(['line-end-half 1/1/1']);
    expect(found(`${han(19)}，`, han(22), `${han(9)}。`)).toEqual([]);
  });

  it('line-left', () => {
    expect(found(han(20), { text: han(21), inset: 0.3 }, han(9))).toEqual(['line-left 1/1/2']);
  });

  it('line-right: short of the edge', () => {
    expect(found(han(20), { text: han(21), short: 0.4 }, han(9))).toEqual(['line-right 1/1/2']);
  });

  it('line-right: forced where a word has no gap to be stretched and the next is too long', () => {
    const address = 'abcdefghijklmnopqrstuvwxyzabcdefghijklmn';
    const lines = [{ text: address.slice(0, 39), short: 0.5 }, `${address}甲`];
    const { breaches } = inspect([[{ column: 0, blocks: [paragraph(lines)] }]]);
    expect(breaches.map(({ rule, kind }) => [rule, kind])).toEqual([
      ['latin-split', 'forced'],
      ['line-right', 'forced'],
    ]);
  });

  it('overflow: into the gutter, and outside-area: off the page', () => {
    expect(found(han(20), han(23))).toEqual(['overflow 1/1/2']);
    const right = inspect([[{ column: 1, blocks: [paragraph([han(20), han(23)])] }]]);
    expect(faults(right)).toEqual(['overflow 1/2/2', 'outside-area 1/2/2']);
  });
});

describe('last-line-single', () => {
  it.each(['了', '了。', '了。”'])('%s alone on the last line', (end) => {
    expect(found(han(20), han(22), end)).toEqual(['last-line-single 1/1/3']);
  });

  it('needs two lines; a number or two characters are enough', () => {
    expect(found('了。')).toEqual([]);
    expect(found(han(20), '去了。')).toEqual([]);
    expect(found(han(20), '5')).toEqual([]);
  });
});

describe('glyphs-overlap', () => {
  it('is letters run into each other', () => {
    expect(found(han(20), { text: '共有GDP三', nudge: { 3: -0.3 } })).toEqual(['glyphs-overlap 1/1/2']);
  });
});
