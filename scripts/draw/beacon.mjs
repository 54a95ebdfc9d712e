/** What is left of the frontier: a tower of rammed earth. */
import { canvas, clouds, land, mix, ridge, roll, sky, sun } from './brush.mjs';

/** A beacon tower of rammed earth before sunrise. */
export function beacon(width, height) {
  const c = canvas(width, height, 223);
  sky(c, [
    [0, '#2b4a78'],
    [0.3, '#6b86ac'],
    [0.52, '#e3ac93'],
    [0.66, '#ffd9a2'],
    [1, '#ffe8c2'],
  ]);
  sun(c, width * 0.2, height * 0.655, 70, '#fff4d8', '#ffcf86', 9);
  clouds(
    c,
    [
      [420, 640, 900, 50],
      [1500, 520, 760, 44],
      [1180, 900, 1000, 40],
    ],
    '#f2b7a0',
    0.6,
  );
  const horizon = height * 0.72;
  land(c, ridge(c, horizon - 120, 300, 0.52, 7), '#a58796');
  land(c, ridge(c, horizon - 50, 190, 0.5, 7), '#836a7c');
  land(
    c,
    roll(c, horizon, 22),
    c.linear([
      [0, '#c39263'],
      [0.4, '#9b6c47'],
      [1, '#5b3f30'],
    ]),
  );
  const [left, right, top, foot] = [width * 0.33, width * 0.8, height * 0.27, height * 0.83];
  const rows = 26;
  const edge = (t, side) =>
    side < 0
      ? left + (width * 0.46 - left) * t ** 1.1 + Math.sin(t * 31) * 9 + c.dice.between(-7, 7)
      : right - (right - width * 0.69) * t ** 1.1 + Math.sin(t * 23) * 10 + c.dice.between(-8, 8);
  const corner = (t) => width * 0.655 - (width * 0.655 - width * 0.615) * t;
  c.path(
    `M${left - 60},${foot + 14} Q${width * 0.56},${foot + 74} ${width * 1.02},${foot + 44} L${right},${foot - 10} Z`,
    '#3f2b26',
    'opacity="0.5"',
  );
  for (let k = 0; k < rows; k += 1) {
    const [a, b] = [k / rows, (k + 1) / rows];
    const y = (t) => foot + (top - foot) * t;
    const tone = c.dice.between(-0.06, 0.06) + (k % 2 ? 0.05 : 0);
    const l = edge(a, -1);
    const r = edge(a, 1);
    c.polygon(
      [
        [l, y(a)],
        [corner(a), y(a) + 14],
        [corner(b), y(b) + 12],
        [edge(b, -1), y(b)],
      ],
      mix('#dba86d', '#8d6238', 0.25 + tone),
    );
    c.polygon(
      [
        [corner(a), y(a) + 14],
        [r, y(a) - 6],
        [edge(b, 1), y(b) - 6],
        [corner(b), y(b) + 12],
      ],
      mix('#8a5f44', '#4d3530', 0.3 + tone),
    );
    c.line(
      [
        [l + 8, y(a)],
        [corner(a), y(a) + 14],
        [r - 8, y(a) - 6],
      ],
      '#5d3f2c',
      3.4,
      'opacity="0.45"',
    );
    for (let n = 0; n < 6; n += 1) {
      const x = c.dice.between(l + 20, corner(a) - 20);
      c.ellipse(
        x,
        y(a) - c.dice.between(4, 44),
        c.dice.between(5, 16),
        c.dice.between(3, 8),
        '#7d5634',
        'opacity="0.45"',
      );
    }
  }
  // The parapet is worn down to stumps; two gullies run down the lit face.
  for (const [x, w, h] of [
    [0.462, 0.05, 62],
    [0.55, 0.04, 40],
    [0.6, 0.05, 74],
    [0.655, 0.03, 36],
  ])
    c.polygon(
      [
        [width * x, top + 16],
        [width * (x + 0.006), top - h],
        [width * (x + w - 0.008), top - h * 0.82],
        [width * (x + w), top + 16],
      ],
      x < 0.61 ? '#c5925b' : '#6f4b39',
    );
  for (const [x, from, to] of [
    [0.52, 0.95, 0.5],
    [0.47, 0.72, 0.22],
  ]) {
    const points = Array.from({ length: 17 }, (_, k) => {
      const t = from + ((to - from) * k) / 16;
      return [width * x + Math.sin(k * 1.7) * 9 + Math.sin(k * 0.6) * 14 - (0.95 - t) * 40, foot + (top - foot) * t];
    });
    c.line(points, '#7d5636', 13, 'opacity="0.5"');
    c.line(points.slice(2), '#4a3122', 5, 'opacity="0.6"');
  }
  for (let n = 0; n < 90; n += 1) {
    const t = c.dice.next();
    const x = c.dice.between(left - 120, right + 140);
    c.ellipse(x, foot + t * 70, 8 + t * 26, 5 + t * 12, c.dice.pick(['#7a5439', '#a3744c', '#5e4031']));
  }
  for (let n = 0; n < 60; n += 1) {
    const y = c.dice.between(height * 0.86, height - 10);
    const x = c.dice.between(0, width);
    const s = ((y - horizon) / (height - horizon)) * 70;
    for (let k = -4; k <= 4; k += 1)
      c.line(
        [
          [x, y],
          [x + k * s * 0.24, y - s * (1 - Math.abs(k) * 0.13)],
        ],
        k % 2 ? '#3c2c28' : '#6e5a3a',
        s * 0.06,
      );
  }
  const rail = height * 0.905;
  for (let k = -1; k < 12; k += 1) {
    const x = (k + 0.5) * (width / 11);
    c.rect(x - 11, rail - 96, 22, 150, '#4d382c');
    c.rect(x - 11, rail - 96, 8, 150, '#8a6a4c');
  }
  for (const dy of [-70, -8])
    c.line(
      [
        [0, rail + dy],
        [width, rail + dy + 10],
      ],
      '#6c5140',
      16,
    );
  for (const [x, y, s] of [
    [420, 420, 1],
    [520, 380, 0.8],
    [600, 440, 0.9],
    [330, 470, 0.75],
    [700, 400, 0.7],
  ])
    c.path(
      `M${x - 40 * s},${y - 12 * s} q${22 * s},${-18 * s} ${40 * s},${8 * s} q${18 * s},${-26 * s} ${40 * s},${-8 * s}`,
      'none',
      `stroke="#33415c" stroke-width="${6 * s}" stroke-linecap="round"`,
    );
  return c.svg();
}
