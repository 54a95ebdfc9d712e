/** Black of one ink: text of several inks prints with coloured fringes as soon as one plate is a hair off. */
import { describeInks, type Inks } from '../content/colour.js';
import { describeWithin, type PathMark } from '../content/mark.js';
import { toMm } from '../file/pages.js';
import type { Check, Rule } from '../rule.js';
import { isMixedBlack, isPrinted, paintedInks, totalOf } from './painted.js';

const richText: Rule = {
  id: 'rich-black-text',
  name: '单黑文字',
  severity: 'error',
  needs: 'content',
  remedy: '把黑字改成 K100，C、M、Y 都是 0',
};
const fourColour: Rule = {
  id: 'four-colour-black',
  name: '单黑线条和色块',
  severity: 'error',
  needs: 'content',
  remedy: '把黑色的线条、色块改成 K100；大面积要更黑的，用 C60 M40 Y40 K100 一类的配方并告诉印厂',
};
const thinColour: Rule = {
  id: 'thin-coloured-text',
  name: '彩色小字',
  severity: 'warning',
  needs: 'content',
  remedy: '小字用单色墨（一种油墨）或改大、改粗，免得套印不准发虚',
};

/** Text smaller than this (points) of three inks, or of two below the second, cannot be held in register. */
const THIN_OF_THREE = 9;
const THIN_OF_TWO = 7;
/** A supported black larger than this (mm²) may well be meant. */
const LARGE_AREA = 400;

export const black: Check = {
  rules: [richText, fourColour, thinColour],
  page({ page, marks }, { terms }, say) {
    for (const mark of marks) {
      if (mark.kind === 'shading' || !isPrinted(mark, page)) continue;
      const place = { page, box: mark.box, via: describeWithin(mark.within), object: mark.within.object };
      for (const { colour, inks } of paintedInks(mark)) {
        if (colour.space.names?.includes('All')) continue;
        if (mark.kind === 'text') {
          if (isMixedBlack(inks)) say(richText, { ...place, what: `黑字是 ${describeInks(inks)}` });
          else if (isThin(inks, mark.points)) {
            say(thinColour, { ...place, what: `${Math.round(mark.points * 10) / 10} 磅的字是 ${describeInks(inks)}` });
          }
        } else if (isMixedBlack(inks)) {
          const meant = mark.kind === 'path' && isMeant(mark, inks, terms.ink);
          say(fourColour, {
            ...place,
            what: `黑色是 ${describeInks(inks)}`,
            ...(meant ? { severity: 'warning' as const } : {}),
          });
        }
      }
    }
  },
};

/** A large black field of full K that others support, within the limit of ink. */
function isMeant(mark: PathMark, inks: Inks, limit: number): boolean {
  return mark.fill !== undefined && inks[3] > 0.995 && areaOf(mark) > LARGE_AREA && totalOf(inks) * 100 <= limit + 0.5;
}

function isThin(inks: Inks, points: number): boolean {
  const count = inks.filter((ink) => ink >= 0.1).length;
  return (count >= 3 && points < THIN_OF_THREE) || (count === 2 && points < THIN_OF_TWO);
}

function areaOf({ box }: PathMark): number {
  return toMm(box[2] - box[0]) * toMm(box[3] - box[1]);
}
