/**
 * Folios (页码): the order of the sheets, the blanks where a flow must open on a recto, and the printed folio of each.
 * Front matter counts in small roman numerals, the body in decimal ones from 1, and 1 is a recto.
 */
import type { SheetPlan } from './in-page/arrange.js';

export interface FlowExtent {
  id: string;
  numbering: 'roman' | 'decimal';
  /** 另页: any new page; 单页: a recto. */
  start: '另页' | '单页';
  pages: number;
  /** The words of its thumb tab. */
  tab?: string;
}

export interface BookPlan {
  sheets: SheetPlan[];
  /** For each flow: the index of its first sheet in the book. */
  firstSheet: Map<string, number>;
  /** Runs of sheets with one numbering, for the page labels of the PDF. */
  labels: { startPage: number; style: 'roman' | 'decimal'; start: number }[];
}

/** Plans the sheets of a book whose flows stand in their order. */
export function planSheets(flows: FlowExtent[]): BookPlan {
  const sheets: SheetPlan[] = [];
  const firstSheet = new Map<string, number>();
  const labels: BookPlan['labels'] = [];
  let numbering: FlowExtent['numbering'] | undefined;
  let number = 1;
  let tabs = 0;
  const add = (flow: string | undefined, tab?: SheetPlan['tab']): void => {
    const folio = numbering === 'roman' ? roman(number) : String(number);
    // The first sheet of a book is a recto, and so every even index.
    const side = sheets.length % 2 === 0 ? 'right' : 'left';
    sheets.push({ ...(flow === undefined ? {} : { flow }), side, folio, ...(tab && { tab }) });
    number += 1;
  };
  for (const flow of flows) {
    if (flow.pages === 0) continue;
    const renumbers = flow.numbering !== numbering;
    if ((renumbers || flow.start === '单页') && sheets.length % 2 === 1) add(undefined);
    if (renumbers) {
      numbering = flow.numbering;
      number = 1;
      labels.push({ startPage: sheets.length, style: flow.numbering, start: 1 });
    }
    firstSheet.set(flow.id, sheets.length);
    const tab = flow.tab === undefined ? undefined : { words: flow.tab, order: tabs };
    if (tab) tabs += 1;
    for (let page = 0; page < flow.pages; page += 1) add(flow.id, tab);
  }
  return { sheets, firstSheet, labels };
}

const ROMAN: [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** Small roman numerals: 4 → iv. */
export function roman(number: number): string {
  let rest = number;
  let text = '';
  for (const [value, letters] of ROMAN) {
    while (rest >= value) {
      text += letters;
      rest -= value;
    }
  }
  return text;
}
