import { describe, expect, it } from 'vitest';
import type { Sheet } from '../../../src/proof/drawing.js';
import type { EntryNote, ProofSheetsInput } from '../../../src/proof/sheet/input.js';
import { layOutProof } from '../../../src/proof/sheet/lay-out.js';
import {
  boundsOf,
  overlap,
  sampleChange,
  sampleFinding,
  sampleProof,
  sketchPage,
  textsOf,
  wordsOf,
} from './sample-proof.js';

const first = (input: ProofSheetsInput): Sheet => layOutProof(input)[0] as Sheet;
const notes = (count: number): EntryNote[] =>
  Array.from({ length: count }, (_, i) => ({
    address: `57${i % 2 ? 'b' : 'a'}${1 + ((i * 7) % 40)}`,
    file: `12-城乡建设/0${1 + (i % 3)}-交通运输管理.md`,
    line: 10 + i,
    contributor: ['交通局', '住建局', undefined][i % 3] as string,
  }));

const TRIMS = { 大16开: [210, 285], '16开': [185, 260], A4: [210, 297], '32开': [130, 184] } as const;
const CASES = Object.entries(TRIMS).flatMap(([name, [widthMm, heightMm]]) =>
  (['A4', 'A3', 'auto'] as const).flatMap((paper) =>
    [false, true].map((spreads) => ({ name, paper, spreads, trim: { widthMm, heightMm } })),
  ),
);

describe.each(CASES)('furniture of $name on $paper, facing pages: $spreads', ({ trim, paper, spreads }) => {
  const columns = trim.widthMm > 150 ? 2 : 1;
  const lines = Math.floor((trim.heightMm * (72 / 25.4) - 140) / 16.5);
  const pages = [56, 57].map((folio) => sketchPage({ folio, columns, lines, widthMm: trim.widthMm }));
  const selected = new Set(['57a2', '57a3']);
  const findings = [sampleFinding({ address: '57a7' })];
  const input = sampleProof({ trim, paper, spreads, pages, selected, findings, notes: notes(8) });
  const sheets = layOutProof({ ...input, changes: [sampleChange()] });

  it('stands outside the trim, and on the paper', () => {
    for (const sheet of sheets.filter(({ pages: placed }) => placed.length > 0)) {
      for (const item of sheet.items) {
        if (item.type === 'text' && item.opacity !== undefined) continue;
        const bounds = boundsOf(item);
        const words = item.type === 'text' ? item.text : item.type;
        for (const { left, top, width, height } of sheet.pages) {
          const page = { left, top, right: left + width, bottom: top + height };
          expect(overlap(bounds, page), `${words} lies on the page`).toBe(false);
        }
        expect(bounds.left, words).toBeGreaterThanOrEqual(0);
        expect(bounds.top, words).toBeGreaterThanOrEqual(0);
        expect(bounds.right, words).toBeLessThanOrEqual(sheet.width);
        expect(bounds.bottom, words).toBeLessThanOrEqual(sheet.height);
      }
    }
  });

  it('has no two texts over each other', () => {
    for (const sheet of sheets) expect(covered(sheet)).toEqual([]);
  });

  it('keeps the shape of the pages, which stand in the middle', () => {
    for (const sheet of sheets.filter(({ pages: placed }) => placed.length > 0)) {
      for (const { width, height } of sheet.pages) {
        expect(width / height).toBeCloseTo(trim.widthMm / trim.heightMm, 6);
      }
      const across = spreads ? 2 : 1;
      const [page] = sheet.pages;
      const inset = (sheet.width - across * (page?.width ?? 0)) / 2;
      expect(inset).toBeGreaterThanOrEqual((11.9 * 72) / 25.4);
    }
  });
});

/** Pairs of texts that cover each other; the watermark lies under all. */
function covered(sheet: Sheet): string[] {
  const texts = sheet.items.filter((item) => item.type === 'text').filter(({ opacity }) => opacity === undefined);
  return texts.flatMap((a, i) =>
    texts
      .slice(i + 1)
      .filter((b) => overlap(boundsOf(a), boundsOf(b)))
      .map((b) => `${a.text} / ${b.text}`),
  );
}

