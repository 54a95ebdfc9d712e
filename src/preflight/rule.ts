/** What a rule of the preflight is: data with an id and a remedy; and what looks at a file finds by it. */
import type { Box } from '../press/pdf/pages.js';
import type { ContentFont } from './content/font.js';
import type { Survey } from './content/survey.js';
import type { Archive } from './file/archive.js';
import type { Claim } from './file/claim.js';
import type { Page } from './file/pages.js';
import type { Xmp } from './file/xmp.js';

export type Severity = 'error' | 'warning';

/** What must have been readable for a rule to count as checked. */
export type Needs = 'file' | 'pages' | 'content' | 'trim' | 'plates' | 'text-zones' | 'plate-bleed';

export interface Rule {
  /** Stable. */
  id: string;
  /** What a prepress operator calls the check. */
  name: string;
  /** Of its gravest finding. */
  severity: Severity;
  needs: Needs;
  /** What to do, as a sentence without its full stop. */
  remedy: string;
}

/** One thing a rule found. */
export interface Found {
  /** In Chinese, a clause without its full stop. */
  what: string;
  page?: Page;
  /** In the page's own coordinates. */
  box?: Box;
  object?: number | undefined;
  /** The nested streams it stands in. */
  via?: string | undefined;
  /** Milder than the rule's own. */
  severity?: Severity;
  /** Better suited than the rule's own. */
  remedy?: string;
}

export type Say = (rule: Rule, found: Found) => void;

export type PdfxVersion = '4' | '1a';

export interface Terms {
  /** The standard asked for; else the one the file claims. */
  pdfx?: PdfxVersion;
  /** Limit of total ink in per cent. */
  ink: number;
  /** Millimetres. */
  bleed: number;
  /** Millimetres; without it any usual 开本 is right. */
  trim?: { width: number; height: number };
  /** Pixels an inch below which a photo is an error; without it 225. */
  leastPpi?: number;
}

/** A file with what all rules ask for again and again. */
export interface Book {
  archive: Archive;
  pages: readonly Page[];
  terms: Terms;
  claim: Claim;
  /** The standard it is judged by. */
  standard: PdfxVersion;
  xmp: Xmp | undefined;
  /** Complete when all pages have been read. */
  fonts: () => ContentFont[];
}

/** Rules that look at the same thing, and the look itself. */
export interface Check {
  rules: readonly Rule[];
  /** Before the pages. */
  document?(book: Book, say: Say): void;
  page?(survey: Survey, book: Book, say: Say): void;
  /** After the pages: what needs all of them, or what reading them brought to light. */
  end?(book: Book, say: Say): void;
}
