/**
 * The words of a table cell as a line breaker sees them: runs that stay whole, and how many lines they make in a
 * column of a given width. What may not be divided: numbers with sign, range and unit, dates, Latin words, a mark and
 * the character it belongs to (GB/T 15834 5.1), and short labels such as names.
 */
import { AUTOSPACE, isSpacedFrom, textWidth } from '../advance.js';

/** A run that stays in one line. */
export interface Run {
  text: string;
  /** In em. */
  width: number;
  /** Space before it where it does not open a line. */
  space: number;
}

/** Text as long as this stays in one line: 谭小彦, 诺敏高娃, 合计. */
const LONGEST_LABEL = 4;
/** A longer run gives no column its width; where there is no room for it, it is divided. */
const LONGEST_RUN = 12;

const NUMBER = String.raw`[-+−±第]?\d[\d.,，:：∶/]*(?:[-–—～~]\d[\d.,]*)*(?:[%％‰℃]|[万亿]{0,2}(?:公里|公顷|平方米|立方米|[年月日人次个名元户家项种件条届号级岁位所只头亩吨])|[万亿]{1,2})?`;
const DATE = String.raw`\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月\d{1,2}日`;
const TOKEN = new RegExp(
  String.raw`${DATE}|${NUMBER}|[\p{Script=Latin}][\p{Script=Latin}\d.&+-]*|——|……|[（(][^（()）]{1,5}[）)]|.`,
  'gsu',
);

const CLOSING = /^(?:[、，。：；！？）》〉」』】〕”’％‰℃·—…～／/)%,.:;!?]|-(?!\d))/u;
const OPENING = /[（《〈「『【〔“‘(/／]$/u;

/** The runs of one line of a cell (between two breaks). */
export function runsOf(line: string): Run[] {
  if ([...line].length <= LONGEST_LABEL) return line === '' ? [] : [{ text: line, width: textWidth(line), space: 0 }];
  const texts: string[] = [];
  for (const [token] of line.matchAll(TOKEN)) {
    const last = texts[texts.length - 1];
    if (last !== undefined && (CLOSING.test(token) || OPENING.test(last))) texts[texts.length - 1] = last + token;
    else texts.push(token);
  }
  return texts.map((text, i) => {
    const before = [...(texts[i - 1] ?? '')].at(-1) ?? '';
    return { text, width: textWidth(text), space: isSpacedFrom(before, text[0] ?? '') ? AUTOSPACE : 0 };
  });
}

/** The widest run, where it is no longer than a column can be asked to be. */
export function widestRun(runs: Run[]): number {
  return Math.max(0, ...runs.map(({ width }) => Math.min(width, LONGEST_RUN)));
}

/** How runs fall into lines of `width` em. */
export interface Lines {
  count: number;
  /** The last line holds one Han character alone. */
  orphan: boolean;
}

/** Rounding of a browser's layout units may not cost a line. */
const TOLERANCE = 0.02;

export function linesAt(runs: Run[], width: number): Lines {
  let count = runs.length > 0 ? 1 : 0;
  let filled = 0;
  let last = '';
  for (const run of runs) {
    const wanted = filled > 0 ? filled + run.space + run.width : run.width;
    if (filled > 0 && wanted > width + TOLERANCE) {
      count += 1;
      filled = run.width;
      last = run.text;
    } else {
      filled = wanted;
      last += run.text;
    }
    // A run wider than the column is divided.
    if (filled > width + TOLERANCE) {
      const more = Math.ceil((filled - TOLERANCE) / Math.max(width, 1)) - 1;
      count += more;
      filled -= more * width;
    }
  }
  return { count, orphan: count > 1 && [...last].length === 1 };
}
