/** The earlier proof with which a new one is compared: the newest that covers what is asked for, or the one that is named. */

import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Round } from '../model.js';
import { ROUND_NAMES } from '../rounds.js';
import {
  type KeptRecord,
  type ListedRecord,
  listRecords,
  type RecordProblem,
  readRecord,
  strangeVolume,
} from './files.js';
import { parseRecordName, recordsFolder } from './names.js';
import { parseSince } from './since.js';

/** What the new proof holds. */
export interface WantedRecord {
  volume: { number: string };
  /** In words: 农业、法治; empty where any will do. */
  scope: string;
  /** Ids of its flows; none where any will do. */
  flows: readonly string[];
  /** Its manuscripts: of several records that cover the flows, those that hold most of them come first. */
  manuscripts?: readonly string[];
}

export type FoundRecord = KeptRecord & {
  /** Records that were passed over, and why. */
  problems: string[];
};

/** So many are named where none fits. */
const NAMED = 8;

/** The newest record that covers what is asked for; nothing where there is none. */
export function lastRecord(out: string, wanted: WantedRecord): FoundRecord | undefined {
  const found = findRecord(out, wanted);
  return 'problem' in found ? undefined : found;
}

/**
 * The record that is meant.
 *
 * @param out the output folder of the volume
 * @param since nothing: the newest that covers what is asked for; or 一校, 2022-09-01, 9月1日, or the path of a record
 *   or of the PDF beside which it lies
 * @param workingFolder against which a path is read
 */
export function findRecord(
  out: string,
  wanted: WantedRecord,
  since?: string,
  workingFolder = process.cwd(),
): FoundRecord | RecordProblem {
  const meant = since === undefined ? undefined : parseSince(since);
  if (meant?.kind === 'path') return byPath(resolve(workingFolder, meant.path), out, wanted);
  const { records, problems } = listRecords(out, wanted.volume.number);
  const covering = records.filter((record) => covers(record, wanted));
  if (since !== undefined && !meant) {
    const remedy = '写校次（一校）、日期（2022-09-01、9月1日），或者校样的文件名（.pdf、.json）';
    return { problem: `不明白“${since}”指哪一次校样。${remedy}。${listed(covering)}` };
  }
  const fitting = covering.filter(({ round, made }) => {
    if (!meant) return true;
    return meant.kind === 'round' ? round === meant.round : made.slice(0, 10).endsWith(meant.day);
  });
  const passedOver = [...problems];
  for (const { file } of mostHeld(fitting, wanted)) {
    const read = readRecord(file);
    if (!('problem' in read)) return { ...read, problems: passedOver };
    passedOver.push(read.problem);
  }
  const missing = `没有${[since, wanted.scope].map((each) => (each ? `“${each}”` : '')).join('')}的校样记录`;
  return { problem: [`${missing}。${listed(covering.length > 0 ? covering : records)}`, ...passedOver].join('\n') };
}

/** A record covers what was asked for in the same words even where a 类目 has come since. */
function covers({ scope, flows }: ListedRecord, wanted: WantedRecord): boolean {
  const held = new Set(flows.map(({ id }) => id));
  return scope === wanted.scope || wanted.flows.every((id) => held.has(id));
}

/** The newest first, but those before it that hold more of the manuscripts: a proof of one file is none of its 类目. */
function mostHeld(records: readonly ListedRecord[], { manuscripts = [] }: WantedRecord): ListedRecord[] {
  const held = ({ manuscripts: own }: ListedRecord): number =>
    manuscripts.filter((file) => Object.hasOwn(own, file)).length;
  return records.toSorted((a, b) => held(b) - held(a));
}

function byPath(path: string, out: string, wanted: WantedRecord): FoundRecord | RecordProblem {
  const file = /\.pdf$/iu.test(path) ? besidePdf(path, out) : path;
  if (file === undefined) {
    const there = existsSync(path) ? `“${basename(path)}”旁边没有它的校样记录` : `找不到“${path}”`;
    return { problem: `${there}。${listed(listRecords(out, wanted.volume.number).records)}` };
  }
  const read = readRecord(file);
  if ('problem' in read) return read;
  const strange = strangeVolume(file, read.record, wanted.volume.number);
  if (strange !== undefined) return { problem: strange };
  const any = wanted.flows.length === 0;
  if (any || wanted.flows.some((id) => read.record.flows.some((flow) => flow.id === id)))
    return { ...read, problems: [] };
  return { problem: `校样记录“${basename(file)}”是“${read.record.scope}”的，里面没有“${wanted.scope}”` };
}

/** The record of a proof PDF: of the same name beside it, or the newest of its scope and round among the records. */
function besidePdf(pdf: string, out: string): string | undefined {
  const twin = pdf.replace(/\.pdf$/iu, '.json');
  if (existsSync(twin)) return twin;
  const name = basename(pdf)
    .replace(/\.pdf$/iu, '')
    .normalize('NFC');
  for (const folder of [join(dirname(pdf), basename(recordsFolder(''))), recordsFolder(out)]) {
    if (!existsSync(folder)) continue;
    const newest = readdirSync(folder)
      .flatMap((each) => {
        const parsed = parseRecordName(each);
        return parsed && `${parsed.scope}-${parsed.round}` === name ? [{ each, order: parsed.order }] : [];
      })
      .sort((a, b) => (a.order < b.order ? 1 : -1))[0];
    if (newest) return join(folder, newest.each);
  }
  return undefined;
}

/** What there is: 已有：农业一校（2022-09-01 10:20）。 */
function listed(records: readonly ListedRecord[]): string {
  if (records.length === 0) return '这一卷还没有可比的校样：先出一次校样，下一次就能比';
  const names = records.slice(0, NAMED).map(recordTitle);
  return `已有：${names.join('、')}${records.length > NAMED ? ` 等 ${records.length} 份` : ''}`;
}

/** 农业一校（2022-09-01 10:20） */
export function recordTitle({ scope, round, made }: { scope: string; round: Round; made: string }): string {
  return `${scope}${ROUND_NAMES[round]}（${made.slice(0, 16)}）`;
}
