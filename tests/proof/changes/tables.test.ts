/** What a proof says of tables: cells, rows, columns, captions. */
import { describe, expect, it } from 'vitest';
import { compareProofs } from '../../../src/proof/changes/compare-proofs.js';
import { book, said, told } from './book.js';

const TABLE = `
: 表一　河渠情况
: 单位：公里
| 河渠 | 长度 | 已衬砌 |
| 东渠 | 18.4 | 12.0 |
| 西渠 | 1234 | — |
| 南渠 | 9.6 | 1 |
| 北渠 | 7.5 | — |
| 合计 | 47.5 | 13.0 |
`;
const inEntry = (table: string): string =>
  `# 农业\n## 水利\n### 渠道\n下表列出各渠的长度。\n${table}\n### 水费\n水费照收。`;
const tell = (after: string, before = TABLE): string[] => told(inEntry(before), inEntry(after));

/** The table with another column. */
const wider = TABLE.split('\n')
  .map((line, index) => (line.startsWith('|') ? `${line} ${index === 3 ? '管护人' : `第${index}组`} |` : line))
  .join('\n');

describe('a cell', () => {
  it('with another number is one change that names its row', () => {
    expect(tell(TABLE.replace('1234', '1250'))).toEqual(['changed 表格单元（西渠）：[-1234][+1250]']);
  });

  it('that is the first of its row is named by itself', () => {
    expect(tell(TABLE.replace('| 南渠', '| 南干渠'))).toEqual(['changed 表格单元：南[+干]渠']);
  });

  it('beside equal ones changes by itself: a dash is not looked for elsewhere', () => {
    expect(tell(TABLE.replace('9.6 | 1 |', '9.6 | — |').replace('7.5 | — |', '7.5 | 1 |'))).toEqual([
      'changed 表格单元（南渠）：[-1][+—]',
      'changed 表格单元（北渠）：[-—][+1]',
    ]);
  });

  it('that was empty and is filled, or the other way round, shows beside its row', () => {
    const emptied = compareProofs({ before: book(inEntry(TABLE)), after: book(inEntry(TABLE.replace('18.4', ''))) });
    expect(emptied.map(said)).toEqual(['changed 表格单元（东渠）：[-18.4]']);
    // The cell after it stands on the line of its row.
    expect(emptied[0]?.bars).toEqual([emptied[0]?.address]);
    expect(tell(TABLE, TABLE.replace('18.4', ''))).toEqual(['changed 表格单元（东渠）：[+18.4]']);
  });
});

describe('a row', () => {
  it('that was put in is one change and not one for each cell', () => {
    expect(tell(TABLE.replace('| 合计', '| 中渠 | 3.3 | 3.3 |\n| 合计'))).toEqual(['added 表格行：[+中渠｜3.3｜3.3]']);
  });

  it('that was taken out is told at the line that now follows', () => {
    const changes = compareProofs({
      before: book(inEntry(TABLE)),
      after: book(inEntry(TABLE.replace('| 南渠 | 9.6 | 1 |\n', ''))),
    });
    expect(changes.map(said)).toEqual(['removed 表格行：[-南渠｜9.6｜1]']);
    const north = book(inEntry(TABLE.replace('| 南渠 | 9.6 | 1 |\n', ''))).find(({ text }) => text === '北渠');
    expect(changes[0]).toMatchObject({ address: north?.lines[0]?.[1] });
  });

  it('next to others that came or went is told with them', () => {
    expect(tell(TABLE.replace('| 南渠 | 9.6 | 1 |\n| 北渠 | 7.5 | — |\n', ''))).toEqual([
      'removed 表格行：[-南渠｜9.6｜1｜北渠｜7.5｜—]',
    ]);
  });

  it('that stands in another place of its table is one move', () => {
    const row = '| 东渠 | 18.4 | 12.0 |\n';
    expect(tell(TABLE.replace(row, '').replace('| 合计', `${row}| 合计`))).toEqual(['moved 表格行：东渠｜18.4｜12.0']);
  });
});

describe('a table', () => {
  it('with a column more or less is one change', () => {
    expect(tell(wider)).toEqual(['added 表格列：[+管护人｜第4组｜第5组｜第6组｜第7组｜第8组]']);
    expect(tell(TABLE, wider)).toHaveLength(1);
  });

  it('that was put in or taken out is one change with its caption', () => {
    expect(tell('')).toEqual([expect.stringMatching(/^removed 表格：\[-表一/u)]);
    expect(tell(TABLE, '')).toEqual([expect.stringMatching(/^added 表格：\[\+表一/u)]);
  });

  it('with another caption or unit line has these changed', () => {
    expect(tell(TABLE.replace('表一', '表二').replace('单位：公里', '单位：千米'))).toEqual([
      'changed 表题：表[-一][+二]　河渠情况',
      'changed 表格单位：单位：[-公里][+千米]',
    ]);
  });

  it('that moves to another entry is one move, and its edited cells are told', () => {
    const after = `# 农业\n## 水利\n### 渠道\n下表列出各渠的长度。\n### 水费\n水费照收。\n${TABLE.replace('1234', '1250')}`;
    expect(told(inEntry(TABLE), after)).toEqual([
      'moved 表格：表一　河渠情况（农业 / 水利 / 渠道 → 农业 / 水利 / 水费）',
      'changed 表格单元（西渠）：[-1234][+1250]',
    ]);
  });

  it('right after another is told from it', () => {
    const two = `${TABLE}\n\n| 站 | 台 |\n| 东站 | 2 |\n| 西站 | 3 |\n`;
    expect(tell(two.replace('| 西站 | 3 |', '| 西站 | 4 |'), two)).toEqual(['changed 表格单元（西站）：[-3][+4]']);
    expect(tell(two, TABLE)).toEqual(['added 表格：[+站｜台｜东站｜2｜西站｜3]']);
  });

  it('are not confused with the words of a picture that stands before them', () => {
    const text = (picture: string): string =>
      `# 概况\n### 气候\n甲乙丙丁戊己庚辛。\n! ${picture}\n: 表3　逐月气温\n| 月份 | 平均 |\n| 1月 | 2 |`;
    expect(told(text('逐月气温和降水'), text('各月气温和降水'))).toEqual(['changed 图片说明：[-逐][+各]月气温和降水']);
  });
});
