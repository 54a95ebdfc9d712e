import { describe, expect, it } from 'vitest';
import { EM, han, setLines } from './set-lines.js';

const texts = (lines: { text: string }[]): string[] => lines.map((line) => line.text);

describe('the composer', () => {
  it('fills lines of Han without any space', () => {
    const lines = setLines(han(50));
    expect(texts(lines).map((text) => text.length)).toEqual([20, 20, 10]);
    for (const line of lines) expect([line.stretch, line.squeeze]).toEqual([0, 0]);
  });

  it('counts the indent into the first line alone, and a hanging indent too', () => {
    expect(texts(setLines(han(50), { indent: 2 * EM })).map((text) => text.length)).toEqual([18, 20, 12]);
    expect(texts(setLines(han(50), { indent: -2 * EM })).map((text) => text.length)).toEqual([22, 20, 8]);
  });

  it('gives no line to an empty text', () => {
    expect(setLines('')).toEqual([]);
  });

  it('loses and doubles nothing, whatever the text', () => {
    const text = `${han(13)}，GDP增长12.5%，“十四五”规划（草案）。${han(7)}——${han(9)}……${han(30)}𠮷${han(5)}。`;
    for (let measure = 1; measure < 40; measure += 1) {
      for (const justified of [true, false]) {
        expect(texts(setLines(text, { measure: measure * EM, justified })).join('')).toBe(text);
      }
    }
  });
});

describe('marks (GB/T 15834-2011, 5.1.10)', () => {
  it('take one and a half em where two of them meet', () => {
    for (const pair of ['》，', '”。', '？”', '！”', '，“', '：“', '）、', '（《', '”“']) {
      const [line] = setLines(`天${pair}地`);
      expect(line?.places[3]?.from, pair).toBeCloseTo(2.5, 6);
    }
  });

  it('take two em where three of them meet', () => {
    const [line] = setLines('天》。”地');
    expect(line?.places[4]?.from).toBeCloseTo(3, 6);
  });

  it('are no marks inside a word: it’s', () => {
    const [line] = setLines('天it’s地');
    const [, , , mark, after] = line?.places ?? [];
    expect((after?.from ?? 0) - (mark?.from ?? 0)).toBeCloseTo(0.3, 6);
    const [quoted] = setLines('天‘地’人');
    expect(quoted?.places[4]?.from).toBeCloseTo(4, 6);
  });

  it('lose their blank half at both ends of a line', () => {
    const lines = setLines(`${han(19)}，“${han(30)}`);
    expect(lines[0]?.text.endsWith('，')).toBe(true);
    expect(lines[0]?.right).toBeCloseTo(20, 6);
    expect(lines[1]?.places[0]).toMatchObject({ character: '“', from: -0.5 });
  });

  it('begin with their ink where the paragraph begins', () => {
    const [line] = setLines(`“${han(5)}”`, { indent: 2 * EM });
    expect(line?.places[0]?.from).toBeCloseTo(1.5, 6);
    expect(line?.places[1]?.from).toBeCloseTo(2.5, 6);
  });

  it('never open a line that they must not open, nor end one', () => {
    for (let before = 15; before < 25; before += 1) {
      const lines = texts(setLines(`${han(before)}，${han(9)}《${han(8)}》：“${han(12)}！”${han(9)}`));
      for (const line of lines.slice(1)) expect(line).not.toMatch(/^[，》：！”]/u);
      for (const line of lines.slice(0, -1)) expect(line).not.toMatch(/[《“]$/u);
    }
  });

  it('stand together where they are joined: —— and ……', () => {
    for (let before = 15; before < 25; before += 1) {
      for (const mark of ['——', '……']) {
        const lines = texts(setLines(`${han(before)}${mark}${han(30)}`));
        expect(lines.filter((line) => line.includes(mark))).toHaveLength(1);
      }
    }
  });
});

describe('a narrow measure', () => {
  it('is filled in a column of text, and left ragged in a cell', () => {
    const text = `${han(9)}1,234元${han(20)}`;
    const [column] = setLines(text, { measure: 11 * EM });
    const [cell] = setLines(text, { measure: 11 * EM, inCell: true });
    expect(column?.text).toBe(han(9));
    expect(column?.right).toBeCloseTo(11, 6);
    expect(cell?.right).toBeCloseTo(9, 6);
  });
});

