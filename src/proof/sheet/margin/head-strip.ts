/**
 * The head strip (页顶栏): what book, which round, from which manuscripts, which sheet. Where the page leaves no room
 * above, its two halves stand beside the head of the page.
 */

import type { DrawItem, ProofColour, ProofFont, TextItem } from '../../drawing.js';
import { ROUND_NAMES } from '../../rounds.js';
import { EDGE, HAIR, INK, OLD, PALE, SOFT } from '../inks.js';
import type { ProofSheetsInput } from '../input.js';
import type { SheetFrame } from '../paper.js';
import { cutToWidth, setLines } from '../type.js';
import { fill, WORDS } from '../words.js';

/** What differs from sheet to sheet. */
export interface SheetFacts {
  /** 57页　农业 */
  title: string;
  /** From 1. */
  number: number;
  of: number;
}

interface Fact {
  text: string;
  size: number;
  font: ProofFont;
  colour: ProofColour;
}

const BOOK = 9;
const PLAIN = 6.8;
const FIRST = 20;
const SECOND = 30.5;
const STEP = 10.5;
/** Between facts on one line. */
const SPACE = 12;
/** A fact is not cut to less than this. */
const LEAST = 30;

/** Above the pages, in two lines. */
export function headAbove(input: ProofSheetsInput, facts: SheetFacts, frame: SheetFrame): DrawItem[] {
  const { leftTop, leftBelow, rightTop, rightBelow } = headFacts(input, facts, frame);
  const margin = EDGE + 6;
  const middle = frame.width / 2;
  return [
    ...row(leftTop, margin, middle + 40, FIRST, input.measure),
    ...row(leftBelow, margin, middle - 10, SECOND, input.measure),
    ...rowFromRight(rightTop, frame.width - margin, middle + 50, FIRST, input.measure),
    ...rowFromRight(rightBelow, frame.width - margin, middle, SECOND, input.measure),
  ];
}

/**
 * Beside the head of the page: the book at the left, the round at the right. Gives how far down each half reaches.
 *
 * @param left where the left half begins and ends, points
 * @param right the same of the right half
 */
export function headBeside(
  input: ProofSheetsInput,
  facts: SheetFacts,
  frame: SheetFrame,
  left: readonly [number, number],
  right: readonly [number, number],
): { items: DrawItem[]; bottom: number } {
  const { leftTop, leftBelow, rightTop, rightBelow } = headFacts(input, facts, frame);
  const halves = [
    pile([...leftTop, ...leftBelow], left, frame.top + 8, input.measure),
    pile([...rightTop.reverse(), ...rightBelow.reverse()], right, frame.top + 8, input.measure),
  ];
  const bottom = Math.max(...halves.map((half) => half.bottom));
  const rule = ([from, to]: readonly [number, number]): DrawItem => {
    return { type: 'line', from: [from, bottom], to: [to, bottom], width: 0.3, colour: HAIR };
  };
  return { items: [...halves.flatMap(({ items }) => items), rule(left), rule(right)], bottom };
}

function headFacts({ head }: ProofSheetsInput, { title, number, of }: SheetFacts, { scale }: SheetFrame) {
  const plain = (text: string, colour = SOFT): Fact => ({ text, size: PLAIN, font: '黑', colour });
  return {
    leftTop: [{ text: head.book, size: BOOK, font: '宋', colour: INK } satisfies Fact, plain(head.scope)],
    leftBelow: [plain(title, INK), ...(head.provisional ? [plain(head.provisional, OLD)] : [])],
    rightTop: [
      plain(fill(WORDS.sheetOf, { n: number, m: of })),
      { text: ROUND_NAMES[head.round], size: BOOK, font: '黑', colour: INK } satisfies Fact,
    ],
    rightBelow: [
      ...(head.since ? [plain(fill(WORDS.since, { since: head.since }), PALE)] : []),
      ...(scale < 1 ? [plain(fill(WORDS.reduced, { percent: Math.round(scale * 100) }), INK)] : []),
      plain(fill(WORDS.revision, { revision: head.revision })),
      plain(head.made),
    ],
  };
}

/** The last fact has what room the others leave it. */
function row(
  facts: readonly Fact[],
  left: number,
  right: number,
  y: number,
  measure: ProofSheetsInput['measure'],
): TextItem[] {
  let x = left;
  return facts.map((fact) => {
    const text = cutToWidth(fact.text, fact.font, fact.size, Math.max(right - x, LEAST), measure);
    const item: TextItem = { type: 'text', ...fact, x, y, text };
    x += measure(text, fact.font, fact.size) + SPACE;
    return item;
  });
}

/** The first fact has what room the others leave it. */
function rowFromRight(
  facts: readonly Fact[],
  right: number,
  left: number,
  y: number,
  measure: ProofSheetsInput['measure'],
): TextItem[] {
  let x = right;
  return [...facts].reverse().map((fact) => {
    const text = cutToWidth(fact.text, fact.font, fact.size, Math.max(x - left, LEAST), measure);
    const item: TextItem = { type: 'text', ...fact, text, x, y, align: 'right' };
    x -= measure(text, fact.font, fact.size) + SPACE;
    return item;
  });
}

function pile(
  facts: readonly Fact[],
  [left, right]: readonly [number, number],
  top: number,
  measure: ProofSheetsInput['measure'],
): { items: TextItem[]; bottom: number } {
  let y = top;
  const items = facts.flatMap((fact) =>
    setLines(fact.text, fact.font, fact.size, right - left, measure).map((text): TextItem => {
      const item: TextItem = { type: 'text', ...fact, text, x: left, y };
      y += fact.size === BOOK ? STEP + 2 : STEP;
      return item;
    }),
  );
  return { items, bottom: y - STEP + 5 };
}
