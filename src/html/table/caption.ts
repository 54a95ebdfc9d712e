/** Captions (表题) and unit lines of tables, the line 续表, and how many lines they are given. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Table } from '../../tree/nodes.js';
import { phrasingText } from '../../tree/tree-text.js';
import { textWidth } from '../advance.js';
import { renderPhrasing } from '../phrasing.js';

/** Sizes of caption and unit in `table.css`, in em of the table. */
const CAPTION_SIZE = 13 / 12;
const UNIT_SIZE = 1;
/** Right of a unit, and between it and a title, in em. */
const UNIT_ROOM = 1.5;
/** What the estimate of a width may be wrong by, in em: one line too few would be printed over. */
const MARGIN = 0.2;

export interface TableCaption {
  element: Element;
  /** Lines of caption and unit together. */
  lines: number;
}

/** `width` is that of the table, in em of its type. */
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

/** The one line over a table where it goes on: 续表 at the left or in the middle, the unit at the right. */
export interface ContinuedCaption {
  text: string;
  place: 'left' | 'center';
}

/**
 * 续表3　主要农产品产量, or 续表　主要农产品产量 where the table has no number. It takes one line: beside a unit a long
 * title goes to the left, and where that is not enough it is left away.
 */
export function continuedCaption({ caption, unit }: Table, width: number): ContinuedCaption {
  const title = caption ? phrasingText(caption.children).trim() : '';
  const [number] = NUMBERED.exec(title) ?? [];
  const short = number ? `续${number}` : '续表';
  const whole = title === '' ? short : number ? `续${title}` : `续表\u3000${title}`;
  const own = (textWidth(whole) + MARGIN) * CAPTION_SIZE;
  const beside = unit ? (textWidth(phrasingText(unit.children)) + UNIT_ROOM) * UNIT_SIZE : 0;
  if (own + 2 * beside <= width) return { text: whole, place: 'center' };
  if (own + beside <= width) return { text: whole, place: 'left' };
  return { text: short, place: 'center' };
}

function linesOf(text: string, width: number): number {
  return Math.max(1, Math.ceil(((textWidth(text) + MARGIN) * CAPTION_SIZE) / width));
}
