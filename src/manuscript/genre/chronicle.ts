/**
 * 大事记 (chronicle): months as `##`, events as paragraphs.
 *
 *     ## 1月
 *     6日　…            7日—8日　…            △　… (the same day)            是月　…
 */
import type { Paragraph as MdParagraph } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import type { Block, ChronicleEvent, ManuscriptContent, Month } from '../../tree/nodes.js';
import { phrasingText } from '../../tree/tree-text.js';
import { readBlocks } from '../blocks.js';
import { cutLabel } from '../label.js';
import { type Outline, type OutlineSection, readHeading, rejectHeading } from '../outline.js';
import { placeOf, type Reading } from '../reading.js';

const DAY = String.raw`(?:\d{1,2}月)?\d{1,2}日?`;
const RANGE = String.raw`${DAY}(?:\s*(?:[—–－~～-]+|至|、)\s*${DAY})*(?:前后|起|以来|上午|下午|晚)?`;
const SPAN =
  '(?:[是本当同][月日年]|是季|月初|月中|月底|月末|[上中下]旬|年[初中末底内]|全年|[上下]半年|[春夏秋冬]季?|第?[一二三四]季度)';
/** A label is parted from the text by a space; without it `6日` may just be how a sentence begins. */
const LABEL = new RegExp(
  String.raw`^([△▲Δ∆]|(?=[^\s\u3000]*日)${RANGE}|(?:\d{1,2}月)?${SPAN}|\d{1,2}月(?:[—–～~-]\d{1,2}月)?)(?:[\s\u3000]+|$)`,
);
const UNPARTED = /^[\s\u3000]*(\d{1,2}日(?:[—－~～-]\d{1,2}日)?|△)(?![\s\u3000—－~～、至-]|\d)/;
const MONTH = /^(\d{1,2}|[一二三四五六七八九十]{1,3})月$/;

/** Reads a chronicle. */
export function readChronicle(reading: Reading, top: Outline): ManuscriptContent[] {
  const children: ManuscriptContent[] = readBlocks(reading, top.content, (node) => {
    if (LABEL.test(plainText(node).trim())) {
      reading.error(
        'chronicle-no-month',
        placeOf(node),
        '这条大事写在第一个月份之前',
        '在它前面加一行月份，例如“## 1月”',
      );
    }
    return undefined;
  });
  for (const section of top.sections) children.push(...readMonth(reading, section));
  return children;
}

function readMonth(reading: Reading, section: OutlineSection): (Month | Block)[] {
  if (section.depth === 3) {
    rejectHeading(reading, section.heading, '大事记', '月份用“##”，大事写成“6日　…”的段落');
    return readBlocks(reading, [section.heading, ...section.content]);
  }
  const id = reading.nextId('h');
  const title = readHeading(reading, section.heading);
  const name = phrasingText(title).replace(/\s/g, '');
  if (name !== '' && !MONTH.test(name)) {
    reading.error(
      'chronicle-heading',
      placeOf(section.heading),
      `“${name}”不是月份`,
      '大事记的“##”只写月份，例如“## 1月”',
    );
  }
  const children = readEvents(reading, section);
  for (const lower of section.sections) {
    rejectHeading(reading, lower.heading, '大事记', '月份用“##”，大事写成“6日　…”的段落');
    children.push(...readEvents(reading, lower));
  }
  return [{ type: 'month', id, title, children, position: placeOf(section.heading) }];
}

function readEvents(reading: Reading, section: OutlineSection): Month['children'] {
  // Events are no blocks of other 体裁: they are collected here, in order, through the paragraphs they replace.
  const events = new Map<Block, ChronicleEvent>();
  const blocks = readBlocks(reading, section.content, (node) => {
    const event = readEvent(reading, node);
    if (!event) return undefined;
    const place: Block = { type: 'paragraph', children: [], position: event.position };
    events.set(place, event);
    return place;
  });
  return blocks.map((block) => events.get(block) ?? block);
}

function readEvent(reading: Reading, node: MdParagraph): ChronicleEvent | undefined {
  const cut = cutLabel(reading, node, LABEL);
  if (!cut) {
    const found = UNPARTED.exec(plainText(node));
    if (found) {
      const reason = `“${found[1]}”后面没有空格，按上一条的续段处理`;
      reading.warning('chronicle-unparted', placeOf(node), reason, '是日期就在后面加一个全角空格');
    }
    return undefined;
  }
  const date = cut.label;
  if (/[▲Δ∆]/.test(date.value)) {
    reading.change('event-mark', date.position.start, date.value, '△');
    date.value = '△';
  }
  if (cut.rest.length === 0) {
    reading.warning('event-empty', date.position, `“${date.value}”后面没有内容`, '写上内容，或者删去这一行');
  }
  return { type: 'event', date, children: cut.rest, position: placeOf(node) };
}
