/** How a photo is turned and cut (旋转、裁切): what is asked for in its hints, as the picture desk is told it. */
import type { PhotoHints } from '../../tree/nodes.js';
import type { PhotoTreatment } from './treatment.js';

export interface CutPhoto {
  /** Pixels of what is left. */
  width: number;
  height: number;
  /** Absent where nothing is done to the photo. */
  treatment?: PhotoTreatment;
  /** The share of the photo that is cut off, from 0 to 1. */
  lost: number;
}

/** Shapes nearer to each other than this are one. */
const SAME = 0.002;

/**
 * Turns a photo and then cuts it, so that an editor speaks of what is seen.
 *
 * @param size of the upright photo, pixels
 * @param shape width ÷ height of its place, where that is given; else 裁切 says, and without it nothing is cut
 */
export function cutPhoto(
  { turn, crop }: PhotoHints,
  size: { width: number; height: number },
  shape = crop?.ratio,
): CutPhoto {
  const lying = turn === 90 || turn === 270;
  const seen = lying ? { width: size.height, height: size.width } : { width: size.width, height: size.height };
  const turned = turn ? { turn } : {};
  const ratio = seen.width / seen.height;
  if (shape === undefined || Math.abs(shape / ratio - 1) < SAME) {
    return { ...seen, ...(turn && { treatment: turned }), lost: 0 };
  }
  const width = Math.min(1, shape / ratio);
  const height = Math.min(1, ratio / shape);
  const { x, y } = crop?.focus ?? { x: 0.5, y: 0.5 };
  const box = upright({ x: x * (1 - width), y: y * (1 - height), width, height }, turn);
  return {
    width: seen.width * width,
    height: seen.height * height,
    treatment: { crop: box, ...turned },
    lost: 1 - width * height,
  };
}

/** A box of the turned photo as a box of the upright one. */
function upright(
  { x, y, width, height }: NonNullable<PhotoTreatment['crop']>,
  turn: PhotoHints['turn'],
): NonNullable<PhotoTreatment['crop']> {
  if (turn === 90) return { x: y, y: 1 - x - width, width: height, height: width };
  if (turn === 180) return { x: 1 - x - width, y: 1 - y - height, width, height };
  if (turn === 270) return { x: 1 - y - height, y: x, width: height, height: width };
  return { x, y, width, height };
}