describe('a number that fits no line', () => {
  it('is not parted from its unit, even where the line before it is left short', () => {
    const lines = texts(setLines(`${han(7)}1,234,567.89元${han(20)}`, { measure: 13 * EM }));
    expect(lines[0]).toBe(han(7));
    expect(lines[1]).toMatch(/^1,234,567\.89元/u);
  });
});

describe('the space of a line', () => {
  it('is squeezed before it is stretched', () => {
    // Twenty characters are half an em too long, nineteen half an em too short: two marks give a quarter each.
    const [line] = setLines(`${han(5)}，${han(6)}，${han(7)}${han(30)}`, { measure: 19.5 * EM });
    expect(line?.squeeze).toBeCloseTo(0.5, 6);
    expect(line?.stretch).toBe(0);
    expect(line?.text).toHaveLength(20);
    expect(line?.right).toBeCloseTo(19.5, 6);
  });

  it('is shared evenly between all marks that are squeezed', () => {
    const [line] = setLines(`${han(4)}、${han(4)}、${han(10)}${han(30)}`, { measure: 19.6 * EM });
    const marks = line?.places.filter((place) => place.character === '、') ?? [];
    expect(marks.map(({ from, to }) => (to - from).toFixed(3))).toEqual(['0.800', '0.800']);
  });

  it('is stretched evenly between Han, and not within numbers and words', () => {
    const [line] = setLines(`${han(6)}12345${han(7)}GDP${han(30)}`, { measure: 18.3 * EM });
    const { places = [], stretch = 0 } = line ?? {};
    expect(stretch).toBeGreaterThan(0);
    const gaps = places.slice(0, 5).map(({ from, to }) => to - from - 1);
    for (const gap of gaps) expect(gap).toBeCloseTo(stretch, 6);
    const digits = places.filter(({ character }) => /[1-4GD]/u.test(character));
    for (const { from, to } of digits) expect(to - from).toBeCloseTo(0.5, 6);
  });

  it('ends every line but the last at the measure, with or without a mark at its end', () => {
    const text = `${han(7)}，${han(11)}。${han(3)}、${han(13)}12.5万元；${han(8)}“${han(9)}”${han(21)}。`;
    for (let measure = 12; measure < 30; measure += 1) {
      const lines = setLines(text, { measure: measure * EM });
      for (const line of lines.slice(0, -1)) expect(line.right, `${measure}: ${line.text}`).toBeCloseTo(measure, 6);
      expect(lines.at(-1)?.right).toBeLessThanOrEqual(measure + 1e-6);
    }
  });

  it('is left as it is where lines are not justified', () => {
    for (const line of setLines(`${han(10)}1234567890123${han(20)}`, { measure: 14 * EM, justified: false })) {
      expect(line.stretch).toBe(0);
    }
  });
});

describe('numbers', () => {
  it('stay whole, with their units, though the line must be stretched for it', () => {
    for (let before = 10; before < 24; before += 1) {
      const lines = texts(setLines(`${han(before)}15亿元，${han(6)}20%～30%${han(20)}`));
      expect(lines.filter((line) => line.includes('15亿元'))).toHaveLength(1);
      expect(lines.filter((line) => line.includes('20%～30%'))).toHaveLength(1);
    }
  });

  it('are broken where they are longer than a line', () => {
    const lines = setLines('1'.repeat(100));
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(line.right).toBeLessThanOrEqual(20 + 1e-6);
  });
});

describe('a paragraph', () => {
  it('does not end in a line of one character, with or without a full stop', () => {
    for (let length = 21; length < 90; length += 1) {
      for (const stop of ['', '。', '）。']) {
        const lines = texts(setLines(`${han(length)}${stop}`, { indent: 2 * EM }));
        if (lines.length > 1) expect(lines.at(-1)?.replace(/[。）]/gu, '').length, lines.join('|')).toBeGreaterThan(1);
      }
    }
  });

  it('of a title has lines of about one length', () => {
    const lines = texts(setLines(han(24), { balanced: true, justified: false }));
    expect(lines.map((line) => line.length)).toEqual([12, 12]);
  });

  it('keeps on one line what is to be kept', () => {
    for (let before = 14; before < 22; before += 1) {
      const lines = texts(setLines(`${han(before)}张三丰（兼）${han(20)}`, { kept: [[before, before + 6]] }));
      expect(lines.filter((line) => line.includes('张三丰（兼）'))).toHaveLength(1);
    }
  });
});
