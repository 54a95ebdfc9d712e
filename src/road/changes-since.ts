/** What has changed in a proof since an earlier one: since the last one of each part, or since the one that is named. */

import { Refusal } from '../book/refusal.js';
import type { ProofRequest } from '../book/request.js';
import { compareProofs } from '../proof/changes/compare-proofs.js';
import type { Elsewhere } from '../proof/changes/matching/elsewhere.js';
import type { Change, LineAddress, Passage, ProofRecord, Round } from '../proof/model.js';
import { unplacedPassages } from '../proof/passages.js';
import { listRecords, readRecord } from '../proof/record/files.js';
import { findRecord, lastRecord } from '../proof/record/find.js';
import { ROUND_NAMES } from '../proof/rounds.js';
import { holdsLine, type Selection } from '../proof/selection/selection.js';
import { treeStretches } from '../tree/tree-text.js';
import { type FlowNode, manuscriptsOf } from './flow-nodes.js';
import type { SetProof } from './set-proof.js';

export interface ChangesSince {
  /** Absent where there is no earlier proof. */
  changes?: Change[];
  /** The proof with which this one was compared, in words. */
  words?: string;
  /** 校次 of the newest of them. */
  round?: Round;
  /** Records that were passed over, and why. */
  problems: string[];
}

/** An earlier proof of one flow. */
interface Base {
  node: FlowNode;
  record: ProofRecord;
  problems: string[];
}

/**
 * @param selected the lines that belong to the proof, where it is not of whole flows
 */
export function changesSince(request: ProofRequest, set: SetProof, selected?: ReadonlySet<LineAddress>): ChangesSince {
  const bases = request.since === undefined ? lastBases(set) : namedBases(request, set, request.since);
  const newest = bases.map(({ record }) => record).sort((a, b) => (a.made < b.made ? 1 : -1))[0];
  const problems = [...new Set(bases.flatMap((base) => base.problems))];
  if (!newest) return { problems };
  const known = new Set(bases.map(({ node }) => node.id));
  const compared = set.own.filter(({ id }) => known.has(id));
  const before = bases.flatMap(({ node, record }) => passagesOfFlow(record.passages, node, titleThen(record, node)));
  const after = compared.flatMap((node) => passagesOfFlow(set.passages, node));
  let changes = compareProofs({ before, after });
  if (changes.some(({ kind }) => kind === 'added' || kind === 'removed')) {
    changes = compareProofs({ before, after, elsewhere: elsewhere(set, newest.made) });
  }
  const concerned = selected ? changes.filter((change) => concerns(change, set.selection, selected)) : changes;
  const same = bases.every(({ record }) => record === newest || record.made === newest.made);
  const first = set.own.length - compared.length;
  const words = [
    `${ROUND_NAMES[newest.round]} ${newest.made.slice(0, 16)}`,
    ...(same ? [] : [' 等各自的上一次校样']),
    ...(first > 0 ? [`（${first}部分是第一次出校样，没有可比的）`] : []),
  ].join('');
  return { changes: concerned, words, round: newest.round, problems };
}

function lastBases({ own, out, volume }: SetProof): Base[] {
  return own.flatMap((node): Base[] => {
    const manuscripts = manuscriptsOf(node).map(({ file }) => file);
    const wanted = { volume: { number: volume.settings.number }, scope: '', flows: [node.id], manuscripts };
    const found = lastRecord(out, wanted);
    return found ? [{ node, record: found.record, problems: found.problems }] : [];
  });
}

/** Throws a {@link Refusal} where there is no such proof. */
function namedBases({ from, folder }: ProofRequest, { own, out, volume, selection }: SetProof, since: string): Base[] {
  const wanted = { volume: { number: volume.settings.number }, scope: selection.scope, flows: own.map(({ id }) => id) };
  const found = findRecord(out, wanted, since, from);
  if ('problem' in found) {
    const [reason = '', ...remedy] = found.problem.split('。');
    throw new Refusal([
      {
        severity: 'error',
        rule: 'proof-since',
        file: folder,
        reason,
        remedy: remedy.join('。') || '不写 --since 就与上一次校样比',
      },
    ]);
  }
  const { record, problems } = found;
  const held = own.filter(({ id }) => record.flows.some((flow) => flow.id === id));
  return held.map((node) => ({ node, record, problems }));
}

function titleThen({ flows }: ProofRecord, { id }: FlowNode): string | undefined {
  return flows.find((flow) => flow.id === id)?.title;
}

/** A 类目 heads the path of all that stands in it; a manuscript of the 卷首 stands alone. */
function passagesOfFlow(passages: readonly Passage[], node: FlowNode, title?: string): Passage[] {
  if (node.type === 'manuscript') return passages.filter(({ file }) => file === node.file);
  return passages.filter(({ path }) => path[0] === (title ?? node.title));
}

/** The rest of the volume as it is, and as its last proofs have it that are not younger than the one compared with. */
function elsewhere({ others, out, volume }: SetProof, made: string): Elsewhere {
  const { records } = listRecords(out, volume.settings.number);
  const read = new Map<string, ProofRecord | undefined>();
  const recordOf = (file: string): ProofRecord | undefined => {
    if (!read.has(file)) {
      const kept = readRecord(file);
      read.set(file, 'problem' in kept ? undefined : kept.record);
    }
    return read.get(file);
  };
  const now = others.flatMap((node) => unplacedPassages(treeStretches(node)));
  const earlier = others.flatMap((node) => {
    const last = records.find((each) => each.made <= made && each.flows.some(({ id }) => id === node.id));
    const record = last && recordOf(last.file);
    return record ? passagesOfFlow(record.passages, node, titleThen(record, node)) : [];
  });
  return { now, earlier };
}

function concerns(change: Change, { stretches }: Selection, selected: ReadonlySet<LineAddress>): boolean {
  if (change.address !== undefined && selected.has(change.address)) return true;
  return [...change.before, ...change.after].some(({ file, line }) =>
    stretches.some((stretch) => stretch.file === file && holdsLine(stretch, line)),
  );
}