describe('the notes in the margin', () => {
  it.each([0, 1, 7, 20, 45, 90, 240])('never cover each other, however many: %i', (count) => {
    const findings = Array.from({ length: Math.floor(count / 3) }, (_, i) =>
      sampleFinding({ number: `K${i}`, address: `57${i % 2 ? 'a' : 'b'}${1 + ((i * 11) % 40)}` }),
    );
    const sheet = first(sampleProof({ notes: notes(count), findings }));
    expect(covered(sheet)).toEqual([]);
    const [page] = sheet.pages;
    const bottom = (page?.top ?? 0) + (page?.height ?? 0);
    for (const item of sheet.items) if (item.type === 'text') expect(boundsOf(item).bottom).toBeLessThan(bottom + 1);
  });

  it('say file, line and 供稿, at their line', () => {
    const [note] = notes(1) as [EntryNote];
    const sheet = first(sampleProof({ notes: [{ ...note, address: '57b20', line: 33 }] }));
    const item = sheet.items.find((each) => each.type === 'text' && each.text.endsWith('.md:33'));
    const [page] = sheet.pages;
    expect(item).toMatchObject({ y: (page?.top ?? 0) + 74 + 19 * 16.5 });
    expect(textsOf(sheet)).toContain('供稿　交通局');
  });

  it('name a manuscript once where the next entry comes from it too', () => {
    const [note] = notes(1) as [EntryNote];
    const sheet = first(sampleProof({ notes: [note, { ...note, address: '57a20', line: 40 }] }));
    expect(textsOf(sheet)).toContain('同上 :40');
  });

  it('are joined with their lines by leaders that end at the text', () => {
    const [note] = notes(1) as [EntryNote];
    const crowded = ['57a10', '57a11', '57a12'].map((address, i) => ({ ...note, address, file: `0${i}-甲.md` }));
    const sheet = first(sampleProof({ notes: crowded }));
    const leaders = sheet.items.filter((item) => item.type === 'line' && item.width === 0.3 && item.from[1] > 100);
    const [page] = sheet.pages;
    for (const place of [10, 11, 12]) {
      const y = (page?.top ?? 0) + 74 + (place - 1) * 16.5 - 2.2;
      expect(leaders.some((each) => each.type === 'line' && Math.abs(each.from[1] - y) < 0.01)).toBe(true);
    }
  });

  it('stand at the foot of a sheet with narrow margins', () => {
    const sheet = first(sampleProof({ paper: 'A4', notes: notes(4), findings: [sampleFinding()] }));
    const foot = (sheet.pages[0]?.top ?? 0) + (sheet.pages[0]?.height ?? 0);
    const below = sheet.items.filter((item) => item.type === 'text' && item.y > foot);
    expect(below.map((item) => (item.type === 'text' ? item.text : '')).join('')).toContain('57b7　K3F9　警告');
  });
});

