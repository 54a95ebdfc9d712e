/**
 * Selection (选取): what a proofreader asks for → what of the volume is in the proof. The words are tried as the title
 * of a 类目, a 分目, a manuscript, a 条目 and a contributor, in this order, and the first kind that knows them has them.
 */
import { relative, resolve } from 'node:path';
import type { Message } from '../../tree/message.js';
import type { Manuscript, Volume } from '../../tree/nodes.js';
import { select } from '../../tree/visit.js';
import { askedMessage } from './asked-messages.js';
import { findContributors } from './contributors.js';
import { nameKey } from './name-key.js';
import { scopeOf } from './scope.js';
import { type Target, targetsOf } from './targets.js';

/** Lines of a manuscript. */
export interface Stretch {
  /** Relative to the volume folder. */
  file: string;
  /** First and last line, from 1; absent where all of the manuscript is meant. */
  lines?: [first: number, last: number];
}

export interface Selection {
  /** Ids of the flows that hold something of it, in the order of the book … */
  flows: string[];
  /** … and of those that are in it from end to end. */
  wholeFlows: string[];
  /** In the order of the book. */
  stretches: Stretch[];
  /** Photos that stand in it, by their path in the volume folder. */
  photos: string[];
  /** What it is, in words that may stand in the name of a file: 农业、法治; 区委办公室 5篇. */
  scope: string;
}

export interface SelectionResult {
  selection: Selection;
  /** An error for each of the words that name nothing, or more than one thing. */
  messages: Message[];
}

/**
 * Finds what was asked for; nothing asked for is the whole volume.
 *
 * @param asked words as they are typed; several in one are parted by 、 where they name nothing together
 * @param from the folder to which a path may be relative besides the volume folder
 */
export function selectForProof(volume: Volume, asked: readonly string[], from = process.cwd()): SelectionResult {
  if (asked.length === 0) {
    const all = wholeFiles(manuscriptsOf(volume).map(({ file }) => file));
    return { selection: gather(volume, all, '全书'), messages: [] };
  }
  const levels = targetsOf(volume);
  const messages: Message[] = [];
  const found: Target[] = [];
  for (const words of asked.flatMap((each) => partWords(volume, levels, each, from))) {
    const matches = match(volume, levels, words, from);
    if (matches.length === 1) found.push(matches[0] as Target);
    else messages.push(askedMessage(volume, words, matches, levels.flat()));
  }
  const stretches = found.flatMap((target) => target.stretches);
  return { selection: gather(volume, stretches, scopeOf(found)), messages };
}

/** The selection of some manuscripts as they are: those that have changed. */
export function selectManuscripts(volume: Volume, files: readonly string[], scope: string): Selection {
  return gather(volume, wholeFiles(files), scope);
}

function wholeFiles(files: readonly string[]): Stretch[] {
  return files.map((file) => ({ file }));
}

/** 农业、法治 is two; a title that holds such a mark is one. */
function partWords(volume: Volume, levels: Target[][], asked: string, from: string): string[] {
  const parts = asked.split(/[、，,]/u).filter((part) => part.trim() !== '');
  return parts.length > 1 && match(volume, levels, asked, from).length === 0 ? parts : [asked];
}

/** The targets of the first kind that knows these words. */
function match(volume: Volume, levels: Target[][], words: string, from: string): Target[] {
  const keys = new Set([nameKey(words)]);
  const path = relative(volume.folder, resolve(from, words.replaceAll('\\', '/')));
  if (path !== '' && !path.startsWith('..')) keys.add(nameKey(path));
  for (const targets of levels) {
    const matches = targets.filter((target) => target.keys.some((key) => keys.has(key)));
    if (matches.length > 0) return matches;
  }
  return findContributors(volume, words);
}

function manuscriptsOf(volume: Volume): Manuscript[] {
  return volume.children.flatMap((part) => part.children);
}

function gather(volume: Volume, found: readonly Stretch[], scope: string): Selection {
  const stretches = manuscriptsOf(volume).flatMap(({ file }) => merge(found.filter((each) => each.file === file)));
  const whole = new Set(stretches.filter((each) => !each.lines).map(({ file }) => file));
  const touched = new Set(stretches.map(({ file }) => file));
  const flows = volume.children.flatMap((part) =>
    part.role === 'front'
      ? part.children.map((manuscript) => ({ id: manuscript.id, manuscripts: [manuscript] }))
      : [{ id: part.id, manuscripts: part.children }],
  );
  const photos = manuscriptsOf(volume).flatMap((manuscript) => {
    const own = stretches.filter(({ file }) => file === manuscript.file);
    return select(manuscript, 'photo')
      .filter(({ position }) => own.some((stretch) => holdsLine(stretch, position.start.line)))
      .map(({ file }) => file);
  });
  return {
    flows: flows.filter((flow) => flow.manuscripts.some(({ file }) => touched.has(file))).map(({ id }) => id),
    wholeFlows: flows
      .filter((flow) => flow.manuscripts.length > 0 && flow.manuscripts.every(({ file }) => whole.has(file)))
      .map(({ id }) => id),
    stretches,
    photos: [...new Set(photos)],
    scope,
  };
}

/** Whether a line of its manuscript is in it. */
export function holdsLine({ lines }: Stretch, line: number): boolean {
  return lines === undefined || (line >= lines[0] && line <= lines[1]);
}

/** Stretches of one manuscript, each line once. */
function merge(stretches: readonly Stretch[]): Stretch[] {
  const whole = stretches.find(({ lines }) => lines === undefined);
  if (whole) return [whole];
  const merged: Stretch[] = [];
  const sorted = [...stretches].sort((a, b) => (a.lines?.[0] ?? 0) - (b.lines?.[0] ?? 0));
  for (const { file, lines } of sorted) {
    const [first, last] = lines as [number, number];
    const before = merged.at(-1)?.lines;
    if (before && first <= before[1] + 1) before[1] = Math.max(before[1], last);
    else merged.push({ file, lines: [first, last] });
  }
  return merged;
}
