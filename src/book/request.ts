/** What is asked of the road, and what it answers. */
import type { Message } from '../tree/message.js';
import type { IndexReport } from './index-report.js';
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

export type Result<Report> = { done: true; report: Report } | { done: false; messages: Message[] };
export type BookResult = Result<BookReport>;
export type IndexResult = Result<IndexReport>;
