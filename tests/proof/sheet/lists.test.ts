import { describe, expect, it } from 'vitest';
import { NOT_AT_LINE_END, NOT_AT_LINE_START } from '../../../src/compose/kinsoku.js';
import type { Sheet, TextItem } from '../../../src/proof/drawing.js';
import type { Piece } from '../../../src/proof/model.js';
import { proofCharacters } from '../../../src/proof/sheet/characters.js';
import type { ProofSheetsInput } from '../../../src/proof/sheet/input.js';
import { layOutProof } from '../../../src/proof/sheet/lay-out.js';
import { boundsOf, overlap, sampleChange, sampleFinding, sampleProof, sketchPage, wordsOf } from './sample-proof.js';

const lists = (input: ProofSheetsInput): Sheet[] => layOutProof(input).filter(({ pages }) => pages.length === 0);
const texts = (sheet: Sheet): TextItem[] => sheet.items.filter((item) => item.type === 'text');

const LONG =
  '年内，全区新修“村村通”道路十二条（含改建三条），总长四十公里，总投资2.6亿元；其中：东片五条，西片四条，北片三条。《交通志》《公路志》同时开编，“两志”共收图一百二十幅……';

describe('改动表', () => {
  it('shows the address, what became of it, the words and the place, with a box to tick', () => {
    const [sheet] = lists(sampleProof({ changes: [sampleChange()] }));
    const words = wordsOf(sheet);
    for (const part of ['57a12', '改　段落', '全区新修道路', '十一', '十二', '12-城乡建设/', '03-交通.md:12']) {
      expect(words).toContain(part);
    }
    expect(words).toContain('与 一校（2022-08-20） 比较，共 1 处：改 1');
    expect(sheet?.items.filter((item) => item.type === 'box' && item.fill === undefined)).not.toHaveLength(0);
  });

  it('strikes the old words through and underlines the new, in colours of their own', () => {
    const [sheet] = lists(sampleProof({ changes: [sampleChange()] })) as [Sheet];
    const of = (text: string): TextItem => texts(sheet).find((item) => item.text === text) as TextItem;
    const marks = sheet.items.filter((item) => item.type === 'line' && item.width === 0.6 && item.colour !== '#5f5f5f');
    const [old, fresh] = [of('十一'), of('十二')];
    expect(old.colour).not.toBe(fresh.colour);
    const markOf = (item: TextItem) =>
      marks.find((each) => each.type === 'line' && each.from[0] === item.x && each.colour === item.colour);
    expect(markOf(old)).toMatchObject({ to: [old.x + 2 * old.size, expect.any(Number)] });
    expect((markOf(old) as { from: number[] }).from[1]).toBeLessThan(old.y);
    expect((markOf(fresh) as { from: number[] }).from[1]).toBeGreaterThan(fresh.y);
  });

  it('says from where to where a passage has moved', () => {
    const change = sampleChange({ kind: 'moved', from: '农业 / 水利', to: '农业 / 林业' });
    const words = wordsOf(lists(sampleProof({ changes: [change] }))[0]);
    expect(words).toContain('原在：农业 / 水利');
    expect(words).toContain('现在：农业 / 林业');
  });

  it('leads from an address to its line', () => {
    const pages = [56, 57].map((folio) => sketchPage({ folio }));
    const [sheet] = lists(sampleProof({ pages, changes: [sampleChange()] })) as [Sheet];
    const [link] = sheet.links;
    const address = texts(sheet).find(({ text }) => text === '57a12') as TextItem;
    expect(link).toMatchObject({ sheet: 1 });
    expect(link?.y).toBeCloseTo((layOutProof(sampleProof({ pages }))[1]?.pages[0]?.top ?? 0) + 74 + 11 * 16.5, 6);
    expect(overlap(boundsOf(address), link as NonNullable<typeof link>)).toBe(true);
  });

  it('says so in one line where nothing has changed, and where there is nothing to compare with', () => {
    expect(wordsOf(lists(sampleProof())[0])).toContain('与 一校（2022-08-20） 比较，没有改动。');
    const { since: _, ...head } = sampleProof().head;
    expect(wordsOf(lists(sampleProof({ head }))[0])).toContain('没有较早的校样可以比较');
  });
});

