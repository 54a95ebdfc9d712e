/** Charts of nature: the climate of the year, month by month, and where the water went. */
import { canvas } from './brush.mjs';
import { lettering } from './lettering.mjs';

const [PAPER, TEXT, GREY, RULE] = ['#faf8f3', '#23344a', '#6b7785', '#c9c2b4'];

/** °C (mean, highest, lowest) and mm of each month of 2021, as in the table of 区情概览. */
const MONTHS = [
  [-7.6, 9.8, -22.6, 1.2],
  [-2.1, 15.6, -17.3, 1.8],
  [4.8, 22.4, -9.7, 3.6],
  [10.7, 28.1, -3.2, 8.9],
  [16.9, 32.5, 3.8, 11.4],
  [22.3, 35.8, 9.6, 14.7],
  [25.2, 37.1, 13.4, 32.6],
  [23.9, 37.4, 11.2, 35.8],
  [17.4, 31.9, 4.6, 27.3],
  [9.8, 25.7, -5.8, 10.4],
  [3.0, 18.3, -11.9, 3.2],
  [-1.9, 11.5, -16.4, 1.6],
];

/** A band from the lowest to the highest temperature, the mean as a line, the rain as columns. */
export function climate(width, height) {
  const c = canvas(width, height, 151);
  const write = lettering(c);
  c.rect(0, 0, width, height, PAPER);
  write('逐月气温和降水', 110, 150, 66, TEXT, { bold: true });
  write('2021年　气温：℃　降水量：毫米', 110, 222, 38, GREY);
  c.rect(110, 256, width - 220, 3, RULE);
  const [left, right, top, foot] = [230, width - 230, 340, height - 190];
  const x = (i) => left + ((right - left) * (i + 0.5)) / 12;
  const degree = (t) => foot - ((t + 30) / 70) * (foot - top);
  const rain = (mm) => foot - (mm / 70) * (foot - top);
  for (let t = -30; t <= 40; t += 10) {
    c.rect(left, degree(t) - 1, right - left, t === 0 ? 4 : 2, t === 0 ? '#9aa3ad' : '#e3ddd0');
    write(String(t), left - 26, degree(t) + 14, 38, '#c2452f', { anchor: 'end' });
    write(String(t + 30), right + 26, degree(t) + 14, 38, '#2f6690');
  }
  MONTHS.forEach(([, , , mm], i) => {
    c.rect(x(i) - 38, rain(mm), 76, foot - rain(mm), '#7fb0cf');
    write(mm.toFixed(1), x(i), rain(mm) - 16, 32, '#2f6690', { anchor: 'middle' });
  });
  c.polygon(
    [
      ...MONTHS.map(([, highest], i) => [x(i), degree(highest)]),
      ...MONTHS.map(([, , lowest], i) => [x(i), degree(lowest)]).reverse(),
    ],
    '#e8a07c',
    'opacity="0.28"',
  );
  const mean = MONTHS.map(([t], i) => [x(i), degree(t)]);
  c.line(mean, '#c2452f', 10);
  for (const [px, py] of mean) c.circle(px, py, 15, PAPER, 'stroke="#c2452f" stroke-width="8"');
  MONTHS.forEach((_, i) => {
    write(`${i + 1}月`, x(i), foot + 62, 40, TEXT, { anchor: 'middle' });
  });
  const y = height - 60;
  c.rect(left, y - 34, 60, 34, '#f0c4ae');
  write('最低至最高气温', left + 76, y - 3, 38, TEXT);
  c.rect(left + 480, y - 22, 60, 10, '#c2452f');
  write('平均气温（全年10.2）', left + 556, y - 3, 38, TEXT);
  c.rect(left + 1080, y - 34, 60, 34, '#7fb0cf');
  write('降水量（全年152.5）', left + 1156, y - 3, 38, TEXT);
  return c.svg();
}

/** 亿立方米 and the shares of the year's water, as in the table of 水利. */
const USES = [
  ['农业', 1.5327, '54.1%', '#7fae62'],
  ['工业', 0.406, '14.3%', '#2f6690'],
  ['居民生活', 0.2131, '7.5%', '#e09f3e'],
  ['生态环境', 0.6837, '24.1%', '#5aa7a0'],
];

/** One long bar, and its parts below it with their names and amounts. */
export function waterUse(width, height) {
  const c = canvas(width, height, 157);
  const write = lettering(c);
  c.rect(0, 0, width, height, PAPER);
  write('用水去向', 110, 150, 66, TEXT, { bold: true });
  write('2021年　单位：亿立方米', 110, 222, 38, GREY);
  write('2.8355', width - 110, 168, 110, TEXT, { bold: true, anchor: 'end' });
  c.rect(110, 256, width - 220, 3, RULE);
  const total = USES.reduce((sum, [, amount]) => sum + amount, 0);
  let left = 110;
  USES.forEach(([name, amount, share, colour], i) => {
    const w = ((width - 220) * amount) / total;
    c.rect(left, 330, w - 6, 190, colour);
    write(share, left + w / 2, 448, w > 200 ? 64 : 44, '#ffffff', { bold: true, anchor: 'middle' });
    left += w;
    const column = 110 + i * ((width - 220) / 4);
    c.rect(column, 600, 44, 44, colour);
    write(name, column + 64, 638, 46, TEXT, { bold: true });
    write(amount.toFixed(4), column + 64, 704, 44, GREY);
  });
  return c.svg();
}
