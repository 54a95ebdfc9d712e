/**
 * What the dictionary has said before (记忆): the answers of earlier runs, which hold as long as dictionary, lists and
 * 读音.yaml are the same. With it a run opens the dictionary for new terms alone.
 */
import type { TermReading } from '../model.js';
import type { ReadAs } from './reader.js';

export interface ReadingMemo {
  recall(term: string, as: ReadAs): TermReading | undefined;
  keep(term: string, as: ReadAs, reading: TermReading): void;
}

/** Remembers nothing. */
export const NO_MEMO: ReadingMemo = { recall: () => undefined, keep: () => undefined };
