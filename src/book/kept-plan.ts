/**
 * How many pages each flow of a volume took when it was last set. A proof sets one part and takes the folios of the
 * book from here.
 */
import { readFileSync } from 'node:fs';
import type { Flow } from '../html/flow.js';
import type { FlowExtent } from '../paginate/folios.js';
import { deliver } from './deliver.js';

/** A flow as it was set. */
export interface KeptExtent extends FlowExtent {
  /** What it was set from: the same key gives the same pages. */
  key: string;
  /** What it is called, for flows that no manuscript makes too. */
  title: string;
}

/** In the order of the book; nothing where nothing was kept, or the file is damaged. */
export function keptExtents(file: string): KeptExtent[] {
  try {
    const extents = JSON.parse(readFileSync(file, 'utf8')) as unknown;
    return Array.isArray(extents) ? extents : [];
  } catch {
    return [];
  }
}

/** Keeps the extents of a whole volume. */
export function keepExtents(file: string, extents: readonly KeptExtent[]): void {
  deliver(file, JSON.stringify(extents));
}

/** The extents of the flows at hand, by their keys. */
export function extentsToKeep(
  extents: readonly FlowExtent[],
  flows: readonly Flow[],
  keyOf: (flow: Flow) => string,
): KeptExtent[] {
  const byId = new Map(flows.map((flow) => [flow.id, flow]));
  return extents.flatMap((extent) => {
    const flow = byId.get(extent.id);
    return flow ? [{ ...extent, key: keyOf(flow), title: flow.title }] : [];
  });
}

/** The extents of a whole volume with those of some flows made new. */
export function renewExtents(kept: readonly KeptExtent[], fresh: readonly KeptExtent[]): KeptExtent[] {
  const byId = new Map(fresh.map((extent) => [extent.id, extent]));
  return kept.map((extent) => byId.get(extent.id) ?? extent);
}
