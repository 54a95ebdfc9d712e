/** Total ink: where the four plates together lay down more than the paper takes. */
import { bleedOf, toMm } from '../file/pages.js';
import type { Rule, Say } from '../rule.js';
import { boxOf, type PixelBox, type Plate, pixelsOf } from './plate.js';

export const totalInk: Rule = {
  id: 'plate-total-ink',
  name: '总墨量（印版）',
  severity: 'error',
  needs: 'plates',
  remedy: '用带总墨量限制的特性文件重新转换图片，或减少底色油墨；墨太厚会粘脏、不干',
};

/** Ink is averaged over squares of about this size (mm): dots of noise in a photo do no harm. */
const CELL = 1;
/** Rounding to 8 bits and JPEG noise (per cent). */
const SLACK = 2;

export function judgeTotalInk(plate: Plate, limit: number, say: Say): void {
  const { inks, width, page, scale } = plate;
  const [left, top, right, bottom] = page.rotate === 0 ? pixelsOf(plate, bleedOf(page)) : [0, 0, width, plate.height];
  const size = Math.max(1, Math.round((CELL / 25.4) * 72 * scale));
  const threshold = ((limit + SLACK) * 255) / 100;
  let cells = 0;
  let most = 0;
  let around: PixelBox | undefined;
  for (let y = top; y + size <= bottom; y += size) {
    for (let x = left; x + size <= right; x += size) {
      let sum = 0;
      for (let row = y; row < y + size; row++) {
        const from = (row * width + x) * 4;
        for (let i = from; i < from + size * 4; i++) sum += inks[i] as number;
      }
      const mean = sum / (size * size);
      if (mean <= threshold) continue;
      cells++;
      most = Math.max(most, mean);
      around = around
        ? [Math.min(around[0], x), Math.min(around[1], y), Math.max(around[2], x + size), Math.max(around[3], y + size)]
        : [x, y, x + size, y + size];
    }
  }
  if (!around) return;
  const area = Math.max(1, Math.round(cells * toMm(size / scale) ** 2));
  const percent = Math.round((most * 100) / 255);
  say(totalInk, {
    what: `墨量最高 ${percent}%，超过 ${limit}% 的有 ${area} 平方毫米`,
    page,
    box: boxOf(plate, around),
  });
}
