/** Desert and mountain: straw grids on dunes, a beacon tower, a reservoir in its gorge, the old open pit. */
import { canvas, clouds, land, mix, ridge, roll, roundTree, sky, sun } from './brush.mjs';

/** A dune: a crest that swings down to both sides, its lee side in shade. */
function dune(c, x, crest, half, foot, [lit, shade]) {
  c.path(
    `M${x - half},${foot} C${x - half * 0.5},${foot - (foot - crest) * 0.25} ${x - half * 0.2},${crest} ${x},${crest} C${x + half * 0.16},${crest + (foot - crest) * 0.35} ${x + half * 0.6},${foot - (foot - crest) * 0.18} ${x + half},${foot} Z`,
    lit,
  );
  c.path(
    `M${x},${crest} C${x + half * 0.16},${crest + (foot - crest) * 0.35} ${x + half * 0.6},${foot - (foot - crest) * 0.18} ${x + half},${foot} L${x + half * 0.1},${foot} C${x + half * 0.2},${crest + (foot - crest) * 0.66} ${x - half * 0.06},${crest + (foot - crest) * 0.4} ${x},${crest} Z`,
    shade,
  );
}

/** Someone at work: `stoop` 0 stands, 1 bends to the ground. */
function worker(c, x, foot, size, coat, stoop) {
  const hip = [x, foot - size * 0.46];
  const neck = [x + size * 0.34 * stoop, foot - size * (0.86 - 0.2 * stoop)];
  c.ellipse(x, foot, size * 0.34, size * 0.05, '#5d4526', 'opacity="0.35"');
  c.line([[x - size * 0.09, foot], hip, [x + size * 0.1, foot]], '#39414f', size * 0.13);
  c.line([hip, neck], coat, size * 0.24);
  c.line(
    [neck, [neck[0] + size * 0.2, neck[1] + size * 0.26], [neck[0] + size * 0.26, foot - size * 0.1]],
    mix(coat, '#20262e', 0.18),
    size * 0.09,
  );
  c.circle(neck[0] + size * 0.06, neck[1] - size * 0.15, size * 0.12, '#e3b58f');
  c.ellipse(neck[0] + size * 0.06, neck[1] - size * 0.21, size * 0.21, size * 0.07, '#e9d8a6');
}

