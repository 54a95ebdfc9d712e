/** Manuscripts as text → the HTML of their flows, by the way that a build takes. */
import { indexesOf, manuscriptFlows } from '../../src/html/book-flows.js';
import type { Flow } from '../../src/html/flow.js';
import type { Pictures } from '../../src/html/picture.js';
import { type PictureSize, treatedSize } from '../../src/plates/photos/treatment.js';
import { compileIndex } from '../../src/subject-index/compile.js';
import type { PagePoint } from '../../src/subject-index/model.js';
import type { Volume } from '../../src/tree/nodes.js';
import { readFiles } from '../manuscript/sample.js';
import { parse, type Tag } from './elements.js';

/** Every photo is 1500 × 1000 pixels, unless its name tells another size: `600x900.jpg`. */
export const PICTURES: Pictures = {
  size: sizeOf,
  widest: (file, ppi, treatment) => (treatedSize(sizeOf(file), treatment).width / ppi) * 96,
  order: (file, width) => `file:///pictures/${file}?${width.toFixed(0)}`,
};

function sizeOf(file: string): PictureSize {
  const [, width, height] = /(\d+)x(\d+)\.jpg$/u.exec(file) ?? [];
  return { width: Number(width ?? 1500), height: Number(height ?? 1000) };
}

/** Reads a volume that must be in order. */
export async function volumeOf(files: Record<string, string>): Promise<Volume> {
  const { volume, messages } = await readFiles(files);
  if (!volume || messages.length > 0) throw new Error(`not in order: ${messages.map(({ rule }) => rule).join(', ')}`);
  return volume;
}

/** The flows of one 类目, whose name the first of its manuscripts gives. */
export async function flowsOf(...manuscripts: string[]): Promise<Flow[]> {
  const category = /^类目: (.+)$/mu.exec(manuscripts[0] ?? '')?.[1];
  const files = manuscripts.map((source, i) => [`01-${category}/0${i + 1}-稿件.md`, source]);
  return manuscriptFlows(await volumeOf(Object.fromEntries(files)), PICTURES);
}

/** The elements of the only flow of these manuscripts. */
export async function set(...manuscripts: string[]): Promise<Tag> {
  const [flow, ...more] = await flowsOf(...manuscripts);
  if (!flow || more.length > 0) throw new Error('not one flow');
  return parse(flow.html);
}

/** The indexes of a volume; `folio` gives the printed folio of an anchor. */
export async function indexFlowsOf(volume: Volume, folio: (id: string) => string): Promise<Flow[]> {
  const place = (id: string): PagePoint => ({ sheet: Number(folio(id)) || 0, folio: folio(id), column: 0 });
  return indexesOf(await compileIndex(volume), ({ id }) => ({ from: place(id), to: place(id) }), volume.settings);
}

/** The subject index of a volume. */
export async function indexFlowOf(volume: Volume, folio: (id: string) => string): Promise<Flow | undefined> {
  return (await indexFlowsOf(volume, folio)).find(({ id }) => id === 'index');
}
