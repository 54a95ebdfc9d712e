/**
 * The pixels of a photo in the numbers in which it was sent: RGB, grey or CMYK, with the profile that tells what they
 * mean. Nothing is converted here; a size is made in the photo's own colours.
 */
import type { Metadata, Sharp } from 'sharp';
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

export interface PictureSize {
  width: number;
  height: number;
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
 * others than its own, or `size` has another shape.
 */
export async function readPicture(input: string | Uint8Array, size?: PictureSize): Promise<Picture | undefined> {
  const { default: sharp } = await import('sharp');
  const reader = sharp(input, { ignoreIcc: true, limitInputPixels: false });
  const head = await reader.metadata();
  const space = SPACES[head.space ?? ''];
  if (!space) return undefined;
  const icc = profileOf(head, space);
  if (icc === 'foreign') return undefined;
  if (size && !hasShape(head, size)) return undefined;
  const picture = upright(reader, head, space);
  if (size) picture.resize({ width: size.width, height: size.height, fit: 'fill' });
  const { data, info } = await picture.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  return { space, data, width: info.width, height: info.height, ...(icc && { icc }) };
}

function upright(reader: Sharp, head: Metadata, space: Picture['space']): Sharp {
  const picture = reader.rotate();
  // What is transparent shows the paper; CMYK has no picture behind it to be seen.
  if (head.hasAlpha && space !== 'CMYK') picture.flatten({ background: '#fff' });
  if (head.hasAlpha && space === 'CMYK') picture.removeAlpha();
  if (space === 'CMYK') return picture.pipelineColourspace('cmyk').toColourspace('cmyk');
  return picture.toColourspace(space === 'GRAY' ? 'b-w' : 'srgb');
}

/** A picture of which a part was cut out must not be squeezed into the size of that part. */
function hasShape({ width, height, orientation = 1 }: Metadata, size: PictureSize): boolean {
  const [across, down] = orientation >= 5 ? [height, width] : [width, height];
  return Math.abs((size.width * down) / across - size.height) <= 1;
}

function profileOf(head: Metadata, space: Picture['space']): Uint8Array | 'foreign' | undefined {
  if (!head.icc) return undefined;
  const header = readIccHeader(head.icc);
  if (!header) return undefined;
  if (header.space !== space) return 'foreign';
  return isSrgb(header) ? undefined : head.icc;
}
