/**
 * YAML as book.yaml and front matter use it: one mapping of Chinese keys, every key and value with its place.
 * Errors of the YAML parser are turned into sentences an editor can act on.
 */
import type { Position } from 'unist';
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type ParsedNode,
  parseDocument,
  Scalar,
  type YAMLError,
} from 'yaml';
import type { Message } from '../tree/message.js';

/** A key of a mapping with its value. */
export interface YamlPair {
  key: string;
  keyPosition: Position;
  value: YamlValue;
}

export type YamlValue =
  | { kind: 'empty'; position: Position }
  | { kind: 'text'; text: string; multiline: boolean; position: Position }
  | { kind: 'list'; items: YamlValue[]; position: Position }
  | { kind: 'mapping'; pairs: YamlPair[]; position: Position };

export interface YamlSource {
  /** The YAML text itself. */
  text: string;
  /** How a message names the file. */
  file: string;
  /** Prefix of the rule ids: `settings`, `front-matter`. */
  room: string;
  /** The line of the file on which the text begins, from 1. */
  line: number;
  /** The offset in the file at which the text begins. */
  offset: number;
}

/** Parses one mapping; what is no mapping, and every syntax error, becomes a message. */
export function readYaml(source: YamlSource): { pairs: YamlPair[]; messages: Message[] } {
  const { root, point, messages } = parse(source);
  if (messages.length > 0 || root === null) return { pairs: [], messages };
  if (!isMap(root)) {
    const reason = '这里应当一行一项，写成“名称: 内容”';
    const remedy = '每行写一项，名称后面用半角冒号加一个空格，例如“类目: 农业”';
    return { pairs: [], messages: [misfit(source, 'not-mapping', point(root.range[0]), reason, remedy)] };
  }
  const pairs = pairsOf(root, point);
  return { pairs, messages: repeatedKeys(source, pairs) };
}

/** Parses a list of mappings; what is none, and every syntax error, becomes a message. */
export function readYamlList(source: YamlSource): { items: YamlValue[]; messages: Message[] } {
  const { root, point, messages } = parse(source);
  if (messages.length > 0 || root === null) return { items: [], messages };
  if (isSeq(root)) {
    const start = point(root.range[0]);
    const value = yamlValue(root, { start, end: start }, point);
    return { items: value.kind === 'list' ? value.items : [], messages };
  }
  const remedy = '每一条的第一行前面写“- ”，其余各行缩进两格';
  return { items: [], messages: [misfit(source, 'not-list', point(root.range[0]), '这里应当一条一条地写', remedy)] };
}

/** What is written twice in one mapping. */
export function repeatedKeys(source: Pick<YamlSource, 'file' | 'room'>, pairs: readonly YamlPair[]): Message[] {
  const seen = new Map<string, Position>();
  const messages: Message[] = [];
  for (const { key, keyPosition } of pairs) {
    const first = seen.get(key);
    if (!first) {
      seen.set(key, keyPosition);
      continue;
    }
    const reason = `“${key}”写了两次（第${first.start.line}行已有）`;
    messages.push(misfit(source, 'duplicate-key', keyPosition.start, reason, '只留一个'));
  }
  return messages;
}

/** The root of a file without syntax errors, or null for an empty one. */
function parse(source: YamlSource): { root: ParsedNode | null; point: ToPoint; messages: Message[] } {
  const lineCounter = new LineCounter();
  const document = parseDocument(source.text, { lineCounter, uniqueKeys: false, prettyErrors: false });
  const point: ToPoint = (offset) => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: Math.max(line, 1) + source.line - 1, column: Math.max(col, 1), offset: offset + source.offset };
  };
  const messages = document.errors.map((error) => syntaxMessage(error, source, point(error.pos[0])));
  const root = document.contents;
  const empty = root === null || (isScalar(root) && root.value === null);
  return { root: empty ? null : root, point, messages };
}

function misfit(
  { file, room }: Pick<YamlSource, 'file' | 'room'>,
  what: string,
  { line, column }: Position['start'],
  reason: string,
  remedy: string,
): Message {
  return { severity: 'error', rule: `${room}-${what}`, file, line, column, reason, remedy };
}

type ToPoint = (offset: number) => Position['start'];

function pairsOf(map: ParsedNode & { items: unknown[] }, point: ToPoint): YamlPair[] {
  const pairs: YamlPair[] = [];
  for (const item of map.items as { key: ParsedNode | null; value: ParsedNode | null }[]) {
    const key = item.key;
    if (!key?.range) continue;
    const keyPosition = { start: point(key.range[0]), end: point(key.range[1]) };
    pairs.push({ key: scalarText(key), keyPosition, value: yamlValue(item.value, keyPosition, point) });
  }
  return pairs;
}

function yamlValue(node: ParsedNode | null, fallback: Position, point: ToPoint): YamlValue {
  if (!node?.range) return { kind: 'empty', position: fallback };
  const position = { start: point(node.range[0]), end: point(node.range[1]) };
  if (isMap(node)) return { kind: 'mapping', pairs: pairsOf(node, point), position };
  if (isSeq(node)) {
    return { kind: 'list', items: node.items.map((item) => yamlValue(item as ParsedNode, position, point)), position };
  }
  if (isAlias(node)) return { kind: 'text', text: `*${node.source}`, multiline: false, position };
  const text = scalarText(node);
  if (node.value === null || text.trim() === '')
    return { kind: 'empty', position: node.value === null ? fallback : position };
  const multiline = text.includes('\n') || position.start.line !== position.end.line;
  return { kind: 'text', text, multiline, position };
}

/** A scalar as typed: 2022-07 and 007 are texts here, not numbers or dates. */
function scalarText(node: ParsedNode): string {
  if (!isScalar(node)) return String(node);
  const plain = node.type === Scalar.PLAIN && node.source !== undefined;
  return plain ? (node.source as string) : String(node.value ?? '');
}

function syntaxMessage(error: YAMLError, source: YamlSource, point: Position['start']): Message {
  const [reason, remedy] = explain(error);
  return {
    severity: 'error',
    rule: `${source.room}-yaml`,
    file: source.file,
    line: point.line,
    column: point.column,
    reason,
    remedy,
  };
}

const QUOTE = '把这一项的内容整个放在半角双引号里，例如 标题: "关于: 某事"';

/** Why the parser stopped, in the editor's words. */
function explain(error: YAMLError): [reason: string, remedy: string] {
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return ['行首有制表符（Tab）', '行首改用空格，或者不缩进'];
    case 'BAD_SCALAR_START':
      return ['内容以一个特殊符号（@ ` % 等）开头', QUOTE];
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'BLOCK_IN_FLOW':
      return ['内容里有半角冒号加空格，或者缩进不对', QUOTE];
    case 'MULTILINE_IMPLICIT_KEY':
      return ['这一行不是“名称: 内容”的样子', '名称后面用半角冒号加一个空格；内容写在同一行'];
    case 'MISSING_CHAR':
      return ['引号、括号或冒号少了一个', '把引号、方括号成对写齐；名称后面用半角冒号加一个空格'];
    case 'BAD_INDENT':
      return ['这一行的缩进和前后不一致', '同一层的各行从同一列开始'];
    case 'BAD_ALIAS':
    case 'TAG_RESOLVE_FAILED':
      return ['内容以 * & 或 ! 开头，有特殊含义', QUOTE];
    case 'MULTIPLE_DOCS':
      return ['文件里有多余的 ---', '删去多余的 ---'];
    default:
      return ['这里的写法读不懂', '一行一项，写成“名称: 内容”；内容里有特殊符号时放在半角双引号里'];
  }
}
