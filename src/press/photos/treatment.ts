/** What is done with a photo, by what it is. */
import type { Message } from '../../tree/message.js';

/**
 * - `colour`: RGB, converted by its profile.
 * - `black`: grey, or CMYK in black alone: printed with black alone.
 * - `own`: CMYK with the profile of the press: its numbers are kept.
 * - `untagged`: CMYK without a profile: its numbers are taken for those of the press.
 * - `converted`: CMYK made for another press, converted from profile to profile.
 */
export const TREATMENTS = ['colour', 'black', 'own', 'untagged', 'converted'] as const;
export type Treatment = (typeof TREATMENTS)[number];

/** A photo whose treatment an editor should know of; `file` is relative to the volume folder. */
export interface TreatedPhoto {
  file: string;
  treatment: Treatment;
}

const REMEDY = '请供稿单位嵌入特性文件重新导出，或者改交 sRGB 的照片';

/** What is to be said of converted photos, in the order of their names. */
export function treatmentMessages(photos: readonly TreatedPhoto[]): Message[] {
  const files = new Set(photos.flatMap(({ file, treatment }) => (treatment === 'untagged' ? [file] : [])));
  return [...files].sort().map((file) => ({
    severity: 'warning',
    rule: 'press-photo-untagged',
    file,
    reason: '这张 CMYK 照片没有嵌入特性文件，已按印刷机的油墨数值原样使用，颜色可能偏',
    remedy: REMEDY,
  }));
}
