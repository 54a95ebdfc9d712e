/** Page boxes: the trim exact and alike on all pages, the bleed wide enough, each box inside the next (14.11.2). */
import type { Box } from '../../press/pdf/pages.js';
import { bleedOf, type Page, toMm, trimOf } from '../file/pages.js';
import type { Book, Check, Rule, Say } from '../rule.js';
import { knownSize, SIZE_TOLERANCE } from '../sizes.js';

const trimMissing: Rule = {
  id: 'trim-box-missing',
  name: '成品框',
  severity: 'error',
  needs: 'pages',
  remedy: '导出时写出成品框（TrimBox）',
};
const trimSize: Rule = {
  id: 'trim-size',
  name: '成品尺寸',
  severity: 'error',
  needs: 'trim',
  remedy: '按开本重新设页面尺寸，允差 ±0.05 毫米；如果就要这个尺寸，请加 --trim 宽x高',
};
const trimDiffers: Rule = {
  id: 'trim-differs',
  name: '各页尺寸一致',
  severity: 'error',
  needs: 'trim',
  remedy: '同一本书各页的成品尺寸要一样；插页另存一个文件',
};
const bleedBox: Rule = {
  id: 'bleed-box',
  name: '出血框',
  severity: 'error',
  needs: 'pages',
  remedy: '导出时加上出血（一般四边各 3 毫米），并写出出血框（BleedBox）',
};
const nesting: Rule = {
  id: 'box-nesting',
  name: '页面框嵌套',
  severity: 'error',
  needs: 'pages',
  remedy: '成品框要在出血框里，出血框要在页面框里；请重新导出',
};
const rotated: Rule = {
  id: 'page-rotated',
  name: '页面方向和单位',
  severity: 'warning',
  needs: 'pages',
  remedy: '导出时不要旋转页面，也不要改用户单位（UserUnit）',
};

/** Points; files round to thousandths. */
const SLACK = 0.05;

export const boxes: Check = {
  rules: [trimMissing, trimSize, trimDiffers, bleedBox, nesting, rotated],
  document(book, say) {
    for (const page of book.pages) {
      checkNesting(page, say);
      checkBleed(page, book, say);
      if (page.trim === undefined && page.art === undefined) say(trimMissing, { what: '没有成品框（TrimBox）', page });
      if (page.rotate !== 0) say(rotated, { what: `页面转了 ${page.rotate}°`, page });
      if (page.userUnit !== 1) say(rotated, { what: `用户单位是 ${page.userUnit}`, page, severity: 'error' });
    }
    checkTrims(book, say);
  },
};

function sizeOf(page: Page): { width: number; height: number } {
  const [left, bottom, right, top] = trimOf(page);
  const across = page.rotate % 180 === 90;
  const [width, height] = [toMm(right - left) * page.userUnit, toMm(top - bottom) * page.userUnit];
  return across ? { width: height, height: width } : { width, height };
}

/** The size most pages have is the book's; those that differ are named. */
function checkTrims({ pages, terms }: Book, say: Say): void {
  const trimmed = pages.filter((page) => page.trim ?? page.art);
  const counts = new Map<string, number>();
  const keyOf = (page: Page): string => {
    const { width, height } = sizeOf(page);
    return `${Math.round(width * 10)} ${Math.round(height * 10)}`;
  };
  for (const page of trimmed) counts.set(keyOf(page), (counts.get(keyOf(page)) ?? 0) + 1);
  const usual = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
  const model = trimmed.find((page) => keyOf(page) === usual);
  if (!model) return;
  const common = sizeOf(model);
  for (const page of trimmed) {
    const size = sizeOf(page);
    if (!isSame(size, common)) {
      say(trimDiffers, { what: `成品尺寸 ${millimetres(size)}，别的页是 ${millimetres(common)}`, page });
    }
  }
  const wrong = trimmed.filter((page) => isSame(sizeOf(page), common));
  const fault = faultOf(common, terms.trim);
  if (fault) for (const page of wrong) say(trimSize, { what: fault, page });
}

function faultOf(size: { width: number; height: number }, wanted: Book['terms']['trim']): string | undefined {
  if (wanted) return isSame(size, wanted) ? undefined : `成品尺寸 ${millimetres(size)}，应是 ${millimetres(wanted)}`;
  if (knownSize(size.width, size.height)) return undefined;
  const near = knownSize(size.width, size.height, 3);
  return near
    ? `成品尺寸 ${millimetres(size)}，与${near.name}（${millimetres(near)}）不符`
    : `成品尺寸 ${millimetres(size)} 不是常用的开本`;
}

function isSame(a: { width: number; height: number }, b: { width: number; height: number }): boolean {
  return Math.abs(a.width - b.width) <= SIZE_TOLERANCE && Math.abs(a.height - b.height) <= SIZE_TOLERANCE;
}

/** `210 × 285 毫米`, with hundredths only where they are needed. */
export function millimetres({ width, height }: { width: number; height: number }): string {
  const number = (value: number): string => String(Math.round(value * 100) / 100);
  return `${number(width)} × ${number(height)} 毫米`;
}

function checkNesting(page: Page, say: Say): void {
  const { media, crop, bleed, trim, art } = page;
  if (!media || !(media[2] > media[0] && media[3] > media[1])) {
    say(nesting, { what: '页面没有尺寸（MediaBox）', page });
    return;
  }
  if (trim && art) say(nesting, { what: '既有成品框（TrimBox）又有作品框（ArtBox），只许有一个', page });
  const inner = trim ?? art;
  if (inner && !contains(bleedOf(page), inner)) say(nesting, { what: '成品框超出了出血框', page, box: inner });
  if (bleed && !contains(media, bleed)) say(nesting, { what: '出血框超出了页面框（MediaBox）', page, box: bleed });
  if (crop && !contains(media, crop))
    say(nesting, { what: '裁剪框（CropBox）超出了页面框（MediaBox）', page, box: crop });
  if (bleed && crop && !contains(crop, bleed)) {
    say(nesting, { what: '裁剪框（CropBox）切掉了出血', page, box: crop, severity: 'warning' });
  }
}

function checkBleed(page: Page, { terms }: Book, say: Say): void {
  const inner = page.trim ?? page.art;
  if (!page.bleed) {
    say(bleedBox, { what: '没有出血框（BleedBox）', page });
    return;
  }
  if (!inner) return;
  const { bleed } = page;
  const margins = [inner[0] - bleed[0], inner[1] - bleed[1], bleed[2] - inner[2], bleed[3] - inner[3]].map(
    (points) => Math.round(toMm(points) * page.userUnit * 100) / 100,
  );
  const least = Math.min(...margins);
  if (least < terms.bleed - SIZE_TOLERANCE) {
    const sides = ['左', '下', '右', '上'].filter((_, i) => (margins[i] as number) < terms.bleed - SIZE_TOLERANCE);
    say(bleedBox, {
      what: `${sides.length === 4 ? '四边' : `${sides.join('、')}边`}出血只有 ${least} 毫米，要 ${terms.bleed} 毫米`,
      page,
    });
  }
}

function contains(outer: Box, inner: Box): boolean {
  return (
    inner[0] >= outer[0] - SLACK &&
    inner[1] >= outer[1] - SLACK &&
    inner[2] <= outer[2] + SLACK &&
    inner[3] <= outer[3] + SLACK
  );
}
