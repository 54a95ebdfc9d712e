/** A finding by its number: in the records of proofs, the newest first, and then on the pages of the last book. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Layout } from '../../inspect/layout.js';
import type { Finding } from '../model.js';
import { listRecords, readRecord } from '../record/files.js';
import { ROUND_NAMES } from '../rounds.js';
import { pagesOfLayout } from '../where/address-book.js';
import { gatherFindings } from './gather.js';
import { isSameNumber } from './number.js';

export interface NumberedFinding {
  finding: Finding;
  /** Where it was found: 农业一校, 全书. */
  title: string;
}

/**
 * The findings of that number: none, one, or several where the number is the beginning of theirs.
 *
 * @param out the output folder of the volume
 * @param number 卷号
 */
export function findingsByNumber(out: string, number: string, wanted: string): NumberedFinding[] {
  for (const { title, findings } of findingsOf(out, number)) {
    const found = findings.filter((finding) => finding.number !== '' && isSameNumber(finding.number, wanted));
    if (found.length > 0) return found.map((finding) => ({ finding, title }));
  }
  return [];
}

/** All numbers that are known, for a hint to one that is not. */
export function knownNumbers(out: string, number: string): string[] {
  return [...findingsOf(out, number)].flatMap(({ findings }) => findings.map((each) => each.number));
}

function* findingsOf(out: string, number: string): Generator<{ title: string; findings: Finding[] }> {
  for (const { file, scope, round } of listRecords(out, number).records) {
    const read = readRecord(file);
    if ('findings' in read) yield { title: `${scope}${ROUND_NAMES[round]}`, findings: read.findings };
  }
  const layout = readLayout(join(out, 'layout.json'));
  if (layout) yield { title: '全书', findings: layoutFindings(layout) };
}

/** What the page inspector has found in a whole book. */
function layoutFindings({ pages, breaches, rules }: Layout): Finding[] {
  return gatherFindings({
    pages: pagesOfLayout(pages).map((page) => ({ ...page, photos: [] })),
    passages: [],
    manuscripts: [],
    messages: [],
    isCheck: () => false,
    breaches,
    ruleNames: new Map(rules.map(({ rule, name }) => [rule, name])),
    dismissals: [],
    dismissalsFile: '',
    whole: true,
  });
}

function readLayout(file: string): Layout | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Layout;
  } catch {
    // No book yet, or half a file: then it has no findings.
    return undefined;
  }
}
