/**
 * Index marks (标引): `:索引[放管服改革]{词="…" 下级="…" 见="…" 参见="…"}`, and names of persons: `:索引[李强]{人名}`.
 *
 *     加快:索引[放管服改革]步伐              printed and indexed as 放管服改革
 *     :索引[放管服]{词="放管服改革"}         printed 放管服, indexed as 放管服改革
 *     :索引[]{词="营商环境"}                prints nothing
 *     区长:索引[李强]{人名}                 in the index of persons
 *     :索引[李区长]{人名="李强"}             printed 李区长, there as 李强
 */
import type { TextDirective } from 'mdast-util-directive';
import type { IndexMark, Phrasing } from '../tree/nodes.js';
import { phrasingText } from '../tree/tree-text.js';
import { remedyForUnknown } from '../volume/suggest.js';
import { placeOf, type Reading } from './reading.js';

const ATTRIBUTES = ['词', '下级', '见', '参见', '人名'];
/** The attribute that may stand without a value. */
const PERSON = '人名';
const EXAMPLE = '写成 :索引[文字]{词="标引词"}，引号用半角';

/** Brackets or braces that follow a mark and were not read with it would be printed: they are not closed. */
function unread(reading: Reading, node: TextDirective): boolean {
  const { end, start } = placeOf(node);
  const next = reading.source[end.offset ?? 0];
  if (next === '[' && reading.slice(placeOf(node)).endsWith('引')) {
    reading.error('index-mark-malformed', start, '索引标记的方括号没有写完', EXAMPLE);
  } else if (next === '{') {
    reading.error('index-mark-attributes', end, '索引标记的花括号没有写对', EXAMPLE);
  } else return false;
  return true;
}

/** Reads a mark whose printed words are `children`. */
export function readIndexMark(reading: Reading, node: TextDirective, children: Phrasing[]): IndexMark {
  const position = placeOf(node);
  const values = new Map<string, string>();
  for (const [name, given] of Object.entries(node.attributes ?? {})) {
    const value = (given ?? '').trim();
    if (!ATTRIBUTES.includes(name)) {
      const remedy = remedyForUnknown(name, ATTRIBUTES);
      reading.error('index-mark-attribute', position, `索引标记里不认识“${name}”`, remedy);
    } else if (value === '' && name === PERSON) {
      values.set(name, '');
    } else if (value === '') {
      reading.error('index-mark-empty', position, `索引标记的“${name}”没有内容`, EXAMPLE);
    } else if (/^[“”‘’＂"]|[“”‘’＂"]$/.test(value) && !reading.slice(position).includes(`"${value}"`)) {
      reading.error('index-mark-quotes', position, `索引标记的“${name}”用了全角引号`, EXAMPLE);
    } else values.set(name, value);
  }
  const printed = phrasingText(children).replace(/\s+/g, ' ').trim();
  const person = values.get(PERSON);
  const term = values.get('词') ?? (person || printed);
  const open = unread(reading, node);
  if (!open && term === '' && node.attributes?.词 === undefined) {
    reading.error('index-mark-no-term', position, '索引标记里没有标引词', EXAMPLE);
  }
  const subterm = values.get('下级');
  const see = values.get('见');
  const seeAlso = values.get('参见');
  return {
    type: 'mark',
    id: reading.nextId('k'),
    children,
    term,
    ...(subterm !== undefined && { subterm }),
    ...(see !== undefined && { see }),
    ...(seeAlso !== undefined && { seeAlso }),
    ...(person !== undefined && { person: true as const }),
    position,
  };
}
