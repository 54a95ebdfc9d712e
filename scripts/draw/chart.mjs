/** The make-up of the economy: a ring of the three sectors and bars of the branches. */
import { canvas } from './brush.mjs';
import { lettering } from './lettering.mjs';

/** 亿元 and the published shares, 2021; the sum of the branches is the total. */
const TOTAL = 327.6;
const SECTORS = [
  ['第一产业', 8.36, '2.6%', '#7fae62'],
  ['第二产业', 254.18, '77.6%', '#2f6690'],
  ['第三产业', 65.06, '19.8%', '#e09f3e'],
];
const BRANCHES = [
  ['工业', 234.98],
  ['非营利性服务业', 20.47],
  ['建筑业', 19.32],
  ['营利性服务业', 15.51],
  ['批发和零售业', 10.06],
  ['农林牧渔业', 9.5],
  ['金融业', 8.68],
  ['房地产业', 5.61],
  ['交通仓储邮政', 1.99],
  ['住宿和餐饮业', 1.48],
];

export function industries(width, height) {
  const c = canvas(width, height, 149);
  const write = lettering(c);
  c.rect(0, 0, width, height, '#faf8f3');
  write('地区生产总值构成', 110, 150, 66, '#23344a', { bold: true });
  write('2021年　单位：亿元', 110, 222, 38, '#6b7785');
  c.rect(110, 256, width - 220, 3, '#c9c2b4');

  const [cx, cy, outer, inner] = [520, 770, 370, 220];
  let turn = -Math.PI / 2;
  for (const [, value, share, colour] of SECTORS) {
    const sweep = (value / TOTAL) * Math.PI * 2;
    const end = turn + sweep;
    const at = (a, r) => `${(cx + Math.cos(a) * r).toFixed(1)},${(cy + Math.sin(a) * r).toFixed(1)}`;
    const large = sweep > Math.PI ? 1 : 0;
    c.path(
      `M${at(turn, outer)} A${outer},${outer} 0 ${large} 1 ${at(end, outer)} L${at(end, inner)} A${inner},${inner} 0 ${large} 0 ${at(turn, inner)} Z`,
      colour,
      'stroke="#faf8f3" stroke-width="8"',
    );
    turn = end;
    if (value > 30) {
      const a = turn - sweep / 2;
      write(share, cx + Math.cos(a) * 295, cy + Math.sin(a) * 295 + 16, 46, '#ffffff', {
        bold: true,
        anchor: 'middle',
      });
    }
  }
  write('327.6', cx, cy + 16, 110, '#23344a', { bold: true, anchor: 'middle' });
  write('比上年增长8.1%', cx, cy + 84, 40, '#6b7785', { anchor: 'middle' });
  SECTORS.forEach(([name, value, share, colour], i) => {
    const x = 130 + i * 286;
    c.rect(x, 1234, 34, 34, colour);
    write(name, x + 48, 1264, 36, '#23344a');
    write(`${value.toFixed(2)}　${share}`, x + 48, 1316, 34, '#6b7785');
  });

  const left = 1330;
  const scale = (width - left - 260) / BRANCHES[0][1];
  BRANCHES.forEach(([name, value], i) => {
    const y = 330 + i * 98;
    write(name, left - 24, y + 46, 36, '#23344a', { anchor: 'end' });
    const colour = name === '农林牧渔业' ? '#7fae62' : name === '工业' || name === '建筑业' ? '#2f6690' : '#e09f3e';
    c.rect(left, y + 4, Math.max(5, value * scale), 58, colour);
    write(value.toFixed(2), left + value * scale + 20, y + 47, 36, '#23344a', { bold: true });
  });
  c.rect(left - 3, 312, 3, 990, '#9aa3ad');
  return c.svg();
}
