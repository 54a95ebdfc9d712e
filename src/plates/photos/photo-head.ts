/**
 * The head of a photo: what it is, read once and kept by the size and time of its file. Its content is known by a
 * digest, so that a photo which was renamed, copied or only touched is still the same photo.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Metadata } from 'sharp';
import { readProfile } from './colour-profile.js';
import type { PictureSize } from './treatment.js';

/** sRGB or near it, a wide gamut (广色域), grey, CMYK, or numbers of another kind such as Lab. */
export type PhotoColour = 'srgb' | 'wide' | 'grey' | 'cmyk' | 'other';

/** The size is that of the upright photo. */
export interface PhotoHead extends PictureSize {
  /** Absolute. */
  path: string;
  /** Path, length and time of the file. */
  stamp: string;
  /** SHA-256 of its bytes, hex. */
  digest: string;
  bytes: number;
  /** As sharp names it: `jpeg`, `png`, `webp`, `tiff`. */
  format: string;
  colour: PhotoColour;
  /** The name of the profile that it brings, such as `Display P3`. */
  profile?: string;
  /** Of each channel. */
  bits: number;
  hasAlpha: boolean;
  /** Turned or mirrored by its EXIF orientation. */
  turned: boolean;
  /** In sRGB already, or grey without a profile: its colours need no conversion, which takes half the time. */
  direct: boolean;
  /** JPEG as it can be printed, byte by byte: upright, sRGB or grey. */
  plain: boolean;
  /** A chart, a map, a code (图表): large even surfaces and hard edges, which suffer where a photo does not. */
  drawn: boolean;
}

export interface PhotoHeads {
  /** Throws where the file is no picture that sharp can read. */
  read(path: string): Promise<PhotoHead>;
  /** Keeps what was read. */
  save(): Promise<void>;
}

const FILE = 'photo-heads.json';
/** Raise it when a head says more or otherwise. */
const VERSION = 1;
/** Triangles larger than that of sRGB by more than this are a wide gamut: Display P3 has 1.36, Adobe RGB 1.35. */
const WIDE = 1.1;
/** A photo as PNG takes 8 bits a pixel and more; a chart less than 2. */
const DRAWN_BITS = 2;

/** Opens the heads kept in the folder `cache`; damaged ones are read again. */
export async function openPhotoHeads(cache: string): Promise<PhotoHeads> {
  const known = await knownHeads(join(cache, FILE));
  let fresh = false;
  return {
    async read(path) {
      const { size, mtimeMs } = await stat(path);
      const stamp = `${path} ${size} ${mtimeMs}`;
      const last = known.get(path);
      if (last?.stamp === stamp) return last;
      const head = await readHead(path, stamp, size);
      known.set(path, head);
      fresh = true;
      return head;
    },
    async save() {
      if (!fresh) return;
      const half = join(cache, `${FILE}.${process.pid}.half`);
      await mkdir(cache, { recursive: true });
      await writeFile(half, JSON.stringify({ version: VERSION, heads: [...known.values()] }));
      await rename(half, join(cache, FILE));
      fresh = false;
    },
  };
}

async function knownHeads(file: string): Promise<Map<string, PhotoHead>> {
  try {
    const { version, heads } = JSON.parse(await readFile(file, 'utf8')) as { version: number; heads: PhotoHead[] };
    return new Map(version === VERSION ? heads.map((head) => [head.path, head]) : []);
  } catch {
    return new Map();
  }
}

async function readHead(path: string, stamp: string, bytes: number): Promise<PhotoHead> {
  const { default: sharp } = await import('sharp');
  const head = await sharp(path, { limitInputPixels: false }).metadata();
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  // EXIF orientations 5 to 8 lie on their side.
  const orientation = head.orientation ?? 1;
  const [width, height] = orientation >= 5 ? [head.height, head.width] : [head.width, head.height];
  const { name: profile, reach } = head.icc ? readProfile(head.icc) : {};
  const colour = colourOf(head, reach);
  const direct = colour === 'grey' ? !head.icc : colour === 'srgb' && (!head.icc || isSrgbProfile(head.icc));
  const deep = head.depth !== 'uchar';
  return {
    path,
    stamp,
    digest: hash.digest('hex'),
    bytes,
    width,
    height,
    format: head.format,
    colour,
    ...(profile !== undefined && { profile }),
    bits: BITS[head.depth ?? ''] ?? 8,
    hasAlpha: head.hasAlpha ?? false,
    turned: orientation !== 1,
    direct,
    plain:
      head.format === 'jpeg' && orientation === 1 && direct && !deep && (head.channels === 3 || head.channels === 1),
    drawn: head.format === 'png' && (head.isPalette || (bytes * 8) / (width * height) < DRAWN_BITS),
  };
}

const BITS: Record<string, number> = { uchar: 8, ushort: 16, float: 32 };

function colourOf({ space }: Metadata, reach: number | undefined): PhotoColour {
  if (space === 'cmyk') return 'cmyk';
  if (space === 'b-w' || space === 'grey16') return 'grey';
  if (!/^(?:s?rgb|rgb16)$/u.test(space ?? '')) return 'other';
  return reach !== undefined && reach > WIDE ? 'wide' : 'srgb';
}

/** Profiles name themselves in ASCII or, since version 4, in UTF-16. */
function isSrgbProfile(icc: Buffer): boolean {
  return icc.toString('latin1').replaceAll('\0', '').includes('sRGB');
}
