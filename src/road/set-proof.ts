/**
 * Setting a proof (校样): the flows that are asked for, on the pages that the press will print and with the folios of the
 * book. Nothing of it is set or printed in another way than the book is.
 */
import { join } from 'node:path';
import { extentsToKeep, keepExtents, keptExtents, renewExtents } from '../book/kept-plan.js';
import { numberProof } from '../book/proof-folios.js';
import { openMessageDesk, Refusal } from '../book/refusal.js';
import type { ProofRequest } from '../book/request.js';
import { type Run, STAMPS } from '../book/run.js';
import { measuresOf } from '../design/measures.js';
import { TITLE_EXTENT } from '../html/front/title-page.js';
import { inspectLines } from '../inspect/inspect.js';
import { modelOf } from '../inspect/lines.js';
import { pageFrames } from '../paginate/page-frames.js';
import { POINTS_PER_PX } from '../paginate/points.js';
import type { Press } from '../paginate/press.js';
import { readPages } from '../proof/pages.js';
import { placedPassages } from '../proof/passages.js';
import { selectForProof } from '../proof/selection/selection.js';
import type { Message } from '../tree/message.js';
import type { Manuscript, Part, Volume } from '../tree/nodes.js';
import { treeStretches } from '../tree/tree-text.js';
import { SETTINGS_FILE } from '../volume/settings.js';
import { changedParts } from './changed-parts.js';
import { flowNodes, manuscriptsOf } from './flow-nodes.js';
import { openVolumeSetting } from './open-setting.js';
import { printProof } from './print-proof.js';
import { readBook } from './read.js';

/** A proof whose pages are printed, and what stands on them. */
export type SetProof = NonNullable<Awaited<ReturnType<typeof setProof>>>;

/**
 * Reads the volume, sets and prints what is asked for. An error of a manuscript that is not in the proof does not
 * hinder it. Gives nothing where only what has changed was asked for, and nothing has. Throws a {@link Refusal} where a
 * manuscript that is in it has errors.
 *
 * @param warm whether something will have to be set: the browser starts while the manuscripts are read
 */
export async function setProof(request: ProofRequest, warm: boolean, run: Run, press: Press) {
  if (warm) press.warm();
  const way = { only: [], warm, prints: true, relock: false, writes: true };
  const reading = openMessageDesk(false, ({ file }) => file === SETTINGS_FILE);
  const { volume, out, draft } = await readBook(request, way, run, reading);
  const asked = selectForProof(volume, request.asked, request.from);
  if (asked.messages.length > 0) throw new Refusal(asked.messages);
  const pieces = flowNodes(volume);
  const selection = request.changed ? changedParts(asked.selection, volume, out) : asked.selection;
  if (selection.flows.length === 0) return undefined;

  const own = pieces.filter(({ id }) => selection.flows.includes(id));
  const files = new Set(own.flatMap((piece) => manuscriptsOf(piece).map(({ file }) => file)));
  const desk = openMessageDesk(false, ({ file }) => files.has(file) || !manuscriptFiles(volume).has(file));
  desk.take(reading.messages.filter(({ file }) => files.has(file)));
  const sound = soundVolume(volume, reading.messages);
  const opened = await openVolumeSetting({ volume, draft }, way, run, press, desk, sound);
  const { setting, flows, pictures } = opened;

  run.phase('排版');
  const wanted = flows.filter(({ id }) => selection.flows.includes(id));
  const set = await opened.set(wanted);
  if (request.cached) opened.saveHtml();
  const extentsFile = join(run.stamps, STAMPS.extents);
  const kept = keptExtents(extentsFile);
  const { numbering, provisional } = numberProof(flows, set, kept, TITLE_EXTENT, setting.keyOf);
  const { plan, surveys } = numbering;
  const printed = await printProof(wanted, own, sound, opened, numbering, request.format === 'html', run, desk);

  run.phase('核对');
  const model = modelOf({
    texts: printed.texts,
    frames: pageFrames(plan, surveys),
    flows: wanted,
    lineHeight: measuresOf(volume.settings).line * POINTS_PER_PX,
  });
  const layout = inspectLines(model, wanted);
  const { pages, lines } = readPages(model, (sheet) => plan.sheets[sheet]?.side ?? 'right', pictures.photoUses());
  const nodes = new Map(own.map((node) => [node.id, node]));
  const passages = wanted.flatMap(({ id, runs }) =>
    placedPassages(treeStretches(nodes.get(id) as Part | Manuscript), runs, lines.get(id) ?? []),
  );
  if (request.cached) keepExtents(extentsFile, renewExtents(kept, extentsToKeep(set.extents, wanted, setting.keyOf)));
  const others = pieces.filter(({ id }) => !selection.flows.includes(id));
  const placed = { pages, passages, breaches: layout.breaches, printed };
  return {
    volume,
    out,
    selection,
    flows: wanted,
    own,
    others,
    provisional,
    freshFlows: setting.fresh(),
    desk,
    ...placed,
  };
}

function manuscriptFiles(volume: Volume): Set<string> {
  return new Set(volume.children.flatMap(({ children }) => children.map(({ file }) => file)));
}

/** The volume without what cannot be set: it would end the road of a proof that has nothing to do with it. */
function soundVolume(volume: Volume, messages: readonly Message[]): Volume {
  const broken = new Set(messages.filter(({ severity }) => severity === 'error').map(({ file }) => file));
  if (broken.size === 0) return volume;
  const children = volume.children.flatMap((part): Part[] => {
    const sound = part.children.filter(({ file }) => !broken.has(file));
    if (part.role === 'front') return [{ ...part, children: sound }];
    return sound.length === part.children.length ? [part] : [];
  });
  return { ...volume, children };
}