/** Straw pressed into the sand in squares, a saxaul in each: the edge of the oasis. */
export function strawGrid(width, height) {
  const c = canvas(width, height, 211);
  const horizon = height * 0.42;
  sky(c, [
    [0, '#3f83bf'],
    [0.24, '#9fcbe6'],
    [0.42, '#f7ead2'],
  ]);
  clouds(
    c,
    [
      [520, 250, 760, 74],
      [1760, 190, 620, 60],
      [1240, 390, 520, 40],
    ],
    '#ffffff',
    0.85,
  );
  land(c, ridge(c, horizon - 30, 130, 0.5, 6), '#a9a6b0');
  land(
    c,
    roll(c, horizon + 4, 16),
    c.linear([
      [0, '#e9c98e'],
      [1, '#d9ae68'],
    ]),
  );
  for (const [x, crest, half, foot] of [
    [300, 0.33, 620, 0.47],
    [1150, 0.36, 520, 0.46],
    [2050, 0.31, 760, 0.5],
  ])
    dune(c, x, height * crest, half, height * foot, ['#ecc98a', '#c99a58']);
  land(
    c,
    roll(c, height * 0.5, 34),
    c.linear([
      [0, '#e6c07c'],
      [0.5, '#dcb069'],
      [1, '#c99450'],
    ]),
  );
  // The ground in perspective: a square grid, turned by 28°, seen from the height of a standing eye.
  const turn = (28 * Math.PI) / 180;
  const eye = height * 0.5;
  const at = (i, j) => {
    const u = i * Math.cos(turn) - j * Math.sin(turn);
    const z = 3.4 + i * Math.sin(turn) + j * Math.cos(turn);
    const swell = Math.sin(u * 0.35) * 26 + Math.cos(z * 0.3) * 18;
    return { x: width * 0.46 + (u / z) * width * 0.62, y: height * 0.44 + (eye * 3.9 - swell) / z / 1.9, s: 1 / z, z };
  };
  const cells = [];
  for (let i = -26; i <= 26; i += 1)
    for (let j = -18; j <= 26; j += 1) if (at(i, j).z > 1.5 && at(i, j).z < 21) cells.push([i, j]);
  cells.sort(([a, b], [p, q]) => at(p, q).z - at(a, b).z);
  for (const [i, j] of cells) {
    const here = at(i, j);
    if (here.x < -300 || here.x > width + 300 || here.y > height + 260) continue;
    for (const there of [at(i + 1, j), at(i, j + 1)]) {
      if (there.z < 1.2) continue;
      c.line(
        [
          [here.x, here.y + 16 * here.s],
          [there.x, there.y + 16 * there.s],
        ],
        '#a8793c',
        46 * here.s,
        'opacity="0.55"',
      );
      const tufts = Math.min(16, Math.round(60 * here.s) + 3);
      for (let k = 0; k < tufts; k += 1) {
        const t = (k + c.dice.next() * 0.6) / tufts;
        const s = here.s + (there.s - here.s) * t;
        const x = here.x + (there.x - here.x) * t;
        const y = here.y + (there.y - here.y) * t;
        const lean = c.dice.between(-50, 50) * s;
        c.line(
          [
            [x, y + 18 * s],
            [x + lean, y - c.dice.between(70, 130) * s],
          ],
          c.dice.pick(['#d8b35e', '#c59a45', '#e7cb80']),
          Math.max(1.2, 15 * s),
        );
      }
    }
    const middle = at(i + 0.5, j + 0.5);
    if (middle.z > 2 && (i * 7 + j * 3) % 4 !== 0) {
      const r = c.dice.between(70, 120) * middle.s;
      c.ellipse(middle.x, middle.y, r * 1.3, r * 0.3, '#9a7237', 'opacity="0.4"');
      for (const [dx, dy, k] of [
        [-0.5, -0.5, 0.62],
        [0.5, -0.55, 0.6],
        [0, -0.95, 0.7],
      ])
        c.circle(middle.x + dx * r, middle.y + dy * r, r * k, c.dice.pick(['#7d9a5d', '#6c8b51', '#8ba768']));
    }
  }
  worker(c, width * 0.22, height * 0.72, 270, '#c8503c', 0.9);
  worker(c, width * 0.6, height * 0.64, 190, '#2f6690', 0.2);
  worker(c, width * 0.69, height * 0.65, 190, '#d98a2b', 1);
  worker(c, width * 0.83, height * 0.84, 350, '#4c7a52', 0.8);
  return c.svg();
}

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

