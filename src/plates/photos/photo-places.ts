/** Where the photos of a volume are called for: each `![说明](文件)` of the manuscripts, with the place where it is printed. */
import type { Figure, Photo, Volume } from '../../tree/nodes.js';
import { visit } from '../../tree/visit.js';
import type { PhotoUse } from './resolution.js';

export interface PhotoPlace {
  photo: Photo;
  figure: Figure;
  /** Path of the manuscript, relative to the volume folder. */
  manuscript: string;
  /** The 供稿 of the manuscript. */
  contributor?: string;
  /** Absent where the photo was not printed. */
  use?: PhotoUse;
}

/**
 * The places in reading order. Photos are ordered as they are read, so the second order of a file belongs to its second
 * place.
 */
export function photoPlaces(volume: Volume, uses: readonly PhotoUse[]): PhotoPlace[] {
  const waiting = new Map<string, PhotoUse[]>();
  for (const use of uses) waiting.set(use.file, [...(waiting.get(use.file) ?? []), use]);
  const places: PhotoPlace[] = [];
  for (const part of volume.children) {
    for (const manuscript of part.children) {
      visit(manuscript, (figure) => {
        if (figure.type !== 'figure') return;
        for (const photo of figure.photos) {
          const use = waiting.get(photo.file)?.shift();
          const contributor = manuscript.contributor?.value;
          places.push({
            photo,
            figure,
            manuscript: manuscript.file,
            ...(contributor !== undefined && { contributor }),
            ...(use && { use }),
          });
        }
      });
    }
  }
  return places;
}
