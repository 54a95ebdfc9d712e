/** What every PDF of a volume is finished with, the book and the pages of its proofs alike: so they lie on each other. */
import { printedBleed } from '../design/bleed.js';
import { TRIM_SIZES } from '../design/trim-sizes.js';
import { POINTS_PER_PX } from '../paginate/points.js';
import type { FinishOptions } from '../press/finish.js';
import type { VolumeSettings } from '../tree/nodes.js';
import { bookDate } from './date.js';
import { bookTitle } from './theme.js';

/** Title, author, date, and the trim inside the paper that Chromium has printed. */
export function finishingOf(settings: VolumeSettings): FinishOptions {
  const { widthMm, heightMm } = TRIM_SIZES[settings.trim];
  const bleed = printedBleed(settings.press.bleedMm) * POINTS_PER_PX;
  return {
    title: bookTitle(settings),
    author: settings.compiler ?? settings.sponsor,
    language: 'zh-CN',
    date: bookDate(settings),
    trim: { widthMm, heightMm, anchor: 'top-left', bleed },
  };
}
