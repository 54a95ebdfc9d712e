/**
 * Writes the table of strokes by which the index tells characters of one sound apart:
 * src/subject-index/order/stroke-table.ts. A rerun writes the same bytes.
 *
 *     node scripts/strokes.mjs UNIHAN CNCHAR
 *
 *     UNIHAN   a folder with Unihan_OtherMappings.txt and Unihan_IRGSources.txt of the Unicode Character Database
 *     CNCHAR   cnchar.order.min.js of the npm package cnchar-order 3.2.6
 *
 * The sources, and what each is good for:
 *
 * - Unihan kTGH (Unicode License): the number of each character in the 通用规范汉字表. Each of the three levels of
 *   that table is in the order of GB 13000.1 字序: stroke count, stroke order, and finer rules where these are equal.
 *   Within a level nothing else is needed; this is the norm itself.
 * - cnchar-order (MIT): the strokes of 6,939 characters, to merge the three levels into one row.
 * - strokes/rare-characters.txt: the strokes of 1,318 more, put together from the strokes of their parts (parts by
 *   cjk-decomp, MIT; some by hand), each checked to fit between its neighbours in the norm.
 * - Unihan kTotalStrokes (Unicode License): the stroke count of what stands outside the norm.
 *
 * Strokes that contradict the norm lose: such a character stands beside its neighbour in the norm.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const [unihan, cnchar] = process.argv.slice(2);
if (!unihan || !cnchar) throw new Error('usage: node scripts/strokes.mjs UNIHAN CNCHAR');

/** Last number of each level. */
const LEVELS = [3500, 6500, 8105];

/** 横 1, 竖 2, 撇 3, 点 4, 折 5, of the letters of cnchar-order. 提 is a 横, 竖钩 a 竖, 捺 a 点; the rest is bent. */
const CLASS = { j: 1, i: 1, f: 2, g: 2, s: 3, k: 4, l: 4, d: 4 };

/** Characters whose strokes cnchar-order has wrong. */
const MENDED = { 皙: '1234331232511' };

function unihanField(file, field) {
  return readFileSync(path.join(unihan, file), 'utf8')
    .split('\n')
    .map((line) => line.split('\t'))
    .filter(([code, name]) => code.startsWith('U+') && name === field)
    .map(([code, , value]) => [String.fromCodePoint(Number.parseInt(code.slice(2), 16)), value]);
}

function readStrokes() {
  const strokes = new Map();
  const dictionary = /JSON\.parse\('(\{"一":.*?\})'\)/u.exec(readFileSync(cnchar, 'utf8'));
  for (const [character, letters] of Object.entries(JSON.parse(dictionary[1])))
    strokes.set(character, [...letters].map((letter) => CLASS[letter] ?? 5).join(''));
  for (const line of readFileSync(path.join(root, 'scripts/strokes/rare-characters.txt'), 'utf8').split('\n')) {
    const [character, order] = line.split(' ');
    if (order) strokes.set(character, order);
  }
  for (const [character, order] of Object.entries(MENDED)) strokes.set(character, order);
  return strokes;
}

/** Stroke count first, then the strokes one by one. */
function compareStrokes(a, b) {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}

/** The longest part of a level that its strokes leave in the order of the norm. */
function consistent(level) {
  const tails = [];
  const before = new Map();
  for (const each of level) {
    let at = tails.length;
    while (at > 0 && compareStrokes(tails[at - 1].strokes, each.strokes) > 0) at -= 1;
    before.set(each, tails[at - 1]);
    tails[at] = each;
  }
  const found = new Set();
  for (let each = tails.at(-1); each; each = before.get(each)) found.add(each);
  return found;
}

const strokes = readStrokes();
const norm = unihanField('Unihan_OtherMappings.txt', 'kTGH')
  .flatMap(([character, value]) => value.split(' ').map((each) => ({ character, number: Number(each.split(':')[1]) })))
  .sort((a, b) => a.number - b.number)
  .map((each) => ({ ...each, level: LEVELS.findIndex((last) => each.number <= last) }));

const placed = [];
const unsure = [];
for (let level = 0; level < LEVELS.length; level += 1) {
  const members = norm.filter((each) => each.level === level);
  const known = members
    .filter(({ character }) => strokes.has(character))
    .map((each) => ({ ...each, strokes: strokes.get(each.character) }));
  const sure = new Map([...consistent(known)].map((each) => [each.number, each.strokes]));
  let last = '';
  for (const each of members) {
    const own = sure.get(each.number);
    if (own === undefined) unsure.push(each.character);
    last = own ?? last;
    placed.push({ ...each, strokes: last });
  }
}
placed.sort((a, b) => compareStrokes(a.strokes, b.strokes) || a.number - b.number);

const inNorm = new Set(placed.map(({ character }) => character));
const others = unihanField('Unihan_IRGSources.txt', 'kTotalStrokes')
  .filter(([character]) => character >= '\u4e00' && character <= '\u9fff' && !inNorm.has(character))
  .map(([character, count]) => [character, Number(count.split(' ')[0])]);

/** One line a stroke count, from 1. */
function lines(pairs) {
  const rows = Array.from({ length: Math.max(...pairs.map(([, count]) => count)) }, () => '');
  for (const [character, count] of pairs) rows[count - 1] += character;
  return rows.join('\n');
}

writeFileSync(
  path.join(root, 'src/subject-index/order/stroke-table.ts'),
  `/**
 * The table of strokes, written by scripts/strokes.mjs, which tells its sources. Line n holds the characters of n
 * strokes.
 *
 * Made from the Unicode Character Database (Copyright © 1991-2022 Unicode, Inc., Unicode License,
 * https://www.unicode.org/license.txt) and from cnchar-order (Copyright © 2017 theajack, MIT License).
 */

/** The 8,105 characters of the 通用规范汉字表, those of one count in the order of their strokes. */
export const NORM = \`${lines(placed.map(({ character, strokes: order }) => [character, order.length]))}\`;

/** The other characters of the block U+4E00 to U+9FFF, traditional ones for the most part, those of one count by code. */
export const OTHERS = \`${lines(others)}\`;
`,
);
console.log(
  `${placed.length} characters of the norm, ${others.length} others; by their neighbours: ${unsure.join('')}`,
);
