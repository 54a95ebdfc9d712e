/**
 * The picture desk: renderers order a photo at a width, and all that was ordered is prepared together afterwards. What
 * stands on the pages is made for the screen; the desk knows the photo behind each picture, for the press.
 */
import { mkdir, readdir, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Volume } from '../../tree/nodes.js';
import { select } from '../../tree/visit.js';
import { findOriginals, type OriginalPhoto } from './originals.js';
import { openPhotoHeads, type PhotoHead } from './photo-head.js';
import { type PhotoUse, pressPixels, SCREEN_PPI, screenPixels, useOf, widestAt } from './resolution.js';
import { fileOf, makeScreenPicture, type ScreenPicture } from './screen-picture.js';
import { type PhotoTreatment, type PictureSize, treatedSize } from './treatment.js';

/** Where renderers get photos from. */
export interface PictureDesk {
  /** Upright, before any treatment. */
  size(file: string): PictureSize;
  /** `file:` URL of the photo for a printed width of `width` CSS px, after its treatment: one place where it stands. */
  order(file: string, width: number, treatment?: PhotoTreatment): string;
  /** The largest printed width in CSS px, after its treatment, at which it still has `ppi` pixels an inch. */
  widest(file: string, ppi: number, treatment?: PhotoTreatment): number;
  /** Makes what was ordered, or of it the photos that are wanted now; gives those that could not be decoded. */
  prepare(wanted?: (file: string) => boolean): Promise<PhotoFault[]>;
  /** Changes whenever a photo has changed. */
  stamp(): string;
}

/** The desk of a volume, which knows the photo from which each picture was made. */
export interface VolumePictures extends PictureDesk {
  head(file: string): PhotoHead;
  /** Every place where a photo is printed, in the order of the orders. */
  photoUses(): PhotoUse[];
  /** Path of a prepared picture that shows the whole photo upright; absent where none was ordered. */
  whole(file: string): string | undefined;
  /** By the SHA-256 of a prepared picture, in hex; nothing for photos that are printed as they are. */
  original(digest: string): Promise<OriginalPhoto | undefined>;
  /** Deletes pictures, those of the press too, that nobody has asked for in a month. */
  prune(): Promise<void>;
}

/** A photo that looked sound and is not. */
export interface PhotoFault {
  /** Relative to the volume folder. */
  file: string;
  /** In the words of the decoder. */
  cause: string;
}

interface Order extends ScreenPicture {
  /** Relative to the volume folder. */
  file: string;
  /** The picture on the page. */
  target: string;
  /** The photo itself is that picture. */
  asItIs: boolean;
  original: OriginalPhoto;
}

/** sharp works on threads of its own; more pictures at once only take memory. */
const AT_ONCE = 2;
const UNUSED_MS = 30 * 24 * 3600 * 1000;
const KEPT = /^[0-9a-f]{24,64}\.(?:jpg|json)$/u;

/** Reads the heads of all photos of a volume. Their files are known to be readable pictures. */
export async function openPictureDesk(volume: Volume, cache: string): Promise<VolumePictures> {
  const heads = await openPhotoHeads(cache);
  const known = new Map<string, PhotoHead>();
  await inParallel([...new Set(select(volume, 'photo').map((photo) => photo.file))], async (file) => {
    known.set(file, await heads.read(join(volume.folder, file)));
  });
  await heads.save();
  const headOf = (file: string): PhotoHead => known.get(file) as PhotoHead;
  const screenPpi = volume.settings.screenPpi ?? SCREEN_PPI;
  const uses: PhotoUse[] = [];
  const orders = new Map<string, Order>();
  const orderOf = (file: string, width: number, treatment: PhotoTreatment): Order => {
    const head = headOf(file);
    const { path, digest, drawn } = head;
    const all = treatedSize(head, treatment).width;
    const pixels = screenPixels(all, width, screenPpi, drawn);
    const original = { file, path, digest, treatment, width: pressPixels(all, width), drawn };
    const asItIs = head.plain && pixels === all && !treatment.crop && !treatment.turn;
    const picture = { head, treatment, pixels };
    return { ...picture, file, asItIs, original, target: asItIs ? path : fileOf(cache, picture) };
  };
  return {
    size: headOf,
    head: headOf,
    order(file, width, treatment = {}) {
      uses.push(useOf(file, headOf(file), width, treatment));
      const order = orderOf(file, width, treatment);
      const other = orders.get(order.target);
      // Two sizes may want one picture; the press is given what the larger one wants.
      if (!other || other.original.width < order.original.width) orders.set(order.target, order);
      return pathToFileURL(order.target).href;
    },
    widest: (file, ppi, treatment) => widestAt(headOf(file), ppi, treatment),
    photoUses: () => [...uses],
    whole(file) {
      const { digest } = headOf(file);
      const fit = ({ head, treatment }: Order) => head.digest === digest && !treatment.crop && !treatment.turn;
      return [...orders.values()].find(fit)?.target;
    },
    async prepare(isWanted = () => true) {
      await mkdir(cache, { recursive: true });
      const faults: PhotoFault[] = [];
      const wanted = [...orders.values()].filter(({ asItIs, file }) => !asItIs && isWanted(file));
      await inParallel(wanted, async (order) => {
        try {
          await makeScreenPicture(order, order.target);
        } catch (error) {
          faults.push({ file: order.file, cause: error instanceof Error ? error.message : String(error) });
        }
      });
      return faults;
    },
    original: findOriginals(() =>
      [...orders.values()]
        .filter(({ asItIs }) => !asItIs)
        .map(({ target, original }) => ({ picture: target, original })),
    ),
    prune: () => pruneFolder(cache),
    stamp: () =>
      [...known]
        .map(([file, { digest }]) => `${file} ${digest}`)
        .sort()
        .join('\n'),
  };
}

/** Runs `work` on a few items at a time. */
export async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  const worker = async (): Promise<void> => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

async function pruneFolder(cache: string): Promise<void> {
  for (const name of await readdir(cache, { recursive: true })) {
    if (!KEPT.test(name.split(/[\\/]/u).at(-1) ?? '')) continue;
    const file = join(cache, name);
    // Another run may have deleted it already.
    const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }));
    if (Date.now() - mtimeMs > UNUSED_MS) await unlink(file).catch(() => undefined);
  }
}
