/**
 * Front matter: the lines between `---` at the head of a manuscript.
 *
 *     ---
 *     类目: 农业
 *     供稿: 张淑霞
 *     ---
 */

import { field } from '../tree/build.js';
import { dateExists } from '../tree/calendar.js';
import { type Field, GENRES, type Genre } from '../tree/nodes.js';
import { remedyForUnknown } from '../volume/suggest.js';
import { readYaml, type YamlPair } from '../volume/yaml.js';
import type { Reading } from './reading.js';
import { applyEdits, tidy } from './text/normalize.js';

/** The front-matter keys and the names they have in the tree. */
const KEYS = {
  类目: 'category',
  体裁: 'genre',
  分目: 'subcategory',
  供稿: 'contributor',
  单位: 'department',
  标题: 'title',
  副题: 'subtitle',
  作者: 'author',
  职务: 'post',
  文号: 'documentNumber',
  日期: 'date',
  摄影: 'photographer',
} as const;

type Key = keyof typeof KEYS;
type FieldName = Exclude<(typeof KEYS)[Key], 'genre'>;

export interface FrontMatter {
  genre: Genre;
  category: Field;
  fields: Partial<Record<FieldName, Field>>;
  /** Offset in the source at which the body begins. */
  bodyOffset: number;
}

const EXAMPLE = '在文件开头写三行：第一行 ---，第二行 类目: 农业，第三行 ---';
const FENCE = /^---[ \t]*$/;

/** Finds the front matter of a source without reading it: the lines between the fences. */
function locate(
  source: string,
): { from: number; line: number; to: number; bodyOffset: number } | 'missing' | 'unclosed' {
  const lines = source.split(/(?<=\n|\r(?!\n))/);
  let offset = 0;
  let index = 0;
  while (index < lines.length && lines[index]?.trim() === '') offset += lines[index++]?.length ?? 0;
  if (!FENCE.test(lines[index]?.trimEnd() ?? '')) return 'missing';
  offset += lines[index++]?.length ?? 0;
  const from = offset;
  const line = index + 1;
  for (; index < lines.length; index += 1) {
    const current = lines[index] ?? '';
    if (FENCE.test(current.trimEnd())) return { from, line, to: offset, bodyOffset: offset + current.length };
    offset += current.length;
  }
  return 'unclosed';
}

/** Reads the front matter; without 类目 or with an unknown 体裁 the manuscript cannot be read. */
export function readFrontMatter(reading: Reading): FrontMatter | undefined {
  const place = locate(reading.source);
  const start = { line: 1, column: 1 };
  if (place === 'missing') {
    reading.error('front-matter-missing', start, '稿件开头没有写类目', EXAMPLE);
    return undefined;
  }
  if (place === 'unclosed') {
    reading.error(
      'front-matter-unclosed',
      start,
      '开头的“---”没有与它成对的另一行“---”',
      '在“类目: …”这几行的下面单独写一行 ---',
    );
    return undefined;
  }
  const typed = reading.source.slice(place.from, place.to);
  const { pairs, messages } = readYaml({
    text: repairColons(reading, typed, place.line),
    file: reading.file,
    room: 'front-matter',
    line: place.line,
    offset: place.from,
  });
  reading.messages.push(...messages);
  if (messages.length > 0 && pairs.length === 0) return undefined;
  return readPairs(reading, pairs, place.bodyOffset);
}

/** `类目：农业` and `类目:农业` are no YAML: each is named, and read as it was meant. */
function repairColons(reading: Reading, typed: string, line: number): string {
  return typed
    .split(/(?<=\n|\r(?!\n))/)
    .map((text, index) => {
      const wrong = /^\s*([^\s:：#]{1,6})(：[ \t]*|:(?=[^\s]))/.exec(text);
      if (!wrong?.[1] || !wrong[2]) return text;
      const column = wrong[0].length - wrong[2].length + 1;
      const full = wrong[2].startsWith('：');
      const reason = full ? `“${wrong[1]}”后面的冒号是全角的` : `“${wrong[1]}:”后面没有空格`;
      reading.error(
        'front-matter-colon',
        { line: line + index, column },
        reason,
        `改成半角冒号加一个空格：${wrong[1]}: …`,
      );
      return `${text.slice(0, column - 1)}: ${text.slice(wrong[0].length)}`;
    })
    .join('');
}

function readPairs(reading: Reading, pairs: readonly YamlPair[], bodyOffset: number): FrontMatter | undefined {
  const fields: FrontMatter['fields'] = {};
  let genre: Genre | undefined = '条目';
  for (const { key, keyPosition, value } of pairs) {
    const name = Object.hasOwn(KEYS, key) ? KEYS[key as Key] : undefined;
    if (!name) {
      reading.error(
        'front-matter-unknown-key',
        keyPosition,
        `不认识“${key}”`,
        remedyForUnknown(key, Object.keys(KEYS)),
      );
    } else if (value.kind === 'empty') {
      reading.error('front-matter-empty', value.position, `“${key}”后面没有内容`, '写上内容，或者删去这一行');
      if (name === 'genre') genre = undefined;
    } else if (value.kind !== 'text' || value.multiline) {
      reading.error('front-matter-type', value.position, `“${key}”应当是一行文字`, `写成 ${key}: 文字`);
      if (name === 'genre') genre = undefined;
    } else if (name === 'genre') {
      genre = GENRES.find((known) => known === value.text.trim());
      if (!genre)
        reading.error(
          'genre-unknown',
          value.position,
          `没有“${value.text}”这种体裁`,
          remedyForUnknown(value.text, GENRES),
        );
    } else {
      fields[name] = field(applyEdits(value.text, tidy(value.text).edits), value.position);
    }
  }
  checkDate(reading, fields.date);
  if (fields.photographer && genre && genre !== '彩页') {
    const remedy = '别的体裁把摄影写在照片后面，例如 ![说明](photos/01.jpg){摄影=李强}';
    reading.error('front-matter-photographer', fields.photographer.position, '“摄影”一行只用于彩页', remedy);
  }
  const { category } = fields;
  if (!category && !pairs.some(({ key }) => key === '类目')) {
    reading.error('front-matter-no-category', { line: 1, column: 1 }, '没有写类目', '在开头加一行，例如“类目: 农业”');
  }
  return category && genre ? { genre, category, fields, bodyOffset } : undefined;
}

const DATES = [/(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})日)?)?/g, /(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?/g];

function checkDate(reading: Reading, date: Field | undefined): void {
  if (!date) return;
  for (const pattern of DATES) {
    for (const [written, year, month, day] of date.value.matchAll(pattern)) {
      if (dateExists(Number(year), month ? Number(month) : undefined, day ? Number(day) : undefined)) continue;
      reading.error('impossible-date', date.position, `没有“${written}”这个日期`, '改正日期');
    }
  }
}
