/** `index.json` and `index.csv` in the output folder, and what a run tells of them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LockDifference } from '../subject-index/reading/lock.js';
import { compareIndexes, firstIndex } from '../subject-index/record/changes.js';
import { formatCsv } from '../subject-index/record/csv.js';
import {
  type FiledGroup,
  type FiledHeading,
  formatIndexFile,
  type IndexFile,
  parseIndexFile,
} from '../subject-index/record/index-file.js';
import type { Message } from '../tree/message.js';
import { deliver } from './deliver.js';

export interface IndexFigures {
  /** Headings, and the 下级 under them. */
  headings: number;
  subheadings: number;
  locators: number;
  letters: number;
}

export interface IndexReport {
  /** Absolute paths of the files that were written. */
  files: string[];
  /** The lock was written: its path. */
  lock?: string;
  subjects: IndexFigures;
  persons: IndexFigures;
  /** Locked readings that differ from those of the dictionary of today. */
  differences: LockDifference[];
  /** The whole index, as it is filed. */
  index: IndexFile;
  /** Flows that were broken anew. */
  freshFlows: number;
  /** Milliseconds a phase. */
  times: Record<string, number>;
  messages: Message[];
}

const NAMES = { json: 'index.json', csv: 'index.csv' } as const;

/** Sets an index beside the one that lies in the output folder. */
export function compareWithLast(out: string, index: Omit<IndexFile, 'changes'>): IndexFile {
  const last = lastIndex(out);
  return { ...index, changes: last ? compareIndexes(last, index) : firstIndex() };
}

function lastIndex(out: string): IndexFile | undefined {
  try {
    return parseIndexFile(readFileSync(join(out, NAMES.json), 'utf8'));
  } catch {
    return undefined;
  }
}

/** Writes what differs from what lies there; gives the files of the index, written or not. */
export function deliverIndex(out: string, index: IndexFile, csv: boolean): string[] {
  const files: [string, string][] = [
    [join(out, NAMES.json), formatIndexFile(index)],
    ...(csv ? [[join(out, NAMES.csv), formatCsv(index)] as [string, string]] : []),
  ];
  for (const [file, text] of files) if (!holds(file, text)) deliver(file, text);
  return files.map(([file]) => file);
}

function holds(file: string, text: string): boolean {
  try {
    return readFileSync(file, 'utf8') === text;
  } catch {
    return false;
  }
}

/** Counts an index. */
export function countIndex(groups: readonly FiledGroup[]): IndexFigures {
  const figures: IndexFigures = { headings: 0, subheadings: 0, locators: 0, letters: groups.length };
  const count = (heading: FiledHeading): void => {
    figures.locators += heading.locators.length;
    for (const each of heading.subheadings ?? []) {
      figures.subheadings += 1;
      count(each);
    }
  };
  for (const heading of groups.flatMap(({ headings }) => headings)) {
    figures.headings += 1;
    count(heading);
  }
  return figures;
}
