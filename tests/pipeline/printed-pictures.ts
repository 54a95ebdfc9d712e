/** Where the pictures of a printed book stand, as the preflight reads its PDF. */
import { readFileSync } from 'node:fs';
import { surveyPage, surveySession } from '../../src/preflight/content/survey.js';
import { openArchive } from '../../src/preflight/file/archive.js';
import { pagesOf, trimOf } from '../../src/preflight/file/pages.js';

export interface Picture {
  left: number;
  right: number;
  top: number;
  foot: number;
}

export interface MeasuredPage {
  trim: { width: number; height: number };
  /** From the top left of the trimmed page, points. */
  pictures: Picture[];
}

/** The pictures of every page of a PDF. */
export function measurePictures(file: string): MeasuredPage[] {
  const archive = openArchive(readFileSync(file));
  const session = surveySession(archive);
  return pagesOf(archive).map((page) => {
    const [left, bottom, right, top] = trimOf(page);
    const images = surveyPage(session, page).marks.filter((mark) => mark.kind === 'image');
    return {
      trim: { width: right - left, height: top - bottom },
      pictures: images.map(({ box }) => ({
        left: box[0] - left,
        right: box[2] - left,
        top: top - box[3],
        foot: top - box[1],
      })),
    };
  });
}
