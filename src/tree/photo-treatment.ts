/**
 * What is done to a photo before it is printed: a part of it is cut out (裁切), and what is left is turned (旋转). A
 * photo is upright first, as its EXIF orientation says.
 */

/** Pixels. */
export interface PictureSize {
  width: number;
  height: number;
}

export interface PhotoTreatment {
  /** The part that is printed, in fractions of the upright photo, from its top left. */
  crop?: { x: number; y: number; width: number; height: number };
  /** Degrees clockwise, after cutting. */
  turn?: 90 | 180 | 270;
}

/** Pixels from the top left of the upright photo. */
export interface PixelArea extends PictureSize {
  left: number;
  top: number;
}

/** The pixels that are printed of an upright photo of this size: whole ones, at least one, never outside. */
export function keptArea({ width, height }: PictureSize, { crop }: PhotoTreatment = {}): PixelArea {
  if (!crop) return { left: 0, top: 0, width, height };
  const [left, right] = stretch(crop.x, crop.width, width);
  const [top, bottom] = stretch(crop.y, crop.height, height);
  return { left, top, width: right - left, height: bottom - top };
}

/** Pixels of a photo as it is printed: cut, then turned. */
export function treatedSize(size: PictureSize, treatment?: PhotoTreatment): PictureSize {
  const { width, height } = keptArea(size, treatment);
  return liesOnItsSide(treatment) ? { width: height, height: width } : { width, height };
}

/** The same pixels after the whole photo was turned: sharp turns first, and cuts out of what is turned. */
export function turnedArea(size: PictureSize, treatment: PhotoTreatment = {}): PixelArea {
  const { left, top, width, height } = keptArea(size, treatment);
  const right = size.width - left - width;
  const bottom = size.height - top - height;
  switch (treatment.turn) {
    case 90:
      return { left: bottom, top: left, width: height, height: width };
    case 180:
      return { left: right, top: bottom, width, height };
    case 270:
      return { left: top, top: right, width: height, height: width };
    default:
      return { left, top, width, height };
  }
}

/** Whether width and height change places. */
function liesOnItsSide(treatment?: PhotoTreatment): boolean {
  return treatment?.turn === 90 || treatment?.turn === 270;
}

function stretch(from: number, share: number, pixels: number): [from: number, to: number] {
  const start = Math.min(pixels - 1, Math.max(0, Math.round(from * pixels)));
  return [start, Math.min(pixels, Math.max(start + 1, Math.round((from + share) * pixels)))];
}
