/** Pictures: enough pixels at their size on the page, and codecs a press can read (ISO 15930-1, 6.1.6). */
import { describeWithin, type ImageMark, inSoftMask } from '../content/mark.js';
import { fullFilterName, IMAGE_FILTERS } from '../file/filters.js';
import type { Check, Rule, Severity } from '../rule.js';

const resolution: Rule = {
  id: 'image-resolution',
  name: '图片分辨率',
  severity: 'error',
  needs: 'content',
  remedy: '换用原图，或把图排小；照片按成品尺寸要有 300 ppi，不能低于 225 ppi。不要用软件硬放大',
};
const bitmap: Rule = {
  id: 'bitmap-resolution',
  name: '黑白线条图分辨率',
  severity: 'error',
  needs: 'content',
  remedy: '黑白线条图按成品尺寸要有 800 ppi，不能低于 600 ppi；能用矢量图就用矢量图',
};
const codec: Rule = {
  id: 'image-codec',
  name: '图片压缩方式',
  severity: 'error',
  needs: 'content',
  remedy: '导出时图片改用 JPEG 或 ZIP 压缩',
};
const alternates: Rule = {
  id: 'image-alternates',
  name: '没有替换图和 OPI',
  severity: 'error',
  needs: 'content',
  remedy: '嵌入高分辨率原图，不要用 OPI 链接和替换图',
};

/** Pixels per inch: below the first a picture looks soft in print, below the second it is not at its best. */
const PHOTO = { least: 225, good: 300 };
const BITMAP = { least: 600, good: 800 };
/** Rounding of sizes must not make 300 into 299.6. */
const SLACK = 0.005;
/** Rows of a picture this small are a colour or a ramp, not a picture. */
const TINY = 4;

export const images: Check = {
  rules: [resolution, bitmap, codec, alternates],
  page({ page, marks }, { standard, terms }, say) {
    for (const mark of marks) {
      if (mark.kind !== 'image') continue;
      const place = {
        page,
        box: mark.box,
        object: mark.object ?? mark.within.object,
        via: describeWithin(mark.within),
      };
      const low = inSoftMask(mark) ? undefined : tooLow(mark, terms.leastPpi);
      if (low) say(mark.bits === 1 ? bitmap : resolution, { ...place, ...low });
      const filter = mark.filters.find((name) => isForbidden(name, standard));
      if (filter) say(codec, { ...place, what: `图片用 ${fullFilterName(filter)} 压缩` });
      if (mark.opi) say(alternates, { ...place, what: '图片是 OPI 链接' });
      if (mark.alternates) say(alternates, { ...place, what: '图片带替换图' });
    }
  },
};

function tooLow(
  { ppi, width, height, bits }: ImageMark,
  least?: number,
): { what: string; severity: Severity } | undefined {
  if (width <= TINY || height <= TINY) return undefined;
  const limits = bits === 1 ? BITMAP : { least: least ?? PHOTO.least, good: Math.max(least ?? 0, PHOTO.good) };
  const found = Math.min(...ppi);
  if (!(found < limits.good * (1 - SLACK))) return undefined;
  const severity = found < limits.least * (1 - SLACK) ? 'error' : 'warning';
  const asked = bits !== 1 && least !== undefined ? `，要求不低于 ${least} ppi` : '';
  return { what: `分辨率只有 ${Math.floor(found)} ppi（${width} × ${height} 像素）${asked}`, severity };
}

const KNOWN = new Set([
  'FlateDecode',
  'LZWDecode',
  'ASCIIHexDecode',
  'ASCII85Decode',
  'RunLengthDecode',
  ...IMAGE_FILTERS,
]);
/** Of PDF 1.4 and 1.5; LZW was left out of PDF/X-1a for its patent. */
const NOT_IN_X1A = new Set(['JPXDecode', 'JBIG2Decode', 'LZWDecode']);

function isForbidden(filter: string, standard: '4' | '1a'): boolean {
  return !KNOWN.has(filter) || (standard === '1a' && NOT_IN_X1A.has(filter));
}
