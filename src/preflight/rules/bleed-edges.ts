/** What touches the edge of the trimmed page must go on to the end of the bleed; what stays inside must keep clear of it. */
import type { Box } from '../../press/pdf/pages.js';
import { describeWithin, isDirect, type Mark } from '../content/mark.js';
import { type Page, toMm, toPoints } from '../file/pages.js';
import type { Check, Rule, Say } from '../rule.js';
import { paintedInks, totalOf } from './painted.js';

const notInked: Rule = {
  id: 'bleed-not-inked',
  name: '出血有内容',
  severity: 'error',
  needs: 'trim',
  remedy: '把贴着裁切边的图片、色块再往外拉到出血边，裁切后才不露白边',
};
const tooNear: Rule = {
  id: 'trim-too-near',
  name: '离裁切边的距离',
  severity: 'warning',
  needs: 'trim',
  remedy: '文字和图离裁切边至少 3 毫米，或者干脆出血；太近了会被裁到',
};

/** Millimetres: nearer than this to the edge of the trim, a thing is meant to touch it. */
const TOUCHING = 0.5;
/** Inside of this margin (mm) cutting may catch it. */
const SAFE = 3;
/** Text on a tab that bleeds off the page, as a thumb index does, may come nearer (mm). */
const SAFE_ON_TAB = 1;
/** Rounding of boxes (points). */
const SLACK = 0.3;

const SIDES = ['左', '下', '右', '上'] as const;

export const bleedEdges: Check = {
  rules: [notInked, tooNear],
  page({ page, marks }, { terms }, say) {
    const trim = page.trim ?? page.art;
    if (!trim) return;
    const shown = marks.filter((mark) => isDirect(mark) && isVisible(mark));
    const areas = shown.filter((mark) => mark.kind !== 'text').map(({ box }) => box);
    for (const mark of shown) {
      for (const side of [0, 1, 2, 3]) look(mark, side, trim, page, terms.bleed, areas, say);
    }
  },
};

/** White paper shows nothing; nor does an overprinted white. */
function isVisible(mark: Mark): boolean {
  if (mark.kind === 'image' && !mark.stencil) return true;
  if (mark.kind === 'shading') return true;
  const inks = paintedInks(mark);
  return inks.length === 0 || inks.some((each) => totalOf(each.inks) > 0.001) ? !isWhiteRgb(mark) : false;
}

function isWhiteRgb(mark: Mark): boolean {
  const colours = mark.kind === 'text' || mark.kind === 'path' ? [mark.fill, mark.stroke] : [];
  const given = colours.filter((colour) => colour !== undefined);
  return (
    given.length > 0 &&
    given.every(({ space, values }) => space.components === 3 && values.every((value) => value >= 0.999))
  );
}

/** How far a box reaches beyond the trim on one side (points); negative where it stays inside. */
function overhang(box: Box, trim: Box, side: number): number {
  return side < 2 ? (trim[side] as number) - (box[side] as number) : (box[side] as number) - (trim[side] as number);
}

function look(mark: Mark, side: number, trim: Box, page: Page, bleedMm: number, areas: readonly Box[], say: Say): void {
  const { box } = mark;
  const opposite = (side + 2) % 4;
  // Wholly outside of this side, or beside the page: printers' marks.
  if (overhang(box, trim, side) >= 0 && isOutside(box, trim, side)) return;
  if (isOutside(box, trim, (side + 1) % 4) || isOutside(box, trim, (side + 3) % 4) || isOutside(box, trim, opposite))
    return;
  const reach = overhang(box, trim, side);
  if (reach >= toPoints(bleedMm) - SLACK || reach < -toPoints(SAFE) + SLACK) return;
  const place = {
    page,
    box,
    via: describeWithin(mark.within),
    object: mark.kind === 'image' ? mark.object : mark.within.object,
  };
  const distance = Math.round(toMm(Math.abs(reach)) * 10) / 10;
  if (mark.kind === 'text') {
    if (reach < -toPoints(SAFE_ON_TAB) && liesOnTab(box, side, trim, areas)) return;
    say(tooNear, {
      ...place,
      what: reach > 0 ? `文字伸出了${SIDES[side]}边` : `文字离${SIDES[side]}边不到 ${SAFE} 毫米`,
    });
    return;
  }
  if (continued(box, side, trim, areas)) return;
  if (reach < -toPoints(TOUCHING)) {
    say(tooNear, { ...place, what: `${NAMES[mark.kind]}离${SIDES[side]}边只有 ${distance} 毫米` });
    return;
  }
  say(notInked, {
    ...place,
    what:
      reach > SLACK
        ? `${NAMES[mark.kind]}在${SIDES[side]}边只出血 ${distance} 毫米，要 ${bleedMm} 毫米`
        : `${NAMES[mark.kind]}在${SIDES[side]}边没有出血`,
  });
}

const NAMES = { path: '线条或色块', image: '图片', shading: '渐变' } as const;

function isOutside(box: Box, trim: Box, side: number): boolean {
  const far = (side + 2) % 4;
  return side < 2
    ? (box[far] as number) <= (trim[side] as number) + SLACK
    : (box[far] as number) >= (trim[side] as number) - SLACK;
}

/** True where something that goes over this side of the trim lies under the text. */
function liesOnTab(box: Box, side: number, trim: Box, areas: readonly Box[]): boolean {
  const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  return areas.some(
    (area) => area[0] <= x && area[2] >= x && area[1] <= y && area[3] >= y && overhang(area, trim, side) >= 0,
  );
}

/** A picture cut into tiles goes on in its neighbour, which begins where this one ends. */
function continued(box: Box, side: number, trim: Box, areas: readonly Box[]): boolean {
  const across = (side + 1) % 2;
  const edge = box[side] as number;
  const end = (trim[side] as number) + (side < 2 ? -3 : 3);
  return areas.some((other) => {
    if (other === box) return false;
    const begins = other[(side + 2) % 4] as number;
    const reaches = side < 2 ? (other[side] as number) <= end : (other[side] as number) >= end;
    const spans =
      (other[across] as number) <= (box[across] as number) + 1 &&
      (other[across + 2] as number) >= (box[across + 2] as number) - 1;
    return reaches && spans && Math.abs(begins - edge) < 1;
  });
}
