/** A small proof of invented pages, and a ruler by which a Han character is as wide as it is high. */
import type { DrawItem, Sheet } from '../../../src/proof/drawing.js';
import type { Change, Finding, ProofColumn, ProofPage } from '../../../src/proof/model.js';
import type { Measure, ProofSheetsInput } from '../../../src/proof/sheet/input.js';

export const measure: Measure = (text, _font, size) =>
  [...text].reduce((sum, character) => sum + (character < '\u2e80' ? 0.55 : 1), 0) * size;

export const DAOLU = '全区新修道路十二条，总长四十公里，年内通车。';

const PT = 72 / 25.4;

export interface PageSketch {
  folio?: number;
  columns?: number;
  lines?: number;
  /** Lines that span the columns, above them. */
  spanning?: number;
  widthMm?: number;
}

/** A page whose lines stand on a grid of 16.5 points. */
export function sketchPage({
  folio = 57,
  columns = 2,
  lines = 40,
  spanning = 0,
  widthMm = 210,
}: PageSketch): ProofPage {
  const [left, right] = [58, widthMm * PT - 58];
  const width = (right - left) / columns;
  const column = (letter: string, from: number, to: number, count: number, first: number): ProofColumn => ({
    letter,
    left: from,
    right: to,
    lines: Array.from({ length: count }, (_, i) => ({
      address: `${folio}${letter}${i + 1}`,
      line: i + 1,
      x: from,
      y: first + i * 16.5,
      end: to,
      text: DAOLU.slice(0, 20),
      source: { file: '12-城乡建设/03-交通.md', line: i + 1, column: 1 },
    })),
  });
  const body = Array.from({ length: columns }, (_, i) =>
    column('abcd'[i] as string, left + i * width, left + (i + 1) * width - 12, lines, 74 + spanning * 16.5),
  );
  return {
    sheet: folio,
    folio: String(folio),
    side: folio % 2 === 0 ? 'left' : 'right',
    flow: 'part-12',
    title: '城乡建设',
    area: { left, top: 60, right, bottom: 740 },
    columns: spanning > 0 ? [column('t', left, right, spanning, 74), ...body] : body,
    photos: [],
  };
}

export function sampleProof(over: Partial<ProofSheetsInput> = {}): ProofSheetsInput {
  return {
    trim: { widthMm: 210, heightMm: 285 },
    paper: 'auto',
    spreads: false,
    clean: false,
    pages: [sketchPage({})],
    changes: [],
    findings: [],
    notes: [],
    head: {
      book: '《样书（2022）》',
      scope: '城乡建设',
      round: 1,
      made: '2022-09-01 10:20',
      revision: 'a3f09c2b',
      since: '一校（2022-08-20）',
    },
    measure,
    ...over,
  };
}

export function sampleChange(over: Partial<Change> = {}): Change {
  return {
    kind: 'changed',
    what: '段落',
    before: [],
    after: [],
    pieces: [
      { kind: 'same', text: '全区新修道路' },
      { kind: 'old', text: '十一' },
      { kind: 'new', text: '十二' },
      { kind: 'same', text: '条，总长四十公里。' },
    ],
    address: '57a12',
    bars: ['57a12', '57a13'],
    place: { file: '12-城乡建设/03-交通.md', line: 12, column: 1 },
    ...over,
  };
}

export function sampleFinding(over: Partial<Finding> = {}): Finding {
  return {
    number: 'K3F9',
    severity: 'warning',
    rule: 'road-lengths',
    author: '读稿',
    reason: '里程与表中的数不同',
    remedy: '与交通局核对',
    text: '道路十二条',
    address: '57b7',
    place: { file: '12-城乡建设/03-交通.md', line: 7, column: 4 },
    ...over,
  };
}

export interface Bounds {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** What an item covers; for words, from the height of their characters to a little below the baseline. */
export function boundsOf(item: DrawItem): Bounds {
  if (item.type === 'box') return item;
  if (item.type === 'line') {
    const [xs, ys] = [
      [item.from[0], item.to[0]],
      [item.from[1], item.to[1]],
    ];
    return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
  }
  const width = measure(item.text, item.font, item.size);
  const left = item.x - { left: 0, centre: width / 2, right: width }[item.align ?? 'left'];
  return { left, right: left + width, top: item.y - item.size * 0.86, bottom: item.y + item.size * 0.12 };
}

export function overlap(a: Bounds, b: Bounds): boolean {
  const slack = 0.01;
  return a.left < b.right - slack && b.left < a.right - slack && a.top < b.bottom - slack && b.top < a.bottom - slack;
}

/** The words of a sheet. */
export function textsOf(sheet: Sheet | undefined): string[] {
  return (sheet?.items ?? []).flatMap((item) => (item.type === 'text' ? [item.text] : []));
}

/** All words of a sheet as one. */
export function wordsOf(sheet: Sheet | undefined): string {
  return textsOf(sheet).join('');
}