describe('the line numbers', () => {
  it('are the address of every fifth line, beside it', () => {
    const sheet = first(sampleProof());
    const found = textsOf(sheet).filter((text) => /^57[ab]\d+$/u.test(text));
    const wanted = ['a', 'b'].flatMap((letter) => [5, 10, 15, 20, 25, 30, 35, 40].map((line) => `57${letter}${line}`));
    expect(found.sort()).toEqual(wanted.sort());
    const left = sheet.pages[0]?.left as number;
    const item = sheet.items.find((each) => each.type === 'text' && each.text === '57a15');
    expect(item).toMatchObject({ y: (sheet.pages[0]?.top as number) + 74 + 14 * 16.5, align: 'right' });
    expect(item?.type === 'text' && item.x < left).toBe(true);
  });

  it.each([3, 4])('of %i columns stand in lanes, the inner columns further out, without the folio', (columns) => {
    const sheet = first(sampleProof({ pages: [sketchPage({ columns })] }));
    const place = (text: string): number => {
      const item = sheet.items.find((each) => each.type === 'text' && each.text === text);
      if (item?.type !== 'text') throw new Error(`${text} is not there`);
      return item.x;
    };
    expect(place('b5')).toBeLessThan(place('57a5'));
    const last = `57${'abcd'[columns - 1]}5`;
    expect(place(last)).toBeGreaterThan(sheet.width / 2);
    if (columns === 4) expect(place('c5')).toBeGreaterThan(place('57d5'));
    expect(covered(sheet)).toEqual([]);
  });

  it('of lines across the columns stand at the left', () => {
    const sheet = first(sampleProof({ pages: [sketchPage({ spanning: 6, lines: 30 })] }));
    expect(textsOf(sheet)).toContain('57t5');
  });

  it.each(['A4', 'auto'] as const)('of three columns on facing pages keep on %s paper', (paper) => {
    const pages = [156, 157].map((folio) => sketchPage({ folio, columns: 3 }));
    const sheet = first(sampleProof({ pages, spreads: true, paper }));
    expect(covered(sheet)).toEqual([]);
    const numbers = sheet.items.filter((item) => item.type === 'text' && /^(156|157)?[abc]\d+$/u.test(item.text));
    expect(numbers).toHaveLength(48);
    for (const item of numbers) {
      const { left, right } = boundsOf(item);
      expect(left).toBeGreaterThan(4);
      expect(right).toBeLessThan(sheet.width - 4);
    }
  });

  it('of facing pages stand at the outside', () => {
    const pages = [56, 57].map((folio) => sketchPage({ folio }));
    const sheet = first(sampleProof({ pages, spreads: true }));
    const of = (text: string) => sheet.items.find((item) => item.type === 'text' && item.text === text);
    const [left, right] = sheet.pages;
    expect((of('56a5') as { x: number }).x).toBeLessThan(left?.left as number);
    expect((of('57b5') as { x: number }).x).toBeGreaterThan((right?.left ?? 0) + (right?.width ?? 0));
  });
});

describe('bars, brackets and stamps', () => {
  it('a bar runs beside the lines that have changed', () => {
    const sheet = first(sampleProof({ changes: [sampleChange({ bars: ['57a12', '57a13'] })] }));
    const bars = sheet.items.filter((item) => item.type === 'box');
    const top = sheet.pages[0]?.top as number;
    expect(bars).toHaveLength(1);
    expect(bars[0]).toMatchObject({ top: top + 74 + 11 * 16.5 - 11, bottom: top + 74 + 12 * 16.5 + 4.5 });
  });

  it('a bracket marks what belongs to the proof, and nothing where all does', () => {
    const brackets = (sheet: Sheet) => sheet.items.filter((item) => item.type === 'line' && item.width === 0.5);
    expect(brackets(first(sampleProof()))).toHaveLength(0);
    // Three strokes each: two stretches in the first column.
    expect(brackets(first(sampleProof({ selected: new Set(['57a1', '57a2', '57a9']) })))).toHaveLength(6);
  });

  it('photos below 225 ppi are stamped with their resolution', () => {
    const photo = { file: '甲.jpg', left: 60, top: 100, right: 260, bottom: 240 };
    const page = {
      ...sketchPage({}),
      photos: [
        { ...photo, ppi: 140.7 },
        { ...photo, top: 300, bottom: 400, ppi: 225 },
      ],
    };
    expect(textsOf(first(sampleProof({ pages: [page] }))).filter((text) => text.includes('ppi'))).toEqual([
      '分辨率 140 ppi',
    ]);
  });
});

describe('the head strip', () => {
  it('names book, scope, round, date, revision, sheet and page', () => {
    const words = wordsOf(first(sampleProof()));
    for (const fact of ['《样书（2022）》', '城乡建设', '一校', '2022-09-01 10:20', '稿件 a3f09c2b', '57页']) {
      expect(words).toContain(fact);
    }
    expect(words).toContain('第 1 张，共 2 张');
    expect(words).toContain('与 一校（2022-08-20） 比较');
    expect(words).not.toContain('缩印');
  });

  it('says that the page is reduced, and by how much', () => {
    const sheet = first(sampleProof({ paper: 'A4' }));
    expect(wordsOf(sheet)).toContain('缩印 88%');
    expect(sheet.pages[0]?.width).toBeCloseTo(((210 * 72) / 25.4) * 0.88, 6);
  });

  it('says why folios may change', () => {
    const { head } = sampleProof();
    const sheet = first(sampleProof({ head: { ...head, provisional: '页码暂定' } }));
    expect(textsOf(sheet)).toContain('页码暂定');
  });
});

