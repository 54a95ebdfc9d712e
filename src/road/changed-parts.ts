/** `--changed`: of what was asked for the parts whose manuscripts are not those of their last proof. */
import { lastRecord } from '../proof/record/find.js';
import type { Selection } from '../proof/selection/selection.js';
import type { Volume } from '../tree/nodes.js';
import { digestsOf, flowNodes, manuscriptsOf, titleOf } from './flow-nodes.js';

const MOST_NAMED = 3;

/** @param out the output folder, in which the records of proofs lie */
export function changedParts(selection: Selection, volume: Volume, out: string): Selection {
  const changed = flowNodes(volume).filter((node) => {
    if (!selection.flows.includes(node.id)) return false;
    const now = digestsOf(volume, [node]);
    const manuscripts = Object.keys(now);
    const wanted = { volume: { number: volume.settings.number }, scope: '', flows: [node.id], manuscripts };
    const last = lastRecord(out, wanted)?.record.manuscripts ?? {};
    return manuscripts.some((file) => last[file] !== now[file]);
  });
  const flows = new Set(changed.map(({ id }) => id));
  const files = new Set(changed.flatMap(manuscriptsOf).map(({ file }) => file));
  const named = changed.slice(0, MOST_NAMED).map(titleOf).join('、');
  return {
    ...selection,
    flows: selection.flows.filter((id) => flows.has(id)),
    wholeFlows: selection.wholeFlows.filter((id) => flows.has(id)),
    stretches: selection.stretches.filter(({ file }) => files.has(file)),
    scope: `改动 ${named}${changed.length > MOST_NAMED ? `等${changed.length}部分` : ''}`,
  };
}
