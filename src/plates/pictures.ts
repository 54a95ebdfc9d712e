/**
 * Photos made ready for print: upright (EXIF), sRGB, and not larger than 300 ppi at the size at which they stand. The
 * renderers order a photo at a width; all orders are prepared together afterwards and kept by the file's size and time.
 */
import { createHash } from 'node:crypto';
import { access, mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Volume } from '../tree/nodes.js';
import { select } from '../tree/visit.js';
import { findOriginals, type OriginalPhoto } from './originals.js';
import type { PhotoTreatment } from './treatment.js';

/** Upright size of a photo, pixels. */
export interface PictureSize {
  width: number;
  height: number;
}

/** Where renderers get photos from. */
export interface PictureDesk {
  size(file: string): PictureSize;
  /** `file:` URL of the photo for a printed width of `width` CSS px. */
  order(file: string, width: number, treatment?: PhotoTreatment): string;
  /** Makes what was ordered. */
  prepare(): Promise<void>;
  /** Changes whenever a source photo may have changed. */
  stamp(): string;
}

/** The desk of a volume, which knows the photo from which each picture was made. */
export interface VolumePictures extends PictureDesk {
  /** By the SHA-256 of a prepared picture, in hex; nothing for photos that are printed as they are. */
  original(digest: string): Promise<OriginalPhoto | undefined>;
}

interface Source extends PictureSize {
  path: string;
  stamp: string;
  /** In sRGB already: its colours need no conversion, which takes half the time. */
  srgb: boolean;
  hasAlpha: boolean;
  /** sRGB JPEG, upright: may be printed byte by byte. */
  plain: boolean;
}

interface Order {
  /** Relative to the volume folder. */
  file: string;
  source: Source;
  pixels: number;
  target: string;
  treatment?: PhotoTreatment;
}

const PRINT_PPI = 300;
/** A plain JPEG up to this resolution is used as it is: converting would cost quality and save little. */
const MOST_PPI = 350;
const CSS_PPI = 96;
const QUALITY = 84;
/** sharp works on threads of its own; more pictures at once only take memory. */
const AT_ONCE = 2;

/** Reads the heads of all photos of a volume. Their files are known to be readable pictures. */
export async function openPictureDesk(volume: Volume, cache: string): Promise<VolumePictures> {
  const sources = new Map<string, Source>();
  const known = await knownHeads(cache);
  await inParallel([...new Set(select(volume, 'photo').map((photo) => photo.file))], async (file) => {
    const path = join(volume.folder, file);
    const { size, mtimeMs } = await stat(path);
    const stamp = `${path} ${size} ${mtimeMs}`;
    sources.set(file, known.get(stamp) ?? (await readHead(path, stamp)));
  });
  await keepHeads(cache, known, [...sources.values()]);
  const orders = new Map<string, Order>();
  const originals = findOriginals(() =>
    [...orders.values()].map(({ file, source: { path }, target }) => ({ picture: target, original: { file, path } })),
  );
  return {
    original: originals,
    size: (file) => sources.get(file) as Source,
    order(file, width, treatment) {
      const source = sources.get(file) as Source;
      const pixels = Math.ceil((width / CSS_PPI) * PRINT_PPI);
      if (!treatment && source.plain && source.width <= (pixels * MOST_PPI) / PRINT_PPI)
        return pathToFileURL(source.path).href;
      const key = createHash('sha256')
        .update(`${source.stamp} ${pixels} ${QUALITY} ${JSON.stringify(treatment) ?? ''}`)
        .digest('hex')
        .slice(0, 24);
      const target = join(cache, `${key}.jpg`);
      orders.set(target, { file, source, pixels, target, ...(treatment && { treatment }) });
      return pathToFileURL(target).href;
    },
    async prepare() {
      await mkdir(cache, { recursive: true });
      await inParallel([...orders.values()], make);
    },
    stamp: () =>
      [...sources.values()]
        .map((source) => source.stamp)
        .sort()
        .join('\n'),
  };
}

const HEADS = 'heads.json';

/** Heads read by an earlier run, by their stamps: a hundred photos take half a second to be asked again. */
async function knownHeads(cache: string): Promise<Map<string, Source>> {
  try {
    const heads = JSON.parse(await readFile(join(cache, HEADS), 'utf8')) as Source[];
    return new Map(heads.map((head) => [head.stamp, head]));
  } catch {
    return new Map();
  }
}

async function keepHeads(cache: string, known: Map<string, Source>, heads: Source[]): Promise<void> {
  if (heads.length === 0 || heads.every((head) => known.has(head.stamp))) return;
  const half = join(cache, `${HEADS}.${process.pid}.half`);
  await mkdir(cache, { recursive: true });
  await writeFile(half, JSON.stringify(heads));
  await rename(half, join(cache, HEADS));
}

async function readHead(path: string, stamp: string): Promise<Source> {
  const { default: sharp } = await import('sharp');
  const head = await sharp(path).metadata();
  // EXIF orientations 5 to 8 lie on their side.
  const lying = (head.orientation ?? 1) >= 5;
  const [width, height] = lying ? [head.height, head.width] : [head.width, head.height];
  const srgb = head.space === 'srgb' && (!head.icc || isSrgbProfile(head.icc));
  return {
    path,
    width,
    height,
    stamp,
    srgb,
    hasAlpha: head.hasAlpha ?? false,
    plain: head.format === 'jpeg' && (head.orientation ?? 1) === 1 && srgb && head.channels === 3,
  };
}

/** Profiles name themselves in ASCII or, since version 4, in UTF-16. */
function isSrgbProfile(icc: Buffer): boolean {
  return icc.toString('latin1').replaceAll('\0', '').includes('sRGB');
}

async function make({ source, pixels, target, treatment }: Order): Promise<void> {
  if (
    await access(target).then(
      () => true,
      () => false,
    )
  )
    return;
  const { default: sharp } = await import('sharp');
  const half = `${target}.${process.pid}.half`;
  // sharp turns before it cuts, whatever comes first: a photo that is cut and turned is made in two steps.
  const { crop, turn } = treatment ?? {};
  const upright = sharp(source.path, { ignoreIcc: source.srgb }).rotate();
  if (crop) {
    const left = Math.min(source.width - 1, Math.round(crop.x * source.width));
    const top = Math.min(source.height - 1, Math.round(crop.y * source.height));
    const width = Math.max(1, Math.min(source.width - left, Math.round(crop.width * source.width)));
    const height = Math.max(1, Math.min(source.height - top, Math.round(crop.height * source.height)));
    upright.extract({ left, top, width, height });
  }
  const picture = turn ? sharp(await upright.keepIccProfile().png().toBuffer()).rotate(turn) : upright;
  if (source.hasAlpha) picture.flatten({ background: '#fff' });
  await picture
    .resize({ width: pixels, withoutEnlargement: true })
    .toColourspace('srgb')
    .jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4' })
    .toFile(half);
  await rename(half, target);
}

async function inParallel<T>(items: T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  const worker = async (): Promise<void> => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