describe('long lists', () => {
  const pieces: Piece[] = [
    { kind: 'same', text: LONG },
    { kind: 'old', text: LONG.slice(3, 60) },
    { kind: 'new', text: LONG.slice(20) },
  ];
  const changes = Array.from({ length: 90 }, (_, i) =>
    sampleChange({ pieces: [...pieces, { kind: 'new', text: `号${i}号` }], address: `57a${1 + (i % 40)}` }),
  );
  const input = sampleProof({ changes });
  const sheets = lists(input);

  it('hold every character of every piece, in order', () => {
    const words = sheets
      .flatMap((sheet) => texts(sheet))
      .filter(({ font, size }) => font === '宋' && size === 8.4)
      .map(({ text }) => text)
      .join('');
    expect(words).toBe(changes.flatMap((change) => change.pieces.map(({ text }) => text)).join(''));
  });

  it('repeat the head of the table on every panel', () => {
    const heads = sheets.map((sheet) => texts(sheet).filter(({ text }) => text === '改动').length);
    expect(heads.slice(0, -1).every((count) => count === 2)).toBe(true);
  });

  it('keep a row whole where a panel can hold it', () => {
    // The panel of every character, row after row.
    const panels = sheets.flatMap((sheet, index) =>
      texts(sheet)
        .filter(({ font, size }) => font === '宋' && size === 8.4)
        .flatMap(({ text, x }) => Array.from(text, () => `${index} ${x > sheet.width / 2}`)),
    );
    let from = 0;
    for (const change of changes) {
      const to = from + change.pieces.reduce((sum, { text }) => sum + text.length, 0);
      expect(new Set(panels.slice(from, to)).size).toBe(1);
      from = to;
    }
    expect(from).toBe(panels.length);
    expect(new Set(panels).size).toBeGreaterThan(2);
    // Each row has one box, at its first line, and as many rows begin as there are changes.
    const boxes = sheets.flatMap((sheet) =>
      sheet.items.filter((item) => item.type === 'box' && item.right - item.left < 9),
    );
    expect(boxes).toHaveLength(changes.length);
  });

  it('keep the rules of line start and line end', () => {
    const lines = sheets.flatMap((sheet) =>
      linesOf(texts(sheet).filter(({ font, size }) => font === '宋' && size === 8.4)),
    );
    expect(lines.length).toBeGreaterThan(changes.length * 3);
    for (const line of lines) {
      // A row of its own begins anew; within it no line opens with a mark.
      if (!line.startsWith(LONG.slice(0, 4))) expect(NOT_AT_LINE_START).not.toContain(line[0]);
      expect(NOT_AT_LINE_END).not.toContain(line.at(-1));
    }
  });

  it('keep within the paper', () => {
    for (const sheet of sheets) {
      for (const item of sheet.items) {
        const { left, right, bottom } = boundsOf(item);
        expect(left).toBeGreaterThanOrEqual(0);
        expect(right).toBeLessThanOrEqual(sheet.width);
        expect(bottom).toBeLessThanOrEqual(sheet.height - 30);
      }
    }
  });

  it('part a row that is taller than a panel between its lines', () => {
    const tall = sampleChange({ pieces: [{ kind: 'new', text: LONG.repeat(40) }] });
    const parted = lists(sampleProof({ changes: [tall] }));
    const words = parted.flatMap(texts).filter(({ font, size }) => font === '宋' && size === 8.4);
    expect(words.map(({ text }) => text).join('')).toBe(LONG.repeat(40));
    expect(parted.length).toBeGreaterThan(1);
  });
});

/** Words that stand side by side on one baseline, as lines. */
function linesOf(items: readonly TextItem[]): string[] {
  const lines = new Map<string, string>();
  for (const item of items) {
    const key = `${item.x > 595 ? 'right' : 'left'} ${item.y}`;
    lines.set(key, (lines.get(key) ?? '') + item.text);
  }
  return [...lines.values()];
}

describe('查出的问题', () => {
  it('are listed with number, severity, address, reason, remedy, words and place', () => {
    const words = wordsOf(lists(sampleProof({ findings: [sampleFinding()] }))[0]);
    for (const part of [
      'K3F9',
      '警告',
      '57b7',
      '里程与表中的数不同',
      '处理：与交通局核对',
      '道路十二条',
      '03-交通.md:7',
    ]) {
      expect(words).toContain(part);
    }
    expect(words).toContain('共 1 条：警告 1');
  });

  it('that stand on no page are listed all the same', () => {
    const { address: _, ...finding } = sampleFinding();
    expect(wordsOf(lists(sampleProof({ findings: [finding] }))[0])).toContain('不在页上');
  });

  it('that were set aside are counted and listed apart, with the reason', () => {
    const aside = sampleFinding({
      number: 'K111',
      dismissed: { reason: '原文件如此', by: '某人', date: '2022-09-02' },
    });
    const words = wordsOf(lists(sampleProof({ findings: [aside] }))[0]);
    expect(words).toContain('没有查出问题。');
    expect(words).toContain('已核的问题共 1 条');
    expect(words).toContain('原文件如此某人　2022-09-02');
  });
});

describe('the signatures', () => {
  it('end the proof: 校对, 核红, 责编, with name and date', () => {
    const last = lists(sampleProof()).at(-1);
    const words = wordsOf(last);
    for (const name of ['校对', '核红', '责编']) expect(words).toContain(name);
    expect(last?.title).toContain('签字');
  });
});

describe('the characters of a proof', () => {
  it('are all those that its sheets draw', () => {
    const { head } = sampleProof();
    const input = sampleProof({
      pages: [
        { ...sketchPage({}), photos: [{ file: '甲.jpg', left: 60, top: 100, right: 260, bottom: 240, ppi: 99 }] },
      ],
      head: { ...head, provisional: '页码暂定' },
      paper: 'A4',
      changes: [sampleChange({ kind: 'moved', from: '甲／乙', to: '丙' })],
      findings: [sampleFinding(), sampleFinding({ number: 'K2', dismissed: { reason: '无妨', by: '丁' } })],
      notes: [{ address: '57a3', file: '戊.md', line: 3, contributor: '己局' }],
    });
    const known = new Set(proofCharacters(input));
    const drawn = new Set(layOutProof(input).map(wordsOf).join(''));
    expect([...drawn].filter((character) => !known.has(character))).toEqual([]);
  });
});
