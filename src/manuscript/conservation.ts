/**
 * The gate behind the readers: nothing of a manuscript may get lost on the way into the tree.
 *
 * The text of the tree is compared with the source by a way of its own, which knows no 体裁: each block of the
 * source is stripped of what can only be syntax, and what remains must stand in the tree, in the same order. Marks
 * that both Markdown and typesetting may take away or put in (ASCII punctuation, 【】：；（）, spaces) are left out
 * here; the parser's own text (`mdast-util-to-string`) is compared a second time with the ASCII marks.
 */
import type { Image, Nodes, Paragraph, Root } from 'mdast';
import type { Manuscript } from '../tree/nodes.js';
import { bodyRuns, type Run } from '../tree/tree-text.js';
import { captionEnd, isPhotoParagraph } from './photos/figure.js';
import { SETTINGS } from './photos/plate-settings.js';
import { placeOf, type Reading } from './reading.js';
import { decodeReferences } from './text/markdown.js';

const GENERATED = /[\s【】：；（）:;()△▲Δ∆]/;
const ASCII_MARK = /[!-/:-@[-`{-~]/;

interface Stripped {
  text: string;
  /** Offset in the source of the block that a character belongs to. */
  offsetOf(index: number): number;
}

/** Reports the first place where source and tree part. `lifted`: the first heading is printed as the 分目. */
export function checkConservation(
  reading: Reading,
  root: Root,
  bodyOffset: number,
  manuscript: Manuscript,
  lifted: boolean,
): void {
  const runs = bodyRuns(manuscript);
  if (lifted && manuscript.subcategory) {
    const { value, position } = manuscript.subcategory;
    runs.unshift({ text: value, file: manuscript.file, line: position.start.line, column: position.start.column });
  }
  const plates = manuscript.genre === '彩页';
  const source = stripSource(reading.source, bodyOffset, root, plates);
  const parsed = join(
    root.children.map((node) => [parsedText(node, reading, plates), node.position?.start.offset ?? 0]),
  );
  const lost = firstDifference(source, runs, true) ?? firstDifference(parsed, runs, false);
  if (lost === undefined) return;
  const before = reading.source.slice(0, lost).split(/\r\n|\r|\n/);
  const point = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  reading.error(
    'reader-lost-text',
    point,
    '这一段的文字没有原样读进来',
    '这是程序的毛病：请把这份稿件发给维护者；改变这一段的写法可以绕过',
  );
}

function firstDifference(source: Stripped, runs: readonly Run[], loose: boolean): number | undefined {
  const expected = printable(source.text, loose);
  const actual = printable(runs.map((run) => run.text).join(''), loose).text;
  if (expected.text === actual) return undefined;
  let index = 0;
  while (index < actual.length && expected.text[index] === actual[index]) index += 1;
  return source.offsetOf(expected.indexOf(index));
}

/** The characters that count, and where each stood. */
function printable(text: string, loose: boolean): { text: string; indexOf(index: number): number } {
  const kept = (character: string): boolean => !GENERATED.test(character) && !(loose && ASCII_MARK.test(character));
  const pattern = loose ? /[\s【】：；（）△▲Δ∆!-/:-@[-`{-~]/g : /[\s【】：；（）:;()△▲Δ∆]/g;
  return {
    text: text.replace(pattern, ''),
    indexOf(index) {
      let rest = index;
      for (let at = 0; at < text.length; at += 1) {
        if (!kept(text[at] ?? '')) continue;
        if (rest === 0) return at;
        rest -= 1;
      }
      return Math.max(0, text.length - 1);
    },
  };
}

/** The source, block by block, without the syntax that holds letters or digits. */
function stripSource(source: string, bodyOffset: number, root: Root, plates: boolean): Stripped {
  const pieces: [string, number][] = [];
  let from = bodyOffset;
  for (const node of root.children) {
    const { start, end } = offsetsOf(node);
    // Between blocks nothing may stand; if something does, it has been lost.
    pieces.push([source.slice(from, start), from], [keep(source, start, end, syntaxOf(source, node, plates)), start]);
    from = end;
  }
  pieces.push([source.slice(from), from]);
  return join(pieces);
}

type Stretch = [from: number, to: number];

function offsetsOf(node: Nodes): { start: number; end: number } {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}

/** The source between two offsets without the stretches, and with its references decoded. */
function keep(source: string, start: number, end: number, stretches: readonly Stretch[]): string {
  let text = '';
  let from = start;
  for (const [cut, to] of stretches) {
    text += decodeReferences(source.slice(from, cut));
    from = to;
  }
  return text + decodeReferences(source.slice(from, end));
}

/**
 * Stretches that are syntax: list numbers, photo addresses and hints, settings of the sections of `plates`, names and
 * attributes of marks, `<br>`.
 */
function syntaxOf(source: string, node: Nodes, plates: boolean): Stretch[] {
  const { start, end } = offsetsOf(node);
  if (node.type === 'html') return isLineBreak(node.value) ? [[start, end]] : [];
  if (node.type === 'image') return [...marksInCaption(source, node), [captionEnd(source, node), end]];
  if (!('children' in node)) return [];
  const inner = node.children.flatMap((child) => syntaxOf(source, child, plates));
  const [first] = node.children;
  const last = node.children.at(-1);
  if (node.type === 'listItem') return [[start, first ? offsetsOf(first).start : end], ...inner];
  if (node.type === 'heading' && plates) return [...inner, ...settingsOf(source, start, end)].sort(byStart);
  if (node.type === 'paragraph' && isPhotoParagraph(node))
    return [...inner, ...hintsOf(source, node.children)].sort(byStart);
  if (node.type !== 'textDirective') return inner;
  return first && last ? [[start, offsetsOf(first).start], ...inner, [offsetsOf(last).end, end]] : [[start, end]];
}

/** The parser keeps the words of a photo as one string: marks in them are told by their form. */
function marksInCaption(source: string, image: Image): Stretch[] {
  const { start } = offsetsOf(image);
  const caption = source.slice(start, captionEnd(source, image));
  const marks = caption.matchAll(/:索引(?=[[{])|(?<=\])\{[^{}]*\}|<br\s*\/?>/gi);
  return [...marks].map((match) => [start + match.index, start + match.index + match[0].length]);
}

function settingsOf(source: string, start: number, end: number): Stretch[] {
  const found = SETTINGS.exec(source.slice(start, end));
  return found ? [[start + found.index, end]] : [];
}

function hintsOf(source: string, children: readonly Nodes[]): Stretch[] {
  return children.flatMap((child): Stretch[] => {
    const { start, end } = offsetsOf(child);
    return child.type === 'text' && source.slice(start, end).includes('{') ? [[start, end]] : [];
  });
}

function byStart([a]: Stretch, [b]: Stretch): number {
  return a - b;
}

function isLineBreak(html: string): boolean {
  return /^<br\s*\/?>$/i.test(html);
}

/** The photos of a paragraph, without their hints. */
function photosOf(node: Paragraph): Nodes[] {
  return node.children.filter((child) => child.type === 'image');
}

/** What the parser holds to be text, without merge marks of tables and attributes of photos. */
function parsedText(node: Nodes, reading: Reading, plates: boolean): string {
  const inside = (children: readonly Nodes[]): string =>
    children.map((child) => parsedText(child, reading, plates)).join('');
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'code':
      return node.value;
    case 'html':
      return isLineBreak(node.value) ? '' : node.value;
    case 'image':
      return (node.alt ?? '').replace(/<br\s*\/?>/gi, '');
    case 'tableCell': {
      const text = inside(node.children);
      const merged = node.children.length === 1 && /^[\^>]$/.test(text.trim());
      // An escaped mark is printed.
      return merged && !reading.slice(placeOf(node)).includes('\\') ? '' : text;
    }
    case 'heading':
      return plates ? inside(node.children).replace(SETTINGS, '') : inside(node.children);
    case 'paragraph':
      return inside(isPhotoParagraph(node as Nodes) ? photosOf(node) : node.children);
    default:
      return 'children' in node ? inside(node.children) : '';
  }
}

function join(pieces: readonly (readonly [string, number])[]): Stripped {
  return {
    text: pieces.map(([text]) => text).join(''),
    offsetOf(index) {
      let rest = index;
      for (const [text, offset] of pieces) {
        if (rest < text.length) return offset + Math.max(0, text.length - text.trimStart().length);
        rest -= text.length;
      }
      return pieces.at(-1)?.[1] ?? 0;
    },
  };
}
