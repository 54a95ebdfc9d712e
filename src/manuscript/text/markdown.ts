/**
 * Markdown → mdast. Nine lines in ten of a yearbook are plain: a paragraph or a heading on one line, blank lines
 * around it, no character that Markdown gives a meaning. Those need no parser; the rest goes to the grammar,
 * stretch by stretch. The result is the same (a test compares the two), in a fifth of the time, and a manuscript
 * that is all plain does not even load the parser.
 */
import type { Heading, Nodes, Paragraph, Root, RootContent, Text } from 'mdast';
import type { Point, Position } from 'unist';
import { visit } from 'unist-util-visit';

/** No character that opens a construct anywhere in a text, no tab, no space at the end. */
const PLAIN = String.raw`[^\s*_[\]!<>&\\\x60:|~](?:[^*_[\]!<>&\\\x60:|~\t\n\r]*[^\s*_[\]!<>&\\\x60:|~])?`;
/** A paragraph: does not begin like a heading, a list, a rule, an underline. */
const PARAGRAPH = new RegExp(String.raw`^(?![#+=-]|\d{1,9}[.)])(?:\u3000*)${PLAIN}$`);
const HEADING = new RegExp(`^(#{2,3}) (?!#|.*#$)(${PLAIN})$`);
/** Inside a fence blank lines part nothing. */
const FENCE = /^[ \t>*+\-\d.)]*(?:`{3}|~{3})/m;

interface Line {
  text: string;
  number: number;
  offset: number;
  /** Where the next line begins. */
  next: number;
}

type Grammar = typeof import('./grammar.js');
let grammar: Grammar | undefined;

/** Loads what `parseMarkdown` needs for this source: nothing, if all of it is plain. */
export async function prepareMarkdown(source: string): Promise<void> {
  if (grammar || stretches(source).every((stretch) => stretch.type !== 'mixed')) return;
  grammar = await import('./grammar.js');
}

/** Parses the body of a manuscript, for which `prepareMarkdown` was awaited; positions are those of `source`. */
export function parseMarkdown(source: string): Root {
  const children = stretches(source).flatMap((stretch): RootContent[] => {
    if (stretch.type === 'mixed') return parseMixed(source, stretch);
    return [stretch.node];
  });
  const lines = source.split(/\r\n|\r|\n/);
  const end = { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1, offset: source.length };
  return { type: 'root', children, position: { start: { line: 1, column: 1, offset: 0 }, end } };
}

type Stretch = { type: 'plain'; node: Heading | Paragraph } | { type: 'mixed'; line: number; from: number; to: number };

/** The source as plain lines and, between them, stretches for the grammar. */
function stretches(source: string): Stretch[] {
  if (/`{3}|~{3}/.test(source) && FENCE.test(source)) return [{ type: 'mixed', line: 1, from: 0, to: source.length }];
  const result: Stretch[] = [];
  const lines = splitLines(source);
  lines.forEach((line, index) => {
    const alone = isBlank(lines[index - 1]) && isBlank(lines[index + 1]);
    const node = alone ? plainNode(line) : undefined;
    const last = result.at(-1);
    if (node) result.push({ type: 'plain', node });
    else if (last?.type === 'mixed') last.to = line.next;
    else if (!isBlank(line)) result.push({ type: 'mixed', line: line.number, from: line.offset, to: line.next });
  });
  return result;
}

function isBlank(line: Line | undefined): boolean {
  return line === undefined || /^[ \t]*$/.test(line.text);
}

function splitLines(source: string): Line[] {
  const lines: Line[] = [];
  let offset = 0;
  for (const match of source.matchAll(/\r\n|\r|\n|$/g)) {
    const next = match.index + match[0].length;
    lines.push({ text: source.slice(offset, match.index), number: lines.length + 1, offset, next });
    offset = next;
  }
  return lines;
}

function plainNode(line: Line): Heading | Paragraph | undefined {
  const heading = HEADING.exec(line.text);
  if (heading?.[1] && heading[2]) {
    const depth = heading[1].length as 2 | 3;
    const text = plainText(line, heading[2], depth + 1);
    return { type: 'heading', depth, children: [text], position: span(line, 0) };
  }
  if (!PARAGRAPH.test(line.text)) return undefined;
  return { type: 'paragraph', children: [plainText(line, line.text, 0)], position: span(line, 0) };
}

function plainText(line: Line, value: string, column: number): Text {
  return { type: 'text', value, position: span(line, column) };
}

function span(line: Line, column: number): Position {
  const point = (at: number): Point => ({ line: line.number, column: at + 1, offset: line.offset + at });
  return { start: point(column), end: point(line.text.length) };
}

function parseMixed(source: string, { line, from, to }: { line: number; from: number; to: number }): RootContent[] {
  if (!grammar) throw new Error('prepareMarkdown was not awaited');
  const root = grammar.parseWithGrammar(source.slice(from, to));
  moveNodes(root, { line, column: 1, offset: from });
  return root.children;
}

/** What a piece of source means once escapes and character references are decoded. */
export function decodeReferences(typed: string): string {
  return grammar && /[&\\]/.test(typed) ? grammar.decodeText(typed) : typed;
}

/** Moves the nodes of a piece of source to where the piece stands. */
export function moveNodes(root: Root, start: Point): void {
  const move = (point: Point): Point => ({
    line: point.line + start.line - 1,
    column: point.line === 1 ? point.column + start.column - 1 : point.column,
    offset: (point.offset ?? 0) + (start.offset ?? 0),
  });
  visit(root, (node: Nodes) => {
    if (node.position) node.position = { start: move(node.position.start), end: move(node.position.end) };
  });
}