/** A gorge with its reservoir: red walls, still water, the dam and its tower. */
export function reservoir(width, height) {
  const c = canvas(width, height, 227);
  const shore = height * 0.55;
  sky(c, [
    [0, '#3d7db8'],
    [0.3, '#9cc8e4'],
    [0.55, '#eaf1ec'],
  ]);
  clouds(
    c,
    [
      [700, 150, 760, 66],
      [1560, 210, 900, 60],
      [2260, 120, 560, 52],
    ],
    '#ffffff',
    0.85,
  );
  land(c, ridge(c, shore - 150, 190, 0.5, 7), '#a5b2c4', shore);
  land(c, ridge(c, shore - 80, 150, 0.5, 7), '#b59f98', shore);
  const water = c.linear([
    [0, '#9dc6cf'],
    [0.3, '#4f9bb0'],
    [1, '#1d5a78'],
  ]);
  c.rect(0, shore, width, height - shore, water);
  // Both walls of the gorge, in beds that dip towards the water, and their image in it.
  for (const [side, reach, high, tones] of [
    [-1, 0.3, 0.14, ['#b9704f', '#a05a3f', '#c98761', '#8c4d37']],
    [1, 0.42, 0.07, ['#c58059', '#ab6747', '#d69a70', '#935640']],
  ]) {
    const beds = 9;
    for (let k = 0; k < beds; k += 1) {
      const t = k / beds;
      const top = height * high + (shore - height * high) * t;
      const x = side < 0 ? -20 : width + 20;
      const tip = side < 0 ? width * reach * (0.45 + 0.62 * t) : width - width * reach * (0.45 + 0.6 * t);
      const steps = Array.from({ length: 14 }, (_, n) => {
        const s = n / 13;
        return [x + (tip - x) * s, top + (shore - top) * s ** 2.2 + c.dice.between(-16, 16) * (1 - s)];
      });
      c.polygon([[x, shore + 6], ...steps, [tip, shore + 6]], tones[k % tones.length]);
      c.polygon(
        [[x, shore], ...steps.map(([px, py]) => [px, shore + (shore - py) * 0.62]), [tip, shore]],
        mix(tones[k % tones.length], '#2b6079', 0.4),
        'opacity="0.6"',
      );
      c.line(steps, '#6f3b2b', 3, 'opacity="0.4"');
    }
  }
  for (let k = 0; k < 70; k += 1) {
    const t = c.dice.next();
    c.ellipse(
      c.dice.between(width * 0.1, width * 0.9),
      shore + 14 + t ** 1.4 * (height - shore),
      70 + t * 240,
      1.6 + t * 3.4,
      k % 3 ? '#d7ecef' : '#ffffff',
      `opacity="${(0.28 - t * 0.14).toFixed(2)}"`,
    );
  }
  const dam = [
    [width * 0.37, shore + 8],
    [width * 0.385, shore - 70],
    [width * 0.62, shore - 70],
    [width * 0.635, shore + 8],
  ];
  c.polygon(dam, '#d6d2c6');
  c.polygon([dam[1], dam[2], [width * 0.62, shore - 54], [width * 0.385, shore - 54]], '#f2eee3');
  for (let k = 1; k < 9; k += 1)
    c.line(
      [
        [width * (0.385 + k * 0.0262), shore - 54],
        [width * (0.37 + k * 0.0295), shore + 8],
      ],
      '#aba695',
      4,
    );
  c.rect(width * 0.47, shore - 150, 58, 110, '#ece6d6');
  c.polygon(
    [
      [width * 0.466, shore - 150],
      [width * 0.47 + 68, shore - 150],
      [width * 0.47 + 29, shore - 192],
    ],
    '#b5543f',
  );
  for (const dx of [10, 34]) c.rect(width * 0.47 + dx, shore - 132, 14, 26, '#5d7f93');
  c.polygon(
    dam.map(([x, y]) => [x, shore + (shore - y) * 0.7 + 12]),
    '#bcd0cf',
    'opacity="0.5"',
  );
  c.ellipse(width * 0.73, shore + 12, width * 0.105, 15, '#a78a5c');
  for (let k = 0; k < 26; k += 1)
    roundTree(c, width * 0.64 + k * 17 + c.dice.between(-6, 6), shore + 10, c.dice.between(34, 58), [
      '#7d9b4f',
      '#57783c',
    ]);
  c.path(
    `M0,${height} V${height * 0.9} Q${width * 0.2},${height * 0.84} ${width * 0.42},${height * 0.95} T ${width},${height * 0.9} V${height} Z`,
    '#7c6a45',
  );
  for (let k = 0; k < 130; k += 1) {
    const x = (k / 130) * width + c.dice.between(-10, 10);
    const y = height * 0.96 + Math.sin(k / 11) * 18;
    const s = c.dice.between(60, 130);
    c.line(
      [
        [x, y + 40],
        [x + c.dice.between(-16, 16), y - s],
      ],
      c.dice.pick(['#8f8a48', '#6d7a3c', '#b39a55']),
      5,
    );
  }
  return c.svg();
}

