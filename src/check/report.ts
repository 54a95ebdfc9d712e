/**
 * Messages for a terminal:
 *
 *     05-农业/02-水利.md:12:1  错误  这一行有3格，表头有4格。处理：补上“|”  [table-ragged]
 *     共1个错误，0个警告
 */
import type { Message } from '../tree/message.js';

const NAMES = { error: '错误', warning: '警告' } as const;

/** One line of the report. */
export function formatMessage({ file, line, column, severity, reason, remedy, rule }: Message): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  return `${place}  ${NAMES[severity]}  ${reason.replace(/。$/, '')}。处理：${remedy.replace(/。$/, '')}  [${rule}]`;
}

/** The whole report: messages in the order of files and lines, then a line that counts them. */
export function formatReport(messages: readonly Message[]): string {
  const lines = inOrder(messages).map(formatMessage);
  const errors = messages.filter((message) => message.severity === 'error').length;
  return [...lines, `共${errors}个错误，${messages.length - errors}个警告`].join('\n');
}

/** Sorted by file, line and column; what concerns a whole file stands before its lines. */
export function inOrder(messages: readonly Message[]): Message[] {
  const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return [...messages].sort(
    (a, b) =>
      compare(a.file, b.file) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0) ||
      compare(a.rule, b.rule),
  );
}

/** `--strict`: warnings count as errors. */
export function strictly(messages: readonly Message[]): Message[] {
  return messages.map((message) => ({ ...message, severity: 'error' }));
}
