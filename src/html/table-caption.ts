/** Captions (表题) and unit lines of tables, the line 续表, and how many lines they are given. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Table } from '../tree/nodes.js';
import { phrasingText } from '../tree/tree-text.js';
import { textWidth } from './advance.js';
import { renderPhrasing } from './phrasing.js';

/** Size of a caption in `table.css`, CSS px. */
const CAPTION_SIZE = 13;
/** What the estimate of a width may be wrong by, in em: one line too few would be printed over. */
const MARGIN = 0.2;

export interface TableCaption {
  element: Element;
  /** Lines of caption and unit together: as many has the room in which 续表 repeats them. */
  lines: number;
}

export function tableCaption({ caption, unit }: Table, width: number): TableCaption | undefined {
  if (!caption && !unit) return undefined;
  const element = h('figcaption', [
    caption && h('span', { className: ['caption'] }, renderPhrasing(caption.children)),
    unit && h('span', { className: ['unit'] }, renderPhrasing(unit.children)),
  ]);
  const titled = caption ? linesOf(phrasingText(caption.children), width) : 0;
  return { element, lines: titled + (unit ? 1 : 0) };
}

/** 表3, 表2-1, 表十二 */
const NUMBERED = /^表\s*(?:\d+(?:[-–—.]\d+)*|[一二三四五六七八九十]+)(?=[\s\u3000:：]|$)/u;

/**
 * What stands over the table where it goes on: 续表3　主要农产品产量, or 续表　主要农产品产量 where it has no number.
 * Without its title where that would take more lines than over the beginning.
 */
export function continuedCaption({ caption }: Table, width: number): string {
  const title = caption ? phrasingText(caption.children).trim() : '';
  if (title === '') return '续表';
  const [number] = NUMBERED.exec(title) ?? [];
  const whole = number ? `续${title}` : `续表\u3000${title}`;
  if (linesOf(whole, width) <= linesOf(title, width)) return whole;
  return number ? `续${number}` : '续表';
}

function linesOf(text: string, width: number): number {
  return Math.max(1, Math.ceil(((textWidth(text) + MARGIN) * CAPTION_SIZE) / width));
}
