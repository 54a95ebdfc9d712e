/** The contact sheet (照片联系表) of a book: photos.html, beside book.pdf. */
import { join } from 'node:path';
import type { PageFrame } from '../paginate/page-frames.js';
import { type ContactPhoto, contactSheet, type UnusedPhoto } from '../plates/contact-sheet/contact-sheet.js';
import { thumbnail } from '../plates/contact-sheet/thumbnail.js';
import { unusedPhotos } from '../plates/contact-sheet/unused-photos.js';
import { openPhotoHeads } from '../plates/photos/photo-head.js';
import { type PhotoPlace, photoPlaces } from '../plates/photos/photo-places.js';
import { inParallel, type VolumePictures } from '../plates/photos/pictures.js';
import { type Quality, qualityOf } from '../plates/photos/quality.js';
import type { Volume } from '../tree/nodes.js';
import { phrasingText } from '../tree/tree-text.js';
import { deliver } from './deliver.js';
import { bookTitle } from './theme.js';

/** The name of the contact sheet in the output folder. */
export const CONTACT_SHEET = 'photos.html';

/** What a run says of the contact sheet. */
export interface SheetSummary {
  /** Absolute path. */
  file: string;
  /** Places where a photo is printed. */
  places: number;
  /** Of these, below 印刷.最低分辨率; and below 300 ppi, but not below that. */
  veryLow: number;
  low: number;
  /** Photos that no manuscript uses. */
  unused: number;
}

export interface SheetMaterial {
  volume: Volume;
  pictures: VolumePictures;
  /** Where the photos stand. */
  frames: readonly PageFrame[];
  /** Keeps pictures and thumbnails; absolute path. */
  cache: string;
}

/** Writes the contact sheet into `out`; none where the volume has no photo, used or unused. */
export async function deliverContactSheet(
  out: string,
  { volume, pictures, frames, cache }: SheetMaterial,
): Promise<SheetSummary | undefined> {
  const folios = foliosOf(frames);
  const small = join(cache, 'thumbnails');
  const places = photoPlaces(volume, pictures.photoUses()).filter(({ use }) => use !== undefined);
  const thumbnails = new Map<string, Uint8Array>();
  await inParallel([...new Set(places.map(({ photo }) => photo.file))], async (file) => {
    thumbnails.set(file, await thumbnail(pictures.head(file), small, pictures.whole(file)));
  });
  const photos = places.map((place): ContactPhoto => {
    const { file } = place.photo;
    const folio = folios.get(file)?.shift();
    const credit = creditOf(place);
    return {
      file,
      head: pictures.head(file),
      thumbnail: thumbnails.get(file) as Uint8Array,
      caption: phrasingText(place.figure.caption),
      ...(credit !== undefined && { credit }),
      use: place.use as ContactPhoto['use'],
      ...(folio !== undefined && { folio }),
      place: `${place.manuscript}:${place.photo.position.start.line}`,
    };
  });
  const unused = await unusedOf(volume, new Set(thumbnails.keys()), cache);
  if (photos.length + unused.length === 0) return undefined;
  const { settings } = volume;
  const { leastPpi } = settings.press;
  const file = join(out, CONTACT_SHEET);
  deliver(file, contactSheet({ title: bookTitle(settings), leastPpi, photos, unused }));
  const count = (quality: Quality): number =>
    photos.filter(({ use }) => qualityOf(use.ppi, leastPpi) === quality).length;
  return { file, places: photos.length, veryLow: count('very-low'), low: count('low'), unused: unused.length };
}

/** By file, the folios of the pages on which it stands, in order. */
function foliosOf(frames: readonly PageFrame[]): Map<string, string[]> {
  const folios = new Map<string, string[]>();
  for (const { folio, photos } of frames) {
    for (const { file } of photos) folios.set(file, [...(folios.get(file) ?? []), folio]);
  }
  return folios;
}

/** Who took the photo, or who sent it. */
function creditOf({ photo: { credit }, contributor }: PhotoPlace): string | undefined {
  return credit?.value ?? contributor;
}

async function unusedOf({ folder }: Volume, used: ReadonlySet<string>, cache: string): Promise<UnusedPhoto[]> {
  const heads = await openPhotoHeads(cache);
  const found = new Map<string, UnusedPhoto>();
  const files = await unusedPhotos(folder, used);
  await inParallel(files, async (file) => {
    try {
      const head = await heads.read(join(folder, file));
      found.set(file, { file, head, thumbnail: await thumbnail(head, join(cache, 'thumbnails')) });
    } catch {
      // No picture that could be printed; nobody wants to print it.
      found.set(file, { file });
    }
  });
  await heads.save();
  return files.map((file) => found.get(file) ?? { file });
}
