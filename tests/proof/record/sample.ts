/** A proof record of a few lines, for tests: each page has two columns of two lines, and one passage over all of them. */
import type { Finding, ProofPage, ProofRecord } from '../../../src/proof/model.js';

export const FILE = '04-农业/01-种植业.md';

export function samplePage(folio: string, sheet: number, texts: string[][], file = FILE): ProofPage {
  return {
    sheet,
    folio,
    side: sheet % 2 === 0 ? 'left' : 'right',
    flow: 'part-04',
    title: '农业',
    area: { left: 50, top: 60, right: 500, bottom: 700 },
    columns: texts.map((lines, column) => {
      const letter = 'ab'[column] as string;
      return {
        letter,
        left: 50 + column * 230,
        right: 270 + column * 230,
        lines: lines.map((text, i) => ({
          address: `${folio}${letter}${i + 1}`,
          line: i + 1,
          x: 50 + column * 230,
          y: 74.25 + i * 16.5,
          end: 200 + column * 230,
          text,
          source: { file, line: 8, column: 1 + (column * 2 + i) * 10 },
        })),
      };
    }),
    photos: [{ file: 'photos/田.jpg', left: 60, top: 300, right: 260, bottom: 430, ppi: 250 }],
  };
}

export function sampleRecord(changes: Partial<ProofRecord> = {}): ProofRecord {
  const page = samplePage('57', 61, [
    ['全县粮食播种面积稳定', '在1.2万公顷以上，比上'],
    ['年增长5.3%。各乡镇组', '织农户抢抓农时。'],
  ]);
  const line = page.columns[0]?.lines[0];
  if (line) delete line.source;
  return {
    format: 1,
    volume: { title: '测试县年鉴', number: '2022' },
    scope: '农业',
    flows: [{ id: 'part-04', title: '农业' }],
    round: 1,
    made: '2022-09-01 10:20:33',
    revision: 'a1b2c3',
    manuscripts: { [FILE]: 'digest' },
    pages: [page],
    passages: [
      {
        kind: 'paragraph',
        file: FILE,
        line: 8,
        column: 1,
        text: '全县粮食播种面积稳定在1.2万公顷以上，比上年增长5.3%。各乡镇组织农户抢抓农时。',
        path: ['农业', '种植业', '粮食'],
        lines: [
          [0, '57a1'],
          [10, '57a2'],
          [22, '57b1'],
          [33, '57b2'],
        ],
      },
      { kind: 'title', file: FILE, line: 6, column: 4, text: '不在版面上', path: ['农业'], lines: [] },
    ],
    ...changes,
  };
}

export const FINDING: Finding = {
  number: 'K3F9',
  severity: 'warning',
  rule: 'han-gap',
  author: '版面',
  reason: '字距过大：字距 0.39 个字',
  remedy: '在这一行前后增减一两个字',
  text: '全县粮食播种面积稳定',
  address: '57a1',
  dismissed: { reason: '表中照印', by: '张三', date: '2022-09-01' },
};
