/**
 * The folios of a proof: those of the book. The flows of the proof are set; how long the others are is known from the
 * last run that set them.
 */
import type { Flow } from '../html/flow.js';
import type { FlowExtent } from '../paginate/folios.js';
import type { FlowSurvey } from '../paginate/paginator.js';
import type { KeptExtent } from './kept-plan.js';
import { type Numbering, numberPages, reserved } from './numbering.js';

export interface ProofFolios {
  numbering: Numbering;
  /** Why the folios may not be those of the book, in Chinese; absent where they are. */
  provisional?: string;
}

/** Flows that are set. */
interface Set {
  extents: readonly FlowExtent[];
  surveys: ReadonlyMap<string, FlowSurvey>;
}

const MOST_NAMED = 3;

/**
 * @param flows all flows that the manuscripts make, in the order of the book
 * @param kept what earlier runs know of the volume, in the order of the book
 * @param front what stands before them, whatever it says
 */
export function numberProof(
  flows: readonly Flow[],
  set: Set,
  kept: readonly KeptExtent[],
  front: FlowExtent,
  keyOf: (flow: Flow) => string,
): ProofFolios {
  const own = new Map(set.extents.map((extent) => [extent.id, extent]));
  const known = new Map(kept.map((extent) => [extent.id, extent]));
  const manuscripts = new Set(flows.map(({ id }) => id));
  const doubtful: Flow[] = [];
  const extents = flows.map((flow): FlowExtent => {
    const { id, numbering, start, tab } = flow;
    const fresh = own.get(id);
    if (fresh) return fresh;
    const last = known.get(id);
    if (last?.key !== keyOf(flow)) doubtful.push(flow);
    return { id, numbering, start, pages: last?.pages ?? 0, ...(tab !== undefined && { tab }) };
  });
  // 目录 and 索引 stand where they stood; they move sheets of the PDF, and no folio of a manuscript.
  const rest = kept.filter(({ id }) => !manuscripts.has(id) && id !== front.id);
  const groups = [front, ...extents, ...rest].map((extent) => ({ ...reserved(extent), surveys: set.surveys }));
  const numbering = numberPages(groups);
  const lastOf = (style: Flow['numbering']): number =>
    flows.findLastIndex((flow) => flow.numbering === style && own.has(flow.id));
  const before = doubtful.filter((flow) => flows.indexOf(flow) < lastOf(flow.numbering));
  return { numbering, ...(before.length > 0 && { provisional: reasonFor(before, kept.length === 0) }) };
}

function reasonFor(flows: readonly Flow[], first: boolean): string {
  if (first) return '还没有排过全书（nianjian build），页码是临时的';
  const names = flows.slice(0, MOST_NAMED).map(({ title }) => title);
  const all = flows.length > names.length ? `${names.join('、')}等${flows.length}部分` : names.join('、');
  return `排过全书以后，前面的${all}有改动，页码是临时的`;
}
