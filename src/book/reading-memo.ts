/** The memo of readings of a volume, kept in the cache under a stamp of all that can change an answer. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TermReading } from '../subject-index/model.js';
import type { ReadingMemo } from '../subject-index/reading/memo.js';
import { LISTS } from '../subject-index/reading/own-readings.js';
import type { GivenReading } from '../tree/index-sources.js';
import { deliver } from './deliver.js';
import { programStamp } from './theme.js';

export interface KeptMemo extends ReadingMemo {
  /** Writes what was asked in this run, where that is not what lies there. */
  save(): void;
}

interface MemoFile {
  stamp: string;
  readings: Record<string, TermReading>;
}

/** Opens the memo in `file`; a damaged or an outdated one remembers nothing. */
export function openMemo(file: string, given: readonly GivenReading[]): KeptMemo {
  const stamp = createHash('sha256')
    .update(readingStamp())
    .update(JSON.stringify(given.map(({ words, syllables, person }) => [words.text, syllables, person])))
    .digest('hex');
  const kept = readMemo(file, stamp);
  const asked = new Map<string, TermReading>();
  let grown = false;
  const keyOf = (term: string, as: string): string => `${as} ${term}`;
  return {
    recall(term, as) {
      const key = keyOf(term, as);
      const known = asked.get(key) ?? kept.get(key);
      if (known) asked.set(key, known);
      return known;
    },
    keep(term, as, reading) {
      asked.set(keyOf(term, as), reading);
      grown = true;
    },
    save() {
      if (!grown) return;
      const content: MemoFile = { stamp, readings: Object.fromEntries(asked) };
      deliver(file, JSON.stringify(content));
    },
  };
}

function readMemo(file: string, stamp: string): ReadonlyMap<string, TermReading> {
  try {
    const memo = JSON.parse(readFileSync(file, 'utf8')) as Partial<MemoFile> | null;
    return new Map(memo?.stamp === stamp ? Object.entries(memo.readings ?? {}) : []);
  } catch {
    return new Map();
  }
}

/** Changes with our lists, with the dictionary, and with the program that asks them. */
export function readingStamp(): string {
  const hash = createHash('sha256').update(programStamp());
  const lists = fileURLToPath(LISTS);
  for (const name of readdirSync(lists).sort()) hash.update(name).update(readFileSync(join(lists, name)));
  const { resolve } = createRequire(import.meta.url);
  const { size, mtimeMs } = statSync(resolve('@pinyin-pro/data/complete.json'));
  return hash
    .update(readFileSync(resolve('pinyin-pro/package.json')))
    .update(`${size} ${mtimeMs}`)
    .digest('hex');
}
