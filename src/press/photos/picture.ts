/**
 * The pixels of a photo in the numbers in which it was sent: RGB, grey or CMYK, with the profile that tells what they
 * mean. Nothing is converted here; a size is made in the photo's own colours.
 */
import type { Metadata, Sharp } from 'sharp';
import { type PhotoTreatment, type PictureSize, treatedSize, turnedArea } from '../../tree/photo-treatment.js';
import { isSrgb, readIccHeader } from '../profile/icc-header.js';

export interface Picture {
  space: 'RGB' | 'GRAY' | 'CMYK';
  /** 3, 1 or 4 bytes a pixel; all ink is 255 in CMYK. */
  data: Uint8Array;
  width: number;
  height: number;
  /** Absent for sRGB and for pictures that bring none. */
  icc?: Uint8Array;
}

export type { PhotoTreatment, PictureSize } from '../../tree/photo-treatment.js';

/** What is wanted of a photo. */
export interface WantedPicture {
  /** The picture of the page, which must have the same shape: another is not the same photo. */
  page: PictureSize;
  treatment: PhotoTreatment;
  /** Pixels across, after the treatment. */
  width: number;
}

/** The spaces in which pictures are taken as they are, by the name sharp gives them. */
const SPACES: Record<string, Picture['space']> = {
  srgb: 'RGB',
  rgb: 'RGB',
  rgb16: 'RGB',
  'b-w': 'GRAY',
  grey16: 'GRAY',
  cmyk: 'CMYK',
};

/**
 * Reads a picture file, or its bytes, upright. Nothing where its colours are none of the three, its profile belongs to
 * others than its own, or the picture of the page has another shape.
 */
export async function readPicture(input: string | Uint8Array, wanted?: WantedPicture): Promise<Picture | undefined> {
  const { default: sharp } = await import('sharp');
  const reader = sharp(input, { ignoreIcc: true, limitInputPixels: false, failOn: 'truncated' });
  const head = await reader.metadata();
  const space = SPACES[head.space ?? ''];
  if (!space) return undefined;
  const icc = profileOf(head, space);
  if (icc === 'foreign') return undefined;
  const picture = reader.autoOrient();
  if (wanted && !fit(picture, uprightSize(head), wanted)) return undefined;
  paint(picture, head, space);
  const { data, info } = await picture.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  return { space, data, width: info.width, height: info.height, ...(icc && { icc }) };
}

/** The same for numbers of another kind, such as Lab: as sRGB. */
export async function readThroughSrgb(path: string, wanted: WantedPicture): Promise<Picture | undefined> {
  const { default: sharp } = await import('sharp');
  const picture = sharp(path, { limitInputPixels: false, failOn: 'truncated' });
  const head = await picture.metadata();
  if (!fit(picture.autoOrient(), uprightSize(head), wanted)) return undefined;
  if (head.hasAlpha) picture.flatten({ background: '#fff' });
  const { data, info } = await picture
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const space = info.channels === 1 ? 'GRAY' : 'RGB';
  return { space, data, width: info.width, height: info.height };
}

/** Turns, cuts and scales an upright picture; false where it has not the shape of the page's. */
function fit(picture: Sharp, upright: PictureSize, { page, treatment, width }: WantedPicture): boolean {
  const cut = treatedSize(upright, treatment);
  if (Math.abs((page.width * cut.height) / cut.width - page.height) > 1) return false;
  // sharp turns before it cuts.
  if (treatment.turn) picture.rotate(treatment.turn);
  if (treatment.crop) picture.extract(turnedArea(upright, treatment));
  picture.resize({ width, height: Math.max(1, Math.round((width * cut.height) / cut.width)), fit: 'fill' });
  return true;
}

function paint(picture: Sharp, head: Metadata, space: Picture['space']): void {
  // What is transparent shows the paper; CMYK has no picture behind it to be seen.
  if (head.hasAlpha && space !== 'CMYK') picture.flatten({ background: '#fff' });
  if (head.hasAlpha && space === 'CMYK') picture.removeAlpha();
  if (space === 'CMYK') picture.pipelineColourspace('cmyk').toColourspace('cmyk');
  else picture.toColourspace(space === 'GRAY' ? 'b-w' : 'srgb');
}

function uprightSize({ width, height, orientation = 1 }: Metadata): PictureSize {
  return orientation >= 5 ? { width: height, height: width } : { width, height };
}

function profileOf(head: Metadata, space: Picture['space']): Uint8Array | 'foreign' | undefined {
  if (!head.icc) return undefined;
  const header = readIccHeader(head.icc);
  if (!header) return undefined;
  if (header.space !== space) return 'foreign';
  return isSrgb(header) ? undefined : head.icc;
}
