/** One line of a roster: `职务：姓名（说明）；姓名（说明）`. */
import type { Paragraph } from 'mdast';
import type { Position } from 'unist';
import { text } from '../../tree/build.js';
import type { Holder, Phrasing, Post, Text } from '../../tree/nodes.js';
import { convertPhrasing, finishPhrasing } from '../phrasing.js';
import type { Reading } from '../reading.js';
import { pointInText } from '../text/source-map.js';

const FORM = '写成“- 职务：姓名（说明）；姓名（说明）”';
const OPEN = '（(';
const CLOSE = '）)';

/** Reads a post; what is no post is reported, and the caller keeps the words as a paragraph. */
export function readPost(reading: Reading, node: Paragraph, position: Position): Post | undefined {
  const line = plainLine(reading, node);
  if (!line) return undefined;
  const depths = bracketDepths(line.value);
  const fail = (rule: string, index: number, reason: string, remedy: string): undefined => {
    reading.error(rule, pointInText(reading, line, index), reason, remedy);
    return undefined;
  };
  if (!depths) return fail('roster-brackets', 0, '括号不成对', '把括号写齐，都用全角（）');
  const colon = line.value.split('').findIndex((mark, index) => (mark === '：' || mark === ':') && depths[index] === 0);
  if (colon < 0) return fail('roster-no-colon', 0, '职务和姓名之间没有冒号', FORM);
  if (line.value.slice(0, colon).trim() === '') return fail('roster-no-post', 0, '冒号前面没有职务', FORM);
  const holders: Holder[] = [];
  for (const [from, to] of cut(line.value, colon + 1, depths)) {
    const holder = readHolder(reading, line, from, to, depths);
    if (holder) holders.push(holder);
    else if (line.value.slice(from, to).trim() === '')
      return fail('roster-no-name', Math.min(from, line.value.length - 1), '这里没有姓名', FORM);
    else return fail('roster-after-note', from, '括号后面还有文字', '姓名后面只能跟一对括号；多人之间用“；”分开');
  }
  for (const [index, mark] of line.value.split('').entries()) {
    const full = HALF_WIDTH[mark];
    if (!full || (mark === ';' && depths[index] !== 0) || (mark === ':' && index !== colon)) continue;
    reading.change('half-width-mark', pointInText(reading, line, index), mark, full);
  }
  return { type: 'post', title: piece(reading, line, 0, colon), holders, position };
}

const HALF_WIDTH: Record<string, string> = { ':': '：', ';': '；', '(': '（', ')': '）' };

/** The line as one text: bold is dropped, marks have no place in it. */
function plainLine(reading: Reading, node: Paragraph): Text | undefined {
  const leaves: Text[] = [];
  let foreign: Phrasing | undefined;
  const collect = (nodes: readonly Phrasing[]): void => {
    for (const child of nodes) {
      if (child.type === 'text') leaves.push(child);
      else if (child.type === 'strong' || child.type === 'emphasis') collect(child.children);
      else foreign ??= child;
    }
  };
  collect(finishPhrasing(reading, convertPhrasing(reading, node.children)));
  if (foreign) {
    reading.error(
      'roster-mark',
      foreign.position,
      '名录的一行里只能有文字',
      '删去索引标记和 <br>；姓名会自动收入人名索引',
    );
    return undefined;
  }
  const [first] = leaves;
  const end = leaves.at(-1)?.position.end;
  if (!first || !end) return undefined;
  return text(leaves.map((leaf) => leaf.value).join(''), { start: first.position.start, end });
}

/** For each character how many brackets are open around it; nothing if they do not match. */
function bracketDepths(value: string): number[] | undefined {
  const depths: number[] = [];
  let depth = 0;
  for (const mark of value.split('')) {
    if (CLOSE.includes(mark)) depth -= 1;
    if (depth < 0) return undefined;
    depths.push(depth);
    if (OPEN.includes(mark)) depth += 1;
  }
  return depth === 0 ? depths : undefined;
}

/** The stretches between the ； outside brackets. */
function cut(value: string, from: number, depths: number[]): [number, number][] {
  const pieces: [number, number][] = [];
  let start = from;
  for (let index = from; index < value.length; index += 1) {
    if (depths[index] !== 0 || !'；;'.includes(value[index] ?? '')) continue;
    pieces.push([start, index]);
    start = index + 1;
  }
  pieces.push([start, value.length]);
  return pieces;
}

function readHolder(reading: Reading, line: Text, from: number, to: number, depths: number[]): Holder | undefined {
  const value = line.value.slice(0, to).trimEnd();
  let open = from;
  while (open < value.length && !(depths[open] === 0 && OPEN.includes(value[open] ?? ''))) open += 1;
  const hasNote = open < value.length;
  if (value.slice(from, open).trim() === '') return undefined;
  if (hasNote && !CLOSE.includes(value.at(-1) ?? '')) return undefined;
  const name = readName(reading, line, from, open);
  const position = { start: name.position.start, end: pointInText(reading, line, value.length) };
  if (!hasNote) return { name, position };
  return { name, note: piece(reading, line, open + 1, value.length - 1), position };
}

/** 李　强, padded by hand, is 李强: typesetting pads. Several names without ； are one holder, and a slip. */
function readName(reading: Reading, line: Text, from: number, to: number): Text {
  const name = piece(reading, line, from, to);
  if (/^\p{Script=Han}[\s\u3000]+\p{Script=Han}$/u.test(name.value)) {
    const unpadded = name.value.replace(/[\s\u3000]/g, '');
    reading.change('name-unpadded', name.position.start, name.value, unpadded);
    name.value = unpadded;
  } else if (/[、，,]|[\s\u3000]\p{Script=Han}/u.test(name.value)) {
    reading.warning('roster-separator', name.position, `“${name.value}”像是几个人`, '姓名之间用“；”分开');
  }
  return name;
}

function piece(reading: Reading, line: Text, from: number, to: number): Text {
  const typed = line.value.slice(from, to);
  const value = typed.trim();
  const start = from + (typed.length - typed.trimStart().length);
  // Half-width brackets inside a title or a note become full-width with the rest of the line.
  const printed = value.replace(/[()]/g, (mark) => HALF_WIDTH[mark] ?? mark);
  return text(printed, {
    start: pointInText(reading, line, start),
    end: pointInText(reading, line, start + value.length),
  });
}
