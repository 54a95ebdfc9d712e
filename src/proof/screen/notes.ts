/** Notes of a sheet: a mark on what each is about, and the words that it opens. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { SheetNote } from '../drawing.js';
import type { Finding } from '../model.js';

export const SEVERITIES: Record<Finding['severity'], string> = { error: '错误', warning: '警告', note: '提示' };

/** Smaller marks cannot be hit; points. */
const SMALLEST = 8;

/** A button over the marked words; its popover opens without any script. */
export function noteMark({ finding, left, top, right, bottom }: SheetNote, id: string): Element {
  const widen = Math.max(0, SMALLEST - (right - left)) / 2;
  const heighten = Math.max(0, SMALLEST - (bottom - top)) / 2;
  const box = [left - widen, top - heighten, right - left + 2 * widen, bottom - top + 2 * heighten];
  const [x, y, width, height] = box.map((value) => `${value.toFixed(2)}pt`);
  return h('button', {
    id: `proof-mark-${id}`,
    type: 'button',
    className: ['proof-note', `proof-${finding.severity}`, ...(finding.dismissed ? ['proof-dismissed'] : [])],
    style: `left:${x};top:${y};width:${width};height:${height}`,
    popoverTarget: `proof-note-${id}`,
    ariaLabel: `${finding.number} ${SEVERITIES[finding.severity]}：${finding.reason}`,
  });
}

/** What a mark opens: who says it, what is wrong, what to do, where it is written, and by which rule. */
export function notePopover({ finding }: SheetNote, id: string): Element {
  const { number, severity, author, reason, remedy, text, rule, address, place, dismissed } = finding;
  const written = place && `${place.file}:${place.line}:${place.column}`;
  const row = (name: string, value: string | undefined): ElementContent[] =>
    value === undefined || value === '' ? [] : [h('dt', name), h('dd', value)];
  const by = [dismissed?.by, dismissed?.date].filter((each) => each !== undefined).join('，');
  return h(
    'div',
    { id: `proof-note-${id}`, className: ['proof-popover', `proof-${severity}`], popover: 'auto', role: 'dialog' },
    [
      h('div', { className: ['proof-who'] }, [h('b', number), ` ${SEVERITIES[severity]} · ${author}`]),
      h('div', { className: ['proof-reason'] }, reason),
      h('dl', [
        ...row('处理', remedy),
        ...row('原文', text),
        ...row('行址', address),
        ...row('稿件', written),
        ...row('规则', rule),
        ...row('已核', dismissed && `${dismissed.reason}${by === '' ? '' : `（${by}）`}`),
      ]),
    ],
  );
}