describe('findings on the pages', () => {
  it('are marked over their words', () => {
    const sheet = first(sampleProof({ findings: [sampleFinding({ address: '57a1', text: '道路十二条' })] }));
    const [note] = sheet.notes;
    const [page] = sheet.pages;
    // 全区新修道路十二条…: the fifth to the ninth of twenty characters.
    const width = ((210 * 72) / 25.4 - 116) / 2 - 12;
    expect(note?.left).toBeCloseTo((page?.left ?? 0) + 58 + (width * 4) / 20, 1);
    expect(note?.right).toBeCloseTo((page?.left ?? 0) + 58 + (width * 9) / 20, 1);
  });

  it('run to the end of the line where their words go on in the next', () => {
    const line = sketchPage({}).columns[0]?.lines[0]?.text ?? '';
    const sheet = first(sampleProof({ findings: [sampleFinding({ address: '57a1', text: `${line.slice(-3)}通车` })] }));
    const [page] = sheet.pages;
    const end = sketchPage({}).columns[0]?.lines[0]?.end as number;
    expect(sheet.notes[0]?.right).toBeCloseTo((page?.left ?? 0) + end, 6);
  });

  it('that were set aside are marked no longer', () => {
    const aside = sampleFinding({ dismissed: { reason: '原文如此' } });
    const sheet = first(sampleProof({ findings: [aside] }));
    expect(sheet.notes).toEqual([]);
    expect(wordsOf(sheet)).not.toContain('K3F9');
  });
});

describe('paper', () => {
  const size = (sheet: Sheet): string =>
    `${Math.round((sheet.width / 72) * 25.4)} × ${Math.round((sheet.height / 72) * 25.4)}`;

  it.each([
    ['大16开', false, '420 × 297'],
    ['16开', false, '210 × 297'],
    ['A4', false, '297 × 420'],
    ['32开', false, '210 × 297'],
    ['大16开', true, '420 × 297'],
    ['32开', true, '420 × 297'],
  ] as const)('of %s, facing pages %s, is %s', (name, spreads, wanted) => {
    const [widthMm, heightMm] = TRIMS[name];
    expect(size(first(sampleProof({ trim: { widthMm, heightMm }, spreads })))).toBe(wanted);
  });

  it('of a clean proof is the trimmed page, with nothing on it', () => {
    const sheets = layOutProof(sampleProof({ clean: true, findings: [sampleFinding()], changes: [sampleChange()] }));
    expect(sheets).toHaveLength(1);
    expect(size(sheets[0] as Sheet)).toBe('210 × 285');
    expect(sheets[0]).toMatchObject({ items: [], notes: [], links: [], pages: [{ sheet: 57, left: 0, top: 0 }] });
  });
});

describe('facing pages', () => {
  it('lie on one sheet; a single one at its own side', () => {
    const pages = [53, 56, 57, 58].map((folio) => sketchPage({ folio }));
    const sheets = layOutProof(sampleProof({ pages, spreads: true }));
    expect(sheets.slice(0, 3).map((sheet) => sheet.pages.map((page) => page.sheet))).toEqual([[53], [56, 57], [58]]);
    expect(sheets.slice(0, 3).map(({ title }) => title)).toEqual(['53页', '56—57页', '58页']);
    const middle = (sheets[0] as Sheet).width / 2;
    expect(sheets[0]?.pages[0]?.left).toBeCloseTo(middle, 6);
    expect((sheets[2]?.pages[0]?.left ?? 0) + (sheets[2]?.pages[0]?.width ?? 0)).toBeCloseTo(middle, 6);
  });
});
