/** Which earlier proof is meant: 一校, 第2校, 2022-09-01, 2022年9月1日, 9月1日, 农业-一校.pdf. */
import type { Round } from '../model.js';
import { parseRound } from '../rounds.js';

export type Since =
  | { kind: 'round'; round: Round }
  /** `2022-09-01`, or `09-01` where no year was said. */
  | { kind: 'date'; day: string }
  | { kind: 'path'; path: string };

const FULL_DATE = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?$/u;
const RUN_DATE = /^(\d{4})(\d{2})(\d{2})$/u;
const SHORT_DATE = /^(\d{1,2})[-/.月](\d{1,2})[日号]?$/u;

/** Reads what follows `--since`; nothing where it says nothing of the kind. */
export function parseSince(text: string): Since | undefined {
  const path = text.trim();
  if (/\.(json|pdf)$/iu.test(path)) return { kind: 'path', path };
  const word = text.normalize('NFKC').replace(/\s+/gu, '');
  const round = parseRound(word);
  if (round !== undefined) return { kind: 'round', round };
  const [, year, month, day] = FULL_DATE.exec(word) ?? RUN_DATE.exec(word) ?? [];
  if (month && day) return dateOf(month, day, year);
  const [, shortMonth, shortDay] = SHORT_DATE.exec(word) ?? [];
  return shortMonth && shortDay ? dateOf(shortMonth, shortDay) : undefined;
}

function dateOf(month: string, day: string, year?: string): Since | undefined {
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) return undefined;
  const short = `${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return { kind: 'date', day: year === undefined ? short : `${year}-${short}` };
}
