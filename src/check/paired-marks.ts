/**
 * Paired marks that do not match within a paragraph, a heading or a cell: （） 《》 “” ‘’ 【】 〔〕.
 *
 * 1） and a） at the head of a clause are no brackets; “ may be opened again at each paragraph of a long quotation,
 * so a paragraph that only begins with “ and never closes it is told from one that lost a mark by no rule, and is
 * named as well: it is a warning.
 */
import type { Position } from 'unist';
import type { Message } from '../tree/message.js';
import type { Node, Phrasing, Text } from '../tree/nodes.js';
import { visit } from '../tree/visit.js';
import { finding, manuscriptsOf, type Rule } from './rule.js';

const PAIRS: Record<string, string> = {
  '（': '）',
  '《': '》',
  '〈': '〉',
  '“': '”',
  '‘': '’',
  '【': '】',
  '〔': '〕',
  '「': '」',
  '『': '』',
};
const CLOSERS = new Map(Object.entries(PAIRS).map(([open, close]) => [close, open]));
const MARKS = new RegExp(`[${[...Object.entries(PAIRS)].flat().join('')}]`, 'g');
/** 1） 12） a） at the head of an item. */
const ITEM = /(^|[。；：，、\s\u3000])[\da-zA-Z]{1,2}$/;

export const pairedMarks: Rule = {
  id: 'marks-unpaired',
  severity: 'warning',
  check: (volume) =>
    manuscriptsOf(volume).flatMap((manuscript) => {
      const messages: Message[] = [];
      const check = (leaves: Text[]): void => {
        const odd = unpaired(leaves);
        if (!odd) return;
        const reason = odd.closing
          ? `“${odd.mark}”前面没有与它成对的“${odd.other}”`
          : `“${odd.mark}”没有与它成对的“${odd.other}”`;
        messages.push(finding(pairedMarks, manuscript.file, odd.position, reason, '把标点写成一对'));
      };
      visit(manuscript, (node) => {
        for (const line of linesOf(node)) check(leavesOf(line));
      });
      return messages;
    }),
  examples: [
    {
      name: 'marks in pairs, nested, and numbers of items',
      files: {
        '01-农业/01-农业.md': '印发《关于修订〈办法〉的通知》（农发〔2021〕5号，“十四五”期间）：1）种；2）收。\n',
      },
      expected: [],
    },
    {
      name: 'an apostrophe inside a word',
      files: { '01-农业/01-农业.md': '歌曲It’s a Small World和‘小调’。\n' },
      expected: [],
    },
    {
      name: 'a bracket that is not closed',
      files: { '01-农业/01-农业.md': '产量（吨增长。\n' },
      expected: ['01-农业/01-农业.md:5:3'],
    },
    {
      name: 'a closing mark without its opening',
      files: { '01-农业/01-农业.md': '印发通知》。\n' },
      expected: ['01-农业/01-农业.md:5:5'],
    },
    {
      name: 'marks that cross',
      files: { '01-农业/01-农业.md': '印发《通知（试行》）。\n' },
      expected: ['01-农业/01-农业.md:5:6'],
    },
    {
      name: 'a pair may hold a part in bold',
      files: { '01-农业/01-农业.md': '印发《**重要**通知》。\n' },
      expected: [],
    },
    {
      name: 'a title in brackets closes its own marks',
      files: { '01-农业/01-农业.md': '### 落实“双减\n\n甲。\n' },
      expected: ['01-农业/01-农业.md:5:7'],
    },
  ],
};

/** The lines of text a node holds itself: what is below it holds its own. */
function linesOf(node: Node): Phrasing[][] {
  switch (node.type) {
    case 'paragraph':
    case 'event':
    case 'clause':
      return [node.children];
    case 'subcategory':
    case 'entry':
    case 'section':
    case 'month':
    case 'system':
    case 'unit':
    case 'plates':
      return [node.title];
    case 'figure':
      return [node.caption];
    case 'table':
      return [
        node.caption?.children ?? [],
        node.unit?.children ?? [],
        ...[...node.head, ...node.body].flatMap((row) => row.cells.map((cell) => cell.children)),
      ];
    case 'post':
      return [[node.title], ...node.holders.map((holder) => (holder.note ? [holder.note] : []))];
    default:
      return [];
  }
}

function leavesOf(nodes: readonly Phrasing[]): Text[] {
  return nodes.flatMap((node) =>
    node.type === 'text' ? [node] : node.type === 'break' ? [] : leavesOf(node.children),
  );
}

interface Odd {
  mark: string;
  other: string;
  closing: boolean;
  position: Position;
}

/** The first mark that has no partner. */
function unpaired(leaves: readonly Text[]): Odd | undefined {
  const open: { mark: string; position: Position }[] = [];
  for (const leaf of leaves) {
    for (const match of leaf.value.matchAll(MARKS)) {
      const [mark] = match;
      const opener = CLOSERS.get(mark);
      if (mark === '’' && isApostrophe(leaf.value, match.index)) continue;
      if (opener === undefined) open.push({ mark, position: placeIn(leaf, match.index) });
      else if (open.at(-1)?.mark === opener) open.pop();
      else if (mark !== '）' || !ITEM.test(leaf.value.slice(Math.max(0, match.index - 4), match.index))) {
        const last = open.at(-1);
        // A mark that crosses is told at the opening mark it leaves unclosed.
        if (last && open.some((entry) => entry.mark === opener)) return odd(last);
        return { mark, other: opener, closing: true, position: placeIn(leaf, match.index) };
      }
    }
  }
  const first = open[0];
  return first && odd(first);
}

/** it’s: between two letters the mark belongs to the word. */
function isApostrophe(text: string, at: number): boolean {
  return /[A-Za-z]/.test(text.charAt(at - 1)) && /[A-Za-z]/.test(text.charAt(at + 1));
}

function odd({ mark, position }: { mark: string; position: Position }): Odd {
  return { mark, other: PAIRS[mark] ?? '', closing: false, position };
}

/** Near enough: columns are exact unless something was joined or decoded before the mark in the same text. */
function placeIn(leaf: Text, index: number): Position {
  const { start } = leaf.position;
  const point = { line: start.line, column: start.column + index, offset: (start.offset ?? 0) + index };
  return { start: point, end: point };
}
