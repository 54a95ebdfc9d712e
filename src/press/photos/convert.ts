/**
 * Photos for the press: each picture of the book once, into a CMYK JPEG.
 *
 *     picture of the page → kept? → its original → pixels → inks → total ink → JPEG → kept
 *
 * The picture of the page is sRGB and was compressed for the screen. Where the file of the department is known, that
 * one is converted: a photo in CMYK never goes through RGB, one with a wide gamut keeps it, and every other is
 * compressed once less.
 */
import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import type { RenderingIntent } from '../../tree/press-settings.js';
import { openColourEngine } from '../profile/colour-engine.js';
import type { CmykProfile } from '../profile/profile.js';
import { encodeInks } from './encode.js';
import { levelsOf } from './ink-limit.js';
import { openInkMaker } from './ink-maker.js';
import { type ConvertedPhoto, openKeptPhotos } from './kept-photos.js';
import { type PhotoTreatment, type Picture, type PictureSize, readPicture, readThroughSrgb } from './picture.js';
import type { TreatedPhoto } from './treatment.js';

/** A picture as it stands in the PDF. */
export interface PagePicture extends PictureSize {
  jpeg?: Uint8Array;
  /** Bare pixels of 1, 3 or 4 bytes; 4 are CMYK. */
  raw?: { data: Uint8Array; channels: number };
}

export interface PressPicture extends PictureSize {
  /** A CMYK JPEG. */
  bytes: Uint8Array;
  /** The JPEG holds the inks inverted: the PDF says `/Decode [1 0 1 0 1 0 1 0]`. */
  inverted: boolean;
}

/** The file of a department from which the picture of a page was made. */
export interface OriginalPhoto {
  /** Relative to the volume folder, for messages. */
  file: string;
  path: string;
  /** SHA-256 of that file, hex. */
  digest?: string;
  /** What is printed of it: a part, turned. */
  treatment?: PhotoTreatment;
  /** Pixels across that the press wants of it; absent: as many as the picture of the page has. */
  width?: number;
  /** A chart: its edges are kept as closely as those of plain pixels. */
  drawn?: boolean;
}

export interface ConverterOptions {
  profile: CmykProfile;
  /** JPEG quality, 1 to 100. */
  quality: number;
  /** Total ink, per cent. */
  inkLimit: number;
  /** 相对色度 where it is not said. */
  intent?: RenderingIntent;
  cacheFolder: string;
  /** Finds an original by the SHA-256 of the JPEG on the page, in hex. */
  originals?: (digest: string) => Promise<OriginalPhoto | undefined>;
  /** Told after each picture: how many are done, and how many of these had to be converted. */
  onProgress?: (done: number, fresh: number) => void;
}

export interface ImageConverter {
  /** May be called for all pictures at once: a few are worked on at a time. */
  convert(picture: PagePicture): Promise<PressPicture>;
  /** Whether the JPEG of a page was made of a file that is known. */
  isKnown(jpeg: Uint8Array): Promise<boolean>;
  /** What was done with those that have an original, so far. */
  treated(): TreatedPhoto[];
}

/** Raise it when the same photo would come out otherwise. */
const CONVERTER_VERSION = 2;
/** sharp works on threads of its own while another photo is counted out here; each takes 15 bytes a pixel meanwhile. */
const AT_ONCE = Math.min(4, availableParallelism() + 1);

export function openImageConverter(options: ConverterOptions): ImageConverter {
  const { profile, quality, inkLimit, intent = '相对色度', originals, onProgress } = options;
  const kept = openKeptPhotos(options.cacheFolder);
  const recipe = createHash('sha256')
    .update(JSON.stringify([CONVERTER_VERSION, quality, inkLimit, intent, originals !== undefined]))
    .update(profile.bytes)
    .digest('hex');
  const maker = openColourEngine().then((engine) => openInkMaker(engine, profile, intent, levelsOf(inkLimit)));
  maker.catch(() => undefined);
  const underway = new Map<string, Promise<ConvertedPhoto>>();
  const treated: TreatedPhoto[] = [];
  const turn = turnstile(AT_ONCE);
  let [done, fresh] = [0, 0];

  async function make(picture: PagePicture, original: OriginalPhoto | undefined): Promise<ConvertedPhoto> {
    fresh += 1;
    const source = (original && (await readOriginal(original, picture))) ?? (await readPage(picture));
    const { inks, treatment } = (await maker).make(source);
    // Inks that are to be kept are kept closely; and what was drawn, such as a QR code, has edges where a photo has none.
    const close = picture.raw !== undefined || original?.drawn || treatment === 'own' || treatment === 'untagged';
    const bytes = await encodeInks({ ...source, inks }, close ? Math.max(quality, 95) : quality, levelsOf(inkLimit));
    return { bytes, width: source.width, height: source.height, treatment, ...(original && { file: original.file }) };
  }

  async function convert(picture: PagePicture): Promise<ConvertedPhoto> {
    const digest = digestOf(picture);
    const original = await originals?.(digest);
    const wanted = original && [original.digest, original.treatment, original.width, original.drawn];
    const key = createHash('sha256')
      .update(recipe)
      .update(JSON.stringify([digest, wanted]))
      .digest('hex')
      .slice(0, 32);
    const known = underway.get(key);
    if (known) return known;
    const photo = turn(async () => {
      const found = await kept.find(key);
      if (found) return found;
      const made = await make(picture, original);
      await kept.keep(key, made);
      return made;
    });
    underway.set(key, photo);
    try {
      return await photo;
    } finally {
      // What is on disk need not stay in memory.
      underway.delete(key);
    }
  }

  return {
    async convert(picture) {
      const { bytes, width, height, treatment, file } = await convert(picture);
      if (file !== undefined) treated.push({ file, treatment });
      done += 1;
      onProgress?.(done, fresh);
      return { bytes, width, height, inverted: true };
    },
    isKnown: async (jpeg) => (await originals?.(digestOf({ jpeg, width: 0, height: 0 }))) !== undefined,
    treated: () => [...treated],
  };
}

/** The pixels of an original; nothing where it shows something else than the picture of the page. */
async function readOriginal(original: OriginalPhoto, page: PagePicture): Promise<Picture | undefined> {
  const { path, treatment = {}, width = page.width } = original;
  const wanted = { page, treatment, width };
  // Numbers that no press takes as they are go through sRGB, with all the pixels that it wants.
  return (await readPicture(path, wanted)) ?? readThroughSrgb(path, wanted);
}

const CHANNELS: Record<number, Picture['space']> = { 1: 'GRAY', 3: 'RGB', 4: 'CMYK' };

async function readPage({ jpeg, raw, width, height }: PagePicture): Promise<Picture> {
  const space = raw && CHANNELS[raw.channels];
  if (raw && space) return { space, data: raw.data, width, height };
  const read = jpeg && (await readPicture(jpeg));
  if (read) return read;
  throw new Error('the picture of a page is neither RGB nor grey nor CMYK');
}

function digestOf({ jpeg, raw, width, height }: PagePicture): string {
  const hash = createHash('sha256');
  if (jpeg) return hash.update(jpeg).digest('hex');
  return hash
    .update(JSON.stringify([raw?.channels, width, height]))
    .update(raw?.data ?? '')
    .digest('hex');
}

/** Lets `places` pieces of work run at a time. */
function turnstile(places: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let free = places;
  return async (work) => {
    if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    else free -= 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
