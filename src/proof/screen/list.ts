/** The list at the side: the sheets, the findings, and what can be hidden. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Sheet } from '../drawing.js';
import { SEVERITIES } from './notes.js';

export interface ListWords {
  title: string;
  /** Under the title: 一校　2022-09-01. */
  subtitle?: string;
}

const INEXACT = '这个浏览器排不准版面，字的位置可能与PDF校样不同。请用新版的Edge或Chrome打开。';

/** `noteId` gives the id of the n-th note of a sheet, `sheetId` that of a sheet; both count from 0. */
export function sideList(
  { title, subtitle }: ListWords,
  sheets: readonly Sheet[],
  noteId: (sheet: number, note: number) => string,
  sheetId: (sheet: number) => string,
  hasChanges: boolean,
): Element {
  const findings = sheets.flatMap((sheet, at) =>
    sheet.notes.map(({ finding }, note) =>
      h('li', { className: finding.dismissed ? ['proof-dismissed'] : [] }, [
        h(
          'a',
          { href: `#proof-mark-${noteId(at, note)}`, className: [`proof-${finding.severity}`], title: finding.reason },
          [
            h('b', finding.number),
            ` ${finding.address ?? sheet.title} `,
            h('span', `${SEVERITIES[finding.severity]}：${finding.reason}`),
          ],
        ),
      ]),
    ),
  );
  return h('nav', { className: ['proof-list'], ariaLabel: '校样目录' }, [
    h('div', { className: ['proof-title'], role: 'heading', ariaLevel: '1' }, title),
    ...(subtitle ? [h('p', subtitle)] : []),
    // Shown by the script where it is so.
    h('p', { className: ['proof-inexact'], hidden: true }, INEXACT),
    h('div', { className: ['proof-filter'] }, [
      ...(findings.length > 0 ? [toggle('proof-show-notes', '意见')] : []),
      ...(hasChanges ? [toggle('proof-show-changes', '改动')] : []),
      toggle('proof-show-drawing', '标注'),
    ]),
    heading(`版面 ${sheets.length}张`),
    h(
      'ol',
      { className: ['proof-sheets'] },
      sheets.map((sheet, at) => h('li', [h('a', { href: `#${sheetId(at)}` }, sheet.title)])),
    ),
    ...(findings.length > 0
      ? [
          heading(`意见 ${findings.length}条`),
          h('p', { className: ['proof-keys'] }, '按 n 看下一条，按 p 看上一条，按 Esc 关闭'),
          h('ol', { className: ['proof-findings'] }, findings),
        ]
      : []),
  ]);
}

/** The theme of the book dresses every h1 and h2. */
function heading(words: string): Element {
  return h('div', { className: ['proof-heading'], role: 'heading', ariaLevel: '2' }, words);
}

function toggle(id: string, words: string): Element {
  return h('label', [h('input', { id, type: 'checkbox', checked: true, autoComplete: 'off' }), words]);
}
