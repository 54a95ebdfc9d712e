/**
 * Resolutions of photos, pixels an inch of their printed size. The pages that are read on a screen carry less than the
 * press wants; the press edition takes its photos from the files of the departments (see press/photos).
 */
import { type PhotoTreatment, type PictureSize, treatedSize } from './treatment.js';

/** What the press is given. */
export const PRINT_PPI = 300;
/** A photo up to this resolution keeps its pixels on the press: making it smaller would cost quality and save little. */
export const MOST_PRINT_PPI = 350;
/** 屏幕分辨率, where book.yaml does not say. */
export const SCREEN_PPI = 150;
/** A photo with no more than this many times the pixels of the screen keeps them, for the same reason. */
const SCREEN_SLACK = 1.3;
/** Chromium sets the edges of a picture on whole CSS px, so that it may come out so much wider. */
const SNAP = 1;
const CSS_PPI = 96;
const MM_PER_INCH = 25.4;

/** A photo at one of the places where it is printed. */
export interface PhotoUse {
  /** Relative to the volume folder. */
  file: string;
  widthMm: number;
  heightMm: number;
  ppi: number;
  treatment: PhotoTreatment;
}

/** The use of an upright photo of `size` that is printed `width` CSS px wide, after its treatment. */
export function useOf(file: string, size: PictureSize, width: number, treatment: PhotoTreatment): PhotoUse {
  const pixels = treatedSize(size, treatment);
  const widthMm = (width / CSS_PPI) * MM_PER_INCH;
  return {
    file,
    widthMm,
    heightMm: (widthMm * pixels.height) / pixels.width,
    ppi: (pixels.width / width) * CSS_PPI,
    treatment,
  };
}

/** CSS px at which a treated photo has `ppi`. */
export function widestAt(size: PictureSize, ppi: number, treatment?: PhotoTreatment): number {
  return (treatedSize(size, treatment).width / ppi) * CSS_PPI;
}

/** Pixels across for the press, of a photo with `pixels` across that is printed `width` CSS px wide. */
export function pressPixels(pixels: number, width: number): number {
  return atMost(pixels, width, PRINT_PPI, MOST_PRINT_PPI / PRINT_PPI);
}

/** Pixels across for a screen of `ppi`; of a drawing as many as for the press, for its lines would blur. */
export function screenPixels(pixels: number, width: number, ppi: number, drawn: boolean): number {
  return drawn ? pressPixels(pixels, width) : atMost(pixels, width, ppi, SCREEN_SLACK);
}

function atMost(pixels: number, width: number, ppi: number, slack: number): number {
  const wanted = Math.ceil(((width + SNAP) / CSS_PPI) * ppi);
  return pixels <= wanted * slack ? pixels : wanted;
}
