import { describe, expect, it } from 'vitest';
import { formatReport, strictly } from '../../src/check/report.js';
import type { Message } from '../../src/tree/message.js';

const ragged: Message = {
  severity: 'error',
  rule: 'table-ragged',
  file: '05-农业/02-水利.md',
  line: 12,
  column: 1,
  reason: '这一行有3格，表头有4格。',
  remedy: '补上“|”',
};
const empty: Message = {
  severity: 'warning',
  rule: 'folder-empty',
  file: '05-农业/01-甲.md',
  reason: '没有正文',
  remedy: '写上正文',
};

describe('the report', () => {
  it('has a line for each message, in the order of files and lines, and counts them', () => {
    expect(formatReport([ragged, empty]).split('\n')).toEqual([
      '05-农业/01-甲.md  警告  没有正文。处理：写上正文  [folder-empty]',
      '05-农业/02-水利.md:12:1  错误  这一行有3格，表头有4格。处理：补上“|”  [table-ragged]',
      '共1个错误，1个警告',
    ]);
  });

  it('counts nothing when there is nothing', () => {
    expect(formatReport([])).toBe('共0个错误，0个警告');
  });

  it('can be strict', () => {
    expect(strictly([empty])[0]?.severity).toBe('error');
  });
});
