/**
 * An address book (行址簿): what a proof record, or the `layout.json` of a book, says of where lines stand. Both are put
 * into one shape, so that a look-up does not mind where its answer comes from.
 */

import type { Layout } from '../../inspect/layout.js';
import { columnLetter, formatAddress } from '../address.js';
import type { Passage, ProofLine, ProofRecord } from '../model.js';
import { ROUND_NAMES } from '../rounds.js';

/** Where an answer comes from. */
export interface BookName {
  kind: 'proof' | 'book';
  /** 农业一校, 全书 */
  title: string;
  /** Local time, `2022-09-01 10:20:33`. */
  made: string;
  /** Why its folios may still change. */
  provisional?: string;
}

export interface AddressBook extends BookName {
  pages: BookPage[];
  /** None in a `layout.json`. */
  passages: readonly Passage[];
  /** Digests of the manuscripts; a `layout.json` has none, and its time must do. */
  manuscripts?: Readonly<Record<string, string>>;
}

export interface BookPage {
  /** Page of the PDF of the whole book, from 1. */
  sheet: number;
  folio: string;
  title: string;
  columns: { letter: string; lines: BookLine[] }[];
}

export type BookLine = ProofLine;

/** What is known of an address book before it is opened. */
export interface ClosedBook extends BookName {
  folios: readonly string[];
  /** Gives nothing where the file is damaged. */
  open(): AddressBook | undefined;
}

export function bookOfRecord({ scope, round, made, provisional, ...rest }: ProofRecord): AddressBook {
  const { pages, passages, manuscripts } = rest;
  return {
    kind: 'proof',
    title: `${scope}${ROUND_NAMES[round]}`,
    made,
    ...(provisional === undefined ? {} : { provisional }),
    pages,
    passages,
    manuscripts,
  };
}

/** @param made when the book was built, local time */
export function bookOfLayout({ pages }: Pick<Layout, 'pages'>, made: string): AddressBook {
  return { kind: 'book', title: '全书', made, pages: pagesOfLayout(pages), passages: [] };
}

/** The pages of a `layout.json`, with letters and addresses. */
export function pagesOfLayout(pages: Layout['pages']): BookPage[] {
  return pages.map(({ sheet, folio, flow, columns }) => {
    const hasColumns = columns.some(({ column }) => column > 0);
    return {
      sheet,
      folio,
      title: flow,
      columns: columns.map(({ column, lines }) => {
        const letter = columnLetter(column - 1, hasColumns);
        return {
          letter,
          lines: lines.map((each) => ({ address: formatAddress({ folio, letter, line: each.line }), ...each })),
        };
      }),
    };
  });
}
