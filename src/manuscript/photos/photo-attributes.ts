/**
 * What may stand in the braces behind a photo (照片的花括号):
 *
 *     {满版}                 a page of its own, to all its edges
 *     {通栏}                 a row of its own
 *     {裁切=3:2 上}          cut to a shape; the upper part is kept (a 满版 has its shape from the page: {满版 裁切=上})
 *     {旋转=左}              turned before it is cut: 左, 右 or 180
 *     {组=剪彩}              figures of one name stand on one page
 *     {摄影="李强　王芳"}    who took it
 */
import type { Point } from 'unist';
import { text } from '../../tree/build.js';
import type { PhotoCrop, PhotoHints, Text } from '../../tree/nodes.js';
import { nearest, remedyForUnknown } from '../../volume/suggest.js';
import type { Reading } from '../reading.js';
import { advance } from '../text/source-map.js';

export interface PhotoAttributes {
  hints: PhotoHints;
  credit?: Text;
}

/** The names, in the order in which they are explained. */
const ATTRIBUTES = ['满版', '通栏', '裁切', '组', '旋转', '摄影'] as const;
type Attribute = (typeof ATTRIBUTES)[number];
/** Those that stand alone. */
const FLAGS: readonly string[] = ['满版', '通栏'];

/** A name, and what is given to it; the full-width sign and quotes are what a Chinese keyboard gives. */
const GIVEN = /([^\s=＝]+)(?:\s*[=＝]\s*("[^"]*"|“[^”]*”|[^\s]*))?/gu;

interface Given {
  name: Attribute;
  value: string;
  /** Where the name stands. */
  at: Point;
  /** Where the value stands. */
  from: Point;
}

/**
 * Reads what stands in the braces.
 *
 * @param braces without the braces themselves
 * @param start where the first character of `braces` stands
 */
export function readPhotoAttributes(reading: Reading, braces: string, start: Point): PhotoAttributes {
  const hints: PhotoHints = {};
  let credit: Text | undefined;
  for (const given of split(reading, braces, start)) {
    const { name, value, at, from } = given;
    if (name === '满版') hints.fullBleed = true;
    else if (name === '通栏') hints.spanning = true;
    else if (name === '裁切') hints.crop = readCrop(reading, value, at) ?? hints.crop;
    else if (name === '旋转') hints.turn = readTurn(reading, value, at) ?? hints.turn;
    else if (name === '组') hints.group = value;
    else credit = text(value, { start: from, end: advance(from, value, value.length) });
    for (const key of ['crop', 'turn'] as const) if (hints[key] === undefined) delete hints[key];
  }
  checkHints(reading, hints, start);
  return { hints, ...(credit && { credit }) };
}

function split(reading: Reading, braces: string, start: Point): Given[] {
  const found: Given[] = [];
  for (const match of braces.matchAll(GIVEN)) {
    const [whole, typed = '', quoted] = match;
    const at = advance(start, braces, match.index);
    const last = found.at(-1);
    // `裁切=3:2 上`: nobody thinks of quotes there.
    if (quoted === undefined && last?.name === '裁切' && isCropWord(typed)) {
      last.value = `${last.value} ${typed}`;
      continue;
    }
    const name = ATTRIBUTES.find((each) => each === typed);
    const flag = FLAGS.includes(typed);
    const value = (quoted ?? '').replace(/^["“]|["”]$/gu, '').trim();
    if (!name) reading.error('photo-attribute', at, `照片的花括号里不认识“${typed}”`, unknownRemedy(typed, last?.name));
    else if (flag !== (quoted === undefined) || (!flag && value === ''))
      reading.error('photo-attribute', at, `照片的“${name}”写法不对`, flag ? `只写 {${name}}` : EXAMPLES[name]);
    else if (found.some((each) => each.name === name))
      reading.error('photo-attribute', at, `照片的花括号里写了两次“${name}”`, '只留一个');
    else {
      const from = quoted === undefined ? at : advance(start, braces, match.index + whole.indexOf(value, typed.length));
      found.push({ name, value, at, from });
    }
  }
  return found;
}

const EXAMPLES: Record<Attribute, string> = {
  满版: '只写 {满版}',
  通栏: '只写 {通栏}',
  裁切: '写成 {裁切=3:2} 或 {裁切=3:2 上}',
  组: '写成 {组=名称}，同一组的照片写同一个名称',
  旋转: '写成 {旋转=左}、{旋转=右} 或 {旋转=180}',
  摄影: '写成 {摄影=姓名}；有空格时加引号：{摄影="姓名　姓名"}',
};

function unknownRemedy(name: string, before: Attribute | undefined): string {
  if (before === '摄影' && nearest(name, ATTRIBUTES) === undefined) return EXAMPLES.摄影;
  return remedyForUnknown(name, ATTRIBUTES);
}

/** 左上 is the upper left corner, and so is 上左. */
const SIDES: Record<string, readonly [axis: 'x' | 'y', at: number]> = {
  左: ['x', 0],
  右: ['x', 1],
  上: ['y', 0],
  下: ['y', 1],
};
const FOCUS = /^[上下左右中]{1,2}$/u;
const RATIO = /^(\d+(?:\.\d+)?)\s*[:：比×xX]\s*(\d+(?:\.\d+)?)$/u;

function isCropWord(word: string): boolean {
  return FOCUS.test(word) || RATIO.test(word) || word === '方';
}

/** `3:2`, `3:2 上`, `方`, `左上`; the words stand in any order. */
function readCrop(reading: Reading, value: string, at: Point): PhotoCrop | undefined {
  const crop: PhotoCrop = { focus: { x: 0.5, y: 0.5 } };
  const words = value.split(/[\s，,、]+/u).filter((word) => word !== '');
  const seen = { ratio: false, focus: false };
  for (const word of words) {
    const kind = FOCUS.test(word) ? 'focus' : 'ratio';
    const ratio = kind === 'ratio' ? ratioOf(word) : undefined;
    const focus = kind === 'focus' ? focusOf(word) : undefined;
    if (seen[kind] || (!ratio && !focus)) {
      const remedy =
        '写比例和要保留的一边，例如 {裁切=3:2 上}；可用 上、下、左、右、中、左上、右上、左下、右下，正方形写“方”';
      reading.error('photo-crop', at, `照片的“裁切=${value}”看不懂`, remedy);
      return undefined;
    }
    seen[kind] = true;
    if (ratio) crop.ratio = ratio;
    if (focus) crop.focus = focus;
  }
  return crop;
}

/** A shape narrower than this is a slip of the keyboard. */
const NARROWEST = 1 / 10;

function ratioOf(word: string): number | undefined {
  if (word === '方') return 1;
  const [, width, height] = RATIO.exec(word) ?? [];
  const ratio = Number(width) / Number(height);
  return ratio >= NARROWEST && ratio <= 1 / NARROWEST ? ratio : undefined;
}

function focusOf(word: string): PhotoCrop['focus'] | undefined {
  const focus: { x?: number; y?: number } = {};
  for (const side of word) {
    const place = SIDES[side];
    if (!place) continue;
    if (focus[place[0]] !== undefined) return undefined;
    focus[place[0]] = place[1];
  }
  return { x: focus.x ?? 0.5, y: focus.y ?? 0.5 };
}

/** Degrees clockwise; 左 lays the top of the photo to the left. */
const TURNS: Record<string, 90 | 180 | 270> = {
  右: 90,
  '90': 90,
  左: 270,
  '270': 270,
  '-90': 270,
  '180': 180,
  倒: 180,
};

function readTurn(reading: Reading, value: string, at: Point): PhotoHints['turn'] {
  const turn = Object.hasOwn(TURNS, value) ? TURNS[value] : undefined;
  if (!turn) reading.error('photo-turn', at, `照片的“旋转=${value}”看不懂`, EXAMPLES.旋转);
  return turn;
}

/** What one photo cannot have together. */
function checkHints(reading: Reading, { fullBleed, spanning, crop }: PhotoHints, at: Point): void {
  const contradict = (reason: string, remedy: string): void =>
    reading.error('photo-hints-contradict', at, reason, remedy);
  if (fullBleed && spanning) contradict('照片既要“满版”又要“通栏”', '满版自成一页，通栏自成一行：只留一个');
  if (fullBleed && crop?.ratio)
    contradict('“满版”的照片又写了裁切的比例', '满版的形状由开本定，只写要保留的一边，例如 {满版 裁切=上}');
  if (!fullBleed && crop && !crop.ratio)
    reading.error('photo-crop', at, '“裁切”没有写比例', '写上比例，例如 {裁切=3:2 上}；只有满版的照片可以不写');
}
