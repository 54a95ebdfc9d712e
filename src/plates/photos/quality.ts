/**
 * What is to be said of the photos of a book (照片质量): too few pixels for the size at which they are printed, and
 * files that turn out to be damaged when they are decoded.
 */
import type { Message } from '../../tree/message.js';
import type { Volume } from '../../tree/nodes.js';
import { type PhotoPlace, photoPlaces } from './photo-places.js';
import type { PhotoFault } from './pictures.js';
import { type PhotoUse, PRINT_PPI } from './resolution.js';

/** Rounding of sizes must not make 300 into 299.6; preflight allows as much. */
const SLACK = 0.005;

/** How good a resolution is: fit for the press, below its best (300 ppi), or below what the printer takes. */
export type Quality = 'good' | 'low' | 'very-low';

/** @param leastPpi 印刷.最低分辨率 */
export function qualityOf(ppi: number, leastPpi: number): Quality {
  if (ppi < leastPpi * (1 - SLACK)) return 'very-low';
  return ppi < PRINT_PPI * (1 - SLACK) ? 'low' : 'good';
}

/** The largest width, mm, at which a photo still has as many pixels as the press likes. */
export function widestMm({ widthMm, ppi }: PhotoUse): number {
  return (widthMm * ppi) / PRINT_PPI;
}

/**
 * A warning for every place where a photo has too few pixels. It can be printed, so it is no error; the preflight of
 * the press file calls the worse ones errors.
 */
export function resolutionMessages(volume: Volume, uses: readonly PhotoUse[]): Message[] {
  const { leastPpi } = volume.settings.press;
  return photoPlaces(volume, uses).flatMap((place) => {
    const quality = place.use && qualityOf(place.use.ppi, leastPpi);
    if (!place.use || !quality || quality === 'good') return [];
    return [resolutionMessage(place, place.use, quality === 'very-low' ? leastPpi : undefined)];
  });
}

/** @param least what the printer takes, where the photo has less */
function resolutionMessage(place: PhotoPlace, use: PhotoUse, least: number | undefined): Message {
  const found = `照片“${place.photo.src}”排成 ${Math.round(use.widthMm)} 毫米宽，只有 ${Math.floor(use.ppi)} ppi`;
  const pixels = Math.ceil((use.widthMm / 25.4) * PRINT_PPI);
  return {
    severity: 'warning',
    rule: least === undefined ? 'photo-low-ppi' : 'photo-very-low-ppi',
    ...placeOf(place),
    reason:
      least === undefined
        ? `${found}，不到 ${PRINT_PPI} ppi，印出来不够清晰`
        : `${found}，低于付印的底线 ${least} ppi，印出来必定模糊`,
    remedy: `换用原图，这个大小要 ${pixels} 像素宽；就用这张，最宽只能排 ${Math.floor(widestMm(use))} 毫米`,
  };
}

/** An error for every place that uses a photo which cannot be decoded. */
export function faultMessages(volume: Volume, faults: readonly PhotoFault[]): Message[] {
  const causes = new Map(faults.map(({ file, cause }) => [file, cause]));
  return photoPlaces(volume, []).flatMap((place): Message[] => {
    const cause = causes.get(place.photo.file);
    if (cause === undefined) return [];
    const reason = `照片“${place.photo.src}”的内容已经损坏，解不开（${firstLine(cause)}）`;
    return [
      {
        severity: 'error',
        rule: 'photo-damaged',
        ...placeOf(place),
        reason,
        remedy: '从原处重新复制，或请供稿单位重发',
      },
    ];
  });
}

function placeOf({ manuscript, photo }: PhotoPlace): Pick<Message, 'file' | 'line' | 'column'> {
  const { line, column } = photo.position.start;
  return { file: manuscript, line, column };
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0]?.trim() ?? '';
}
