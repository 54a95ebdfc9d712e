/** 开本 in use: those of the house, and what else Chinese presses cut sheets to (GB/T 788). */
import { TRIM_SIZES } from '../design/trim-sizes.js';

export interface KnownSize {
  name: string;
  width: number;
  height: number;
}

export const KNOWN_SIZES: readonly KnownSize[] = [
  ...Object.entries(TRIM_SIZES).map(([name, { widthMm, heightMm }]) => ({ name, width: widthMm, height: heightMm })),
  { name: '8开', width: 260, height: 370 },
  { name: '大8开', width: 285, height: 420 },
  { name: 'A3', width: 297, height: 420 },
  { name: 'B5', width: 182, height: 257 },
  { name: 'A5', width: 148, height: 210 },
  { name: '小16开', width: 170, height: 240 },
  { name: '16开', width: 184, height: 260 },
  { name: '大32开', width: 140, height: 203 },
  { name: '大32开', width: 140, height: 210 },
];

/** A finished page is cut no more exactly than this (mm); in the file it must be. */
export const SIZE_TOLERANCE = 0.05;

/** The 开本 of a size, upright or lying. */
export function knownSize(width: number, height: number, tolerance = SIZE_TOLERANCE): KnownSize | undefined {
  const near = (a: number, b: number): boolean => Math.abs(a - b) <= tolerance;
  return KNOWN_SIZES.find(
    (size) =>
      (near(width, size.width) && near(height, size.height)) || (near(width, size.height) && near(height, size.width)),
  );
}

/** `大16开` or `210x285`; nothing where it is neither. */
export function parseSize(text: string): { width: number; height: number } | undefined {
  const named = KNOWN_SIZES.find(({ name }) => name === text.trim());
  if (named) return { width: named.width, height: named.height };
  const parts = /^\s*(\d{2,4}(?:\.\d+)?)\s*(?:mm|毫米)?\s*[x×*X]\s*(\d{2,4}(?:\.\d+)?)\s*(?:mm|毫米)?\s*$/.exec(text);
  return parts ? { width: Number(parts[1]), height: Number(parts[2]) } : undefined;
}
