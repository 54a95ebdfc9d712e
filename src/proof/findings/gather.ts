/**
 * All that is to be looked at on the pages of a proof (待看): what the reader and the editing rules say of its
 * manuscripts, what the page inspector says of its lines, and photos too coarse to print. Each gets a number, an
 * address, and its dismissal where a proofreader has set it aside.
 */

import type { Breach } from '../../inspect/layout.js';
import { squeeze } from '../../paginate/conservation.js';
import type { Dismissal } from '../../tree/dismissal.js';
import type { Message } from '../../tree/message.js';
import type { Finding, LineAddress, Passage, SourcePlace } from '../model.js';
import { unusedDismissal, withDismissals } from './dismiss.js';
import { breachFinding, type FindingPage, photoAddress, type Unnumbered } from './from-pages.js';
import { numbersOf } from './number.js';
import { addressAt, passageAt, wordsAt } from './passage-at.js';

export interface FindingSources {
  /** The pages of the proof, in their order. */
  pages: readonly FindingPage[];
  passages: readonly Passage[];
  /** The manuscripts in the proof; messages of others are none of its findings. */
  manuscripts: readonly string[];
  /** Of the reader and of the editing rules, for the whole volume. */
  messages: readonly Message[];
  /** Whether an editing rule has said it (检查), and not the reader (读稿). */
  isCheck: (rule: string) => boolean;
  /** The photo that begins at a place of a manuscript, by its path in the volume folder. */
  photoAt?: (place: SourcePlace) => string | undefined;
  /** Of the page inspector, for the whole book. */
  breaches: readonly Breach[];
  /** What the inspector calls its rules, by their ids. */
  ruleNames: ReadonlyMap<string, string>;
  dismissals: readonly Dismissal[];
  /** The file that holds the dismissals. */
  dismissalsFile: string;
  /** The manuscript as it was read, to find a place in its printed text to the character. */
  source?: (file: string) => string | undefined;
  /** The proof holds the whole volume: a dismissal that finds nothing here finds nothing anywhere. */
  whole: boolean;
  /** Shows what could not be set better too, as notes; nobody can mend it, so it is left out else. */
  forced?: boolean;
}

/** Findings in the order of the pages; those that stand on none come last, and then dismissals without a finding. */
export function gatherFindings(sources: FindingSources): Finding[] {
  const { pages, passages, manuscripts, messages, breaches, dismissals } = sources;
  const held = new Set(manuscripts);
  const order = lineOrder(pages);
  const found = [
    ...messages
      .filter(({ file }) => held.has(file))
      .map((message) => photoFinding(message, sources) ?? messageFinding(message, sources)),
    ...breaches.flatMap((breach) => breachFinding(breach, pages, sources.ruleNames)),
  ].sort((a, b) => placeOf(a, order) - placeOf(b, order));
  const numbers = numbersOf(found.map(({ key }) => key));
  const numbered = found.map(({ key: _, ...finding }, i): Finding => ({ number: numbers[i] as string, ...finding }));
  const { findings, unused } = withDismissals(numbered, dismissals);
  const printed = sources.whole ? '' : squeeze([...passages.map(({ text }) => text), ...linesOf(pages)].join('\n'));
  // In a proof of a part a dismissal is known to be spent only where its words still stand.
  const spent = unused.filter(({ text }) => sources.whole || (text !== undefined && printed.includes(squeeze(text))));
  return [
    ...findings.filter(({ severity }) => severity !== 'note' || sources.forced),
    ...spent.map((each) => unusedDismissal(each, sources.dismissalsFile)),
  ];
}

export interface FindingCount {
  errors: number;
  warnings: number;
  notes: number;
  dismissed: number;
}

/** How many there are; what is dismissed counts there alone. */
export function countFindings(findings: readonly Finding[]): FindingCount {
  const open = findings.filter(({ dismissed }) => !dismissed);
  const count = (wanted: Finding['severity']): number => open.filter(({ severity }) => severity === wanted).length;
  return {
    errors: count('error'),
    warnings: count('warning'),
    notes: count('note'),
    dismissed: findings.length - open.length,
  };
}

/** What will print badly is no error of a book, since the editor may want it so; on a proof it is one until it is dismissed. */
const SERIOUS = new Set(['photo-very-low-ppi']);

/** What is said of a photo stands beside it, under its name; nothing where the message is about something else. */
function photoFinding(message: Message, { pages, photoAt }: FindingSources): Unnumbered | undefined {
  const { severity, rule, file, line, column = 1, reason, remedy } = message;
  const place = line === undefined ? undefined : { file, line, column };
  const photo = place && photoAt?.(place);
  if (photo === undefined) return undefined;
  const address = photoAddress(pages, photo);
  return {
    key: `${rule}\n${photo}`,
    severity: SERIOUS.has(rule) ? 'error' : severity,
    rule,
    author: '照片',
    reason,
    remedy,
    text: photo,
    ...(address !== undefined && { address }),
    place,
  };
}

function messageFinding(message: Message, { passages, isCheck, source }: FindingSources): Unnumbered {
  const { severity, rule, file, line, column = 1, reason, remedy } = message;
  const own = passages.filter((passage) => passage.file === file);
  const at = line === undefined ? undefined : passageAt(own, { line, column }, source?.(file));
  const text = at ? wordsAt(at) : '';
  const address = at ? addressAt(at) : own.find(({ lines }) => lines.length > 0)?.lines[0]?.[1];
  return {
    // What stands in no passage has no words: what is said of it must do.
    key: `${rule}\n${text === '' ? reason : text}`,
    severity,
    rule,
    author: isCheck(rule) ? '检查' : '读稿',
    reason,
    remedy,
    text,
    ...(address !== undefined && { address }),
    ...(line !== undefined && { place: { file, line, column } }),
  };
}

/** The rank of every line in the proof, as the page is read. */
function lineOrder(pages: readonly FindingPage[]): ReadonlyMap<LineAddress, number> {
  const addresses = pages.flatMap(({ columns }) =>
    columns.flatMap(({ lines }) => lines.toSorted((a, b) => a.line - b.line).map(({ address }) => address)),
  );
  return new Map([...new Set(addresses)].map((address, i) => [address, i]));
}

function placeOf({ address }: Unnumbered, order: ReadonlyMap<LineAddress, number>): number {
  return order.get(address ?? '') ?? order.size;
}

function linesOf(pages: readonly FindingPage[]): string[] {
  return pages.flatMap(({ columns }) => columns.flatMap(({ lines }) => lines.map(({ text }) => text)));
}
