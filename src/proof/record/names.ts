/**
 * How the files of proofs are named. The PDF of a scope and round keeps its name and is overwritten by a newer one; the
 * records stay, each with the second in which it was made:
 *
 *     dist/2022/proofs/农业-一校.pdf
 *     dist/2022/proofs/记录/农业-一校-20220901-102033.json
 */

import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { ProofRecord, Round } from '../model.js';
import { ROUND_NAMES } from '../rounds.js';

/** More characters of a scope than this do not go into a name: a file name ends at 255 bytes. */
const LONGEST = 40;
const FORBIDDEN = /[\\/:*?"<>|\p{Cc}]/gu;
const NAME = /^(.+)-([一二三]校)-(\d{8}-\d{6})(?:-(\d+))?\.json$/u;

/** The name of a proof without its ending: 农业-一校. */
export function proofName(scope: string, round: Round): string {
  return `${scopeName(scope)}-${ROUND_NAMES[round]}`;
}

/** Where the proofs of a volume lie in its output folder. */
export function proofsFolder(out: string): string {
  return join(out, 'proofs');
}

/** Where their records lie. */
export function recordsFolder(out: string): string {
  return join(proofsFolder(out), '记录');
}

/** The name of a record; `again` counts those of one second, from 1. */
export function recordName({ scope, round, made }: Pick<ProofRecord, 'scope' | 'round' | 'made'>, again = 1): string {
  const [date = '', time = ''] = made.split(' ');
  const second = `${date.replaceAll('-', '')}-${time.replaceAll(':', '')}`;
  return `${proofName(scope, round)}-${second}${again > 1 ? `-${again}` : ''}.json`;
}

export interface RecordName {
  /** As it stands in file names. */
  scope: string;
  round: string;
  /** Sorts as time goes. */
  order: string;
}

/** What the name of a record says; nothing where it is no record's. */
export function parseRecordName(name: string): RecordName | undefined {
  const parts = NAME.exec(name.normalize('NFC'));
  if (!parts) return undefined;
  const [, scope = '', round = '', second = '', again = '1'] = parts;
  return { scope, round, order: `${second}-${again.padStart(4, '0')}` };
}

function scopeName(scope: string): string {
  const name = scope
    .normalize('NFC')
    .replace(FORBIDDEN, '-')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s.]+|[\s.]+$/gu, '');
  const characters = [...name];
  if (name === '') return '校样';
  if (characters.length <= LONGEST) return name;
  // Two long lists may begin alike.
  const digest = createHash('sha256').update(scope).digest('hex').slice(0, 4);
  return `${characters.slice(0, LONGEST - 5).join('')}等${digest}`;
}