/** The old open pit: benches that step down to a green pool, haul road and lorries. */
export function openPit(width, height) {
  const c = canvas(width, height, 229);
  sky(c, [
    [0, '#4a86bd'],
    [0.2, '#a9cfe6'],
    [0.32, '#f3ead9'],
  ]);
  clouds(
    c,
    [
      [560, 120, 700, 52],
      [1850, 90, 820, 56],
    ],
    '#ffffff',
    0.85,
  );
  const rim = height * 0.3;
  land(c, ridge(c, rim - 26, 130, 0.5, 7), '#9ba3b0');
  land(
    c,
    roll(c, rim, 12),
    c.linear([
      [0, '#c9b08a'],
      [1, '#9b7f5b'],
    ]),
  );
  for (let k = 0; k < 5; k += 1) {
    const x = width * 0.78 + k * 74;
    c.rect(x, rim - 74 - (k % 2) * 26, 54, 80 + (k % 2) * 26, k % 2 ? '#cfd4d8' : '#b7bec5');
  }
  c.rect(width * 0.76, rim - 190, 26, 196, '#d9d2c4');
  for (const dy of [0, 60, 120]) c.rect(width * 0.76, rim - 190 + dy, 26, 22, '#c2513d');
  const levels = 9;
  const faces = ['#a98a63', '#8f7a60', '#77746a', '#8a8f86', '#6c7a73', '#5d6e6a', '#6f7f74', '#55655f', '#4a5a57'];
  const step = height * 0.034;
  const [cx, cy] = [width * 0.48, height * 0.66];
  const rx = (k) => width * (0.47 - k * 0.041);
  const ry = (k) => height * 0.305 - k * step * 0.9;
  for (let k = 0; k < levels; k += 1) {
    const y = cy + k * step * 0.62;
    c.ellipse(cx, y, rx(k) + 16, ry(k) + 8, mix(faces[k], '#f3e3c3', 0.5));
    c.ellipse(
      cx,
      y + 5,
      rx(k),
      ry(k),
      c.linear(
        [
          [0, mix(faces[k], '#f7e2bb', 0.2)],
          [0.55, faces[k]],
          [1, mix(faces[k], '#232a2c', 0.35)],
        ],
        1,
        0.25,
      ),
    );
    // Blasted rock leaves upright streaks on the far wall.
    for (let n = 0; n < 90; n += 1) {
      const a = Math.PI * (1.06 + 0.88 * (n / 90)) + c.dice.between(-0.01, 0.01);
      const x = cx + Math.cos(a) * (rx(k) - 6);
      const from = y + 5 + Math.sin(a) * (ry(k) - 4);
      c.line(
        [
          [x, from + 4],
          [x + c.dice.between(-5, 5), from + step * c.dice.between(0.7, 1.3)],
        ],
        c.dice.pick([mix(faces[k], '#1f2526', 0.4), mix(faces[k], '#fff2d6', 0.3)]),
        3,
        'opacity="0.4"',
      );
    }
  }
  const pool = cy + levels * step * 0.62;
  c.ellipse(
    cx,
    pool,
    rx(levels) + 6,
    ry(levels) + 4,
    c.linear([
      [0, '#7fc4b4'],
      [1, '#2c7f80'],
    ]),
  );
  c.ellipse(cx - rx(levels) * 0.2, pool - ry(levels) * 0.25, rx(levels) * 0.5, 4, '#e3f6f0', 'opacity="0.6"');
  // The haul road winds from the rim to the pool.
  const road = Array.from({ length: 60 }, (_, n) => {
    const t = n / 59;
    const a = Math.PI * (1.92 - 1.9 * t);
    const k = t * (levels - 1.2);
    return [cx + Math.cos(a) * rx(k) * 0.985, cy + k * step * 0.62 + Math.sin(-a) * -ry(k) * 0.97];
  });
  c.line(road, '#e6d3ab', 15, 'opacity="0.9"');
  for (const [n, coat] of [
    [9, '#e0a52f'],
    [21, '#e0a52f'],
    [30, '#d7572f'],
    [40, '#e0a52f'],
  ]) {
    const [x, y] = road[n];
    c.ellipse(x, y + 4, 30, 7, '#2b2620', 'opacity="0.4"');
    c.polygon(
      [
        [x - 28, y - 8],
        [x - 34, y - 32],
        [x + 8, y - 28],
        [x + 8, y - 8],
      ],
      coat,
    );
    c.rect(x + 8, y - 28, 18, 20, mix(coat, '#ffffff', 0.25));
    c.circle(x - 16, y - 4, 9, '#25282c');
    c.circle(x + 14, y - 4, 9, '#25282c');
  }
  c.path(
    `M0,${height} V${height * 0.94} Q${width * 0.25},${height * 1.0} ${width * 0.5},${height * 0.985} T ${width},${height * 0.93} V${height} Z`,
    '#8b6d4a',
  );
  for (let k = 0; k < 30; k += 1) {
    const x = width * (0.02 + 0.033 * k);
    c.rect(x, height * 0.945 + Math.sin(k / 4) * 10, 9, 62, '#5a4632');
  }
  c.line(
    Array.from({ length: 31 }, (_, k) => [width * (0.02 + 0.033 * k), height * 0.955 + Math.sin(k / 4) * 10]),
    '#b5533d',
    7,
  );
  return c.svg();
}
