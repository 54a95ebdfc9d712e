/** What is asked of the road, and what it answers. */

import type { Round } from '../proof/model.js';
import type { Message } from '../tree/message.js';
import type { IndexReport } from './index-report.js';
import type { PressRequest } from './press-edition.js';
import type { ProofReport } from './proof-report.js';
import type { BookReport } from './report.js';

/** What a book and an index ask alike. */
export interface Request {
  /** Absolute path of the volume folder. */
  folder: string;
  /** Absolute path of the output folder; without it `dist/<卷号>` in the project folder. */
  out?: string;
  /** The project folder, in which `.nianjian/` is the cache. */
  home: string;
  cached: boolean;
  /** Warnings count as errors. */
  strict: boolean;
}

export interface BookRequest extends Request {
  /** Titles of the 类目 to set; all where it is empty. */
  only: string[];
  /** Whether a press PDF is made, and how; absent: none. */
  press?: PressRequest;
  /** Where to leave the finished document, for the benchmark; absolute path. */
  finishedDom?: string;
}

export interface IndexRequest extends Request {
  /** 重新取音: the readings that an earlier run has locked count nothing. */
  relock: boolean;
  /** Whether `index.csv` is wanted too. */
  csv: boolean;
  /** Nothing is written but the cache. */
  dryRun: boolean;
}

export interface ProofRequest extends Request {
  /** What is wanted, in the proofreader's words: 农业, 农业/水利, a manuscript, a department; all where it is empty. */
  asked: string[];
  /** The folder in which the words were typed: paths may be relative to it. */
  from: string;
  /** Of what is wanted only the parts that have changed since they were last proofed. */
  changed: boolean;
  /** 校次; absent: that of the last proof, or 一校. */
  round?: Round;
  /** The proof with which this one is compared, in the proofreader's words; absent: the last one of the same parts. */
  since?: string;
  /** `auto`: the smallest on which the pages stand at full size with room round them. */
  paper: 'A4' | 'A3' | 'auto';
  /** Facing pages on one sheet. */
  spreads: boolean;
  /** The pages alone. */
  clean: boolean;
  format: 'pdf' | 'html';
  /** When the proof is made. */
  now: Date;
}

export type Result<Report> = { done: true; report: Report } | { done: false; messages: Message[] };
export type BookResult = Result<BookReport>;
export type IndexResult = Result<IndexReport>;
/** Nothing where only what has changed was asked for, and nothing has. */
export type ProofResult = Result<ProofReport | undefined>;
