/** Streets, schools, villages. */
import { canvas, clouds, land, mix, poplar, ridge, roll, roundTree, sky, snowRange } from './brush.mjs';

/** A front of windows: `columns` × `rows` on a box. */
function windows(c, x, y, w, h, columns, rows, glass, frame) {
  const cw = w / columns;
  const rh = h / rows;
  for (let r = 0; r < rows; r += 1) {
    for (let k = 0; k < columns; k += 1) {
      const wx = x + cw * (k + 0.2);
      const wy = y + rh * (r + 0.22);
      c.rect(wx, wy, cw * 0.6, rh * 0.56, typeof glass === 'function' ? glass(k, r) : glass);
      c.rect(wx, wy + rh * 0.56, cw * 0.6, rh * 0.06, frame);
      c.rect(wx + cw * 0.28, wy, cw * 0.035, rh * 0.56, frame);
    }
  }
}

/** A street of the town: shops, plane trees, a bus, crossing walkers. */
export function street(width, height) {
  const c = canvas(width, height, 83);
  sky(c, [
    [0, '#4f97d3'],
    [0.4, '#b5dcf2'],
    [0.62, '#fdf2e4'],
  ]);
  clouds(
    c,
    [
      [500, 210, 620, 100],
      [1560, 150, 720, 100],
      [2140, 330, 480, 70],
    ],
    '#ffffff',
    0.85,
  );
  const ground = height * 0.68;
  const towers = [
    [0, 210, 640, '#d8c8b5'],
    [220, 300, 470, '#c7d3da'],
    [540, 190, 720, '#e6d6c2'],
    [740, 330, 520, '#d2bfae'],
    [1090, 240, 830, '#cfdde4'],
    [1340, 290, 560, '#e8d9c8'],
    [1650, 200, 740, '#cbbba9'],
    [1870, 300, 500, '#d9e2e4'],
    [2180, 230, 660, '#e3d1bd'],
  ];
  for (const [x, w, h, tone] of towers) {
    c.rect(
      x,
      ground - h,
      w,
      h,
      c.linear([
        [0, mix(tone, '#a9cbe2', 0.35)],
        [1, tone],
      ]),
    );
    c.rect(x + w * 0.82, ground - h, w * 0.18, h, mix(tone, '#6b7f92', 0.28));
    c.rect(x - 6, ground - h - 14, w + 12, 16, mix(tone, '#7b6f66', 0.3));
    windows(
      c,
      x + 10,
      ground - h + 24,
      w * 0.8,
      h - 190,
      Math.max(3, Math.round(w / 56)),
      Math.max(3, Math.round((h - 190) / 74)),
      (k, r) => ((k * 7 + r * 5) % 4 ? '#7ea5bd' : '#a9cbdc'),
      '#f4efe7',
    );
  }
  const signs = ['#c8553d', '#2f6690', '#588157', '#e09f3e', '#7b4b94', '#3a7d7c', '#b5493c', '#33658a'];
  for (let i = 0; i < 8; i += 1) {
    const x = i * 302 - 6;
    c.rect(x, ground - 178, 294, 178, i % 2 ? '#efe3d2' : '#f6ecdd');
    c.rect(x, ground - 190, 294, 50, signs[i]);
    for (let k = 0; k < 4; k += 1) c.rect(x + 62 + k * 46, ground - 178, 30, 26, '#fff6e6', 'opacity="0.9" rx="4"');
    c.rect(x + 20, ground - 120, 108, 96, '#8fb7c9');
    c.polygon(
      [
        [x + 20, ground - 24],
        [x + 70, ground - 120],
        [x + 96, ground - 120],
        [x + 46, ground - 24],
      ],
      '#c5dfe8',
      'opacity="0.7"',
    );
    c.rect(x + 156, ground - 124, 62, 124, '#5d7f8f');
    c.rect(x + 232, ground - 120, 46, 96, '#9fc3d2');
    const stripes = Array.from({ length: 7 }, (_, k) => k);
    for (const k of stripes)
      c.polygon(
        [
          [x + k * 42, ground - 140],
          [x + (k + 1) * 42, ground - 140],
          [x + (k + 1) * 42 - 2, ground - 106],
          [x + k * 42 - 2, ground - 106],
        ],
        k % 2 ? '#fffaf0' : signs[i],
      );
  }
  c.rect(0, ground, width, 96, '#d6c9b8');
  for (let x = 0; x < width; x += 64)
    c.polygon(
      [
        [x, ground],
        [x + 3, ground],
        [x - 38, ground + 96],
        [x - 42, ground + 96],
      ],
      '#bfb19e',
    );
  c.rect(0, ground + 90, width, 16, '#efe9dd');
  c.rect(
    0,
    ground + 104,
    width,
    height - ground - 104,
    c.linear([
      [0, '#6f7580'],
      [1, '#565b66'],
    ]),
  );
  for (let x = -60; x < width; x += 220)
    c.polygon(
      [
        [x, ground + 262],
        [x + 118, ground + 262],
        [x + 110, ground + 274],
        [x - 10, ground + 274],
      ],
      '#f0d689',
    );
  for (let k = 0; k < 8; k += 1)
    c.polygon(
      [
        [1500 + k * 66, ground + 116],
        [1540 + k * 66, ground + 116],
        [1590 + k * 82, height],
        [1526 + k * 82, height],
      ],
      '#f4f1ea',
      'opacity="0.92"',
    );
  for (const x of [130, 560, 985, 1420, 1985, 2330]) {
    c.ellipse(x + 16, ground + 74, 120, 16, '#000000', 'opacity="0.14"');
    roundTree(c, x, ground + 74, 300, ['#86b85a', '#5a8f45']);
    c.rect(x - 50, ground + 62, 100, 20, '#8c6f58');
  }
  for (const x of [350, 1210, 2180]) {
    c.rect(x - 5, ground - 270, 10, 350, '#5a6672');
    c.line(
      [
        [x, ground - 266],
        [x + 74, ground - 286],
      ],
      '#5a6672',
      8,
    );
    c.ellipse(x + 84, ground - 286, 26, 9, '#fff3c9');
  }
  bus(c, 360, ground + 286, 1.15);
  car(c, 1090, ground + 240, '#c8553d');
  car(c, 2120, ground + 236, '#e9edf0');
  for (const [x, y, s, coat, legs] of [
    [1640, 366, 1.25, '#e76f51', '#264653'],
    [1730, 350, 0.9, '#ffd166', '#5d4a66'],
    [1890, 400, 1.3, '#2a9d8f', '#3b3a4a'],
    [850, 60, 0.95, '#9d4edd', '#333a4a'],
    [1330, 66, 0.95, '#f4a261', '#444a5c'],
    [1120, 62, 0.9, '#457b9d', '#2d3142'],
  ]) {
    walker(c, x, ground + y, s * 1.1, coat, legs);
  }
  bicycle(c, 1980, ground + 120);
  return c.svg();
}

function bus(c, x, foot, s) {
  c.ellipse(x, foot + 4, 340 * s, 16 * s, '#000000', 'opacity="0.22"');
  c.path(
    `M${x - 320 * s},${foot - 24 * s} v${-170 * s} q0,${-34 * s} ${34 * s},${-34 * s} h${560 * s} q${44 * s},0 ${46 * s},${50 * s} v${154 * s} Z`,
    '#2f8f6b',
  );
  c.rect(x - 320 * s, foot - 70 * s, 640 * s, 22 * s, '#f6f3ea');
  for (let k = 0; k < 7; k += 1)
    c.rect(x - 296 * s + k * 82 * s, foot - 196 * s, 70 * s, 84 * s, k === 4 ? '#5d8f9d' : '#bfe0ea', `rx="${8 * s}"`);
  c.rect(x + 32 * s, foot - 196 * s, 70 * s, 166 * s, '#4d7f8d');
  c.rect(x + 282 * s, foot - 190 * s, 38 * s, 90 * s, '#d6eef4');
  for (const dx of [-200, 200]) {
    c.circle(x + dx * s, foot - 18 * s, 40 * s, '#2b2f36');
    c.circle(x + dx * s, foot - 18 * s, 18 * s, '#b9c1c9');
  }
  c.rect(x + 300 * s, foot - 62 * s, 20 * s, 18 * s, '#ffe9a8');
}

function car(c, x, foot, paint) {
  c.ellipse(x, foot + 2, 150, 12, '#000000', 'opacity="0.22"');
  c.path(`M${x - 146},${foot - 16} q-6,-46 34,-52 q44,-52 100,-52 q58,0 96,50 q62,4 62,34 v22 Z`, paint);
  c.path(`M${x - 92},${foot - 70} q36,-38 74,-38 v38 Z M${x - 6},${foot - 108} q40,0 70,38 h-70 Z`, '#cfe6ee');
  for (const dx of [-86, 86]) {
    c.circle(x + dx, foot - 14, 26, '#2b2f36');
    c.circle(x + dx, foot - 14, 11, '#c4cbd1');
  }
  c.rect(x + 128, foot - 52, 16, 12, '#ffeab0');
}

function walker(c, x, foot, s, coat, legs) {
  c.ellipse(x, foot + 2, 30 * s, 5 * s, '#000000', 'opacity="0.2"');
  c.line(
    [
      [x - 4 * s, foot - 62 * s],
      [x - 18 * s, foot],
    ],
    legs,
    13 * s,
  );
  c.line(
    [
      [x + 4 * s, foot - 62 * s],
      [x + 16 * s, foot],
    ],
    legs,
    13 * s,
  );
  c.path(
    `M${x - 22 * s},${foot - 56 * s} l${4 * s},${-60 * s} q${18 * s},${-14 * s} ${36 * s},0 l${4 * s},${60 * s} Z`,
    coat,
  );
  c.line(
    [
      [x - 18 * s, foot - 112 * s],
      [x - 30 * s, foot - 70 * s],
    ],
    mix(coat, '#000000', 0.15),
    11 * s,
  );
  c.line(
    [
      [x + 18 * s, foot - 112 * s],
      [x + 28 * s, foot - 72 * s],
    ],
    mix(coat, '#000000', 0.15),
    11 * s,
  );
  c.circle(x, foot - 142 * s, 17 * s, '#e5b48f');
  c.path(
    `M${x - 18 * s},${foot - 142 * s} a${18 * s},${18 * s} 0 0 1 ${36 * s},0 q${-18 * s},${-12 * s} ${-36 * s},0 Z`,
    '#2d2523',
  );
}

function bicycle(c, x, foot) {
  for (const dx of [-44, 44]) c.circle(x + dx, foot - 34, 32, 'none', 'stroke="#333a44" stroke-width="5"');
  c.line(
    [
      [x - 44, foot - 34],
      [x - 10, foot - 78],
      [x + 30, foot - 78],
      [x + 44, foot - 34],
    ],
    '#c8553d',
    6,
  );
  c.line(
    [
      [x - 10, foot - 78],
      [x, foot - 34],
      [x + 30, foot - 78],
    ],
    '#c8553d',
    6,
  );
  c.line(
    [
      [x - 22, foot - 90],
      [x, foot - 90],
    ],
    '#333a44',
    8,
  );
  c.line(
    [
      [x + 30, foot - 78],
      [x + 26, foot - 100],
      [x + 46, foot - 104],
    ],
    '#333a44',
    6,
  );
}

/** A new school: three wings, a flag, the track in front. */
export function school(width, height) {
  const c = canvas(width, height, 97);
  sky(c, [
    [0, '#3f8fd0'],
    [0.42, '#a6d5f0'],
    [0.6, '#eef7f8'],
  ]);
  clouds(
    c,
    [
      [640, 250, 820, 130],
      [1900, 200, 700, 100],
      [1380, 380, 460, 60],
    ],
    '#ffffff',
    0.9,
  );
  const ground = height * 0.64;
  land(c, ridge(c, ground - 120, 150, 0.5, 6), '#b3c6d6', ground + 10);
  land(c, ridge(c, ground - 60, 80, 0.5, 6), '#9db3bf', ground + 10);
  for (let i = 0; i < 40; i += 1)
    poplar(c, i * 62 + c.dice.between(-10, 10), ground + 6, c.dice.between(110, 190), ['#7fae62', '#5b8d4f']);
  const wing = (x, w, h, tone) => {
    c.rect(x, ground - h, w, h, tone);
    c.rect(x - 10, ground - h - 18, w + 20, 22, '#f8f4ec');
    c.rect(x, ground - 46, w, 46, '#8d5b4c');
  };
  wing(150, 700, 420, '#d77a5b');
  windows(c, 170, ground - 400, 660, 350, 9, 4, (k, r) => ((k + r) % 3 ? '#9fcbe0' : '#c8e5ef'), '#fbf7ef');
  wing(1550, 700, 420, '#d77a5b');
  windows(c, 1570, ground - 400, 660, 350, 9, 4, (k, r) => ((k * 2 + r) % 3 ? '#9fcbe0' : '#c8e5ef'), '#fbf7ef');
  wing(830, 740, 560, '#f3ead9');
  windows(c, 850, ground - 520, 200, 400, 3, 5, '#a9d2e4', '#d77a5b');
  windows(c, 1350, ground - 520, 200, 400, 3, 5, '#a9d2e4', '#d77a5b');
  c.rect(1068, ground - 520, 264, 420, '#86bcd6');
  for (let k = 0; k <= 4; k += 1) c.rect(1064 + k * 66, ground - 520, 8, 420, '#f8f4ec');
  for (let k = 0; k <= 6; k += 1) c.rect(1064, ground - 520 + k * 70, 272, 6, '#f8f4ec');
  c.polygon(
    [
      [1080, ground - 100],
      [1180, ground - 520],
      [1250, ground - 520],
      [1150, ground - 100],
    ],
    '#ffffff',
    'opacity="0.22"',
  );
  c.polygon(
    [
      [1030, ground - 112],
      [1370, ground - 112],
      [1400, ground - 88],
      [1000, ground - 88],
    ],
    '#c45e44',
  );
  for (const x of [1020, 1130, 1260, 1366]) c.rect(x, ground - 88, 14, 88, '#efe6d6');
  c.rect(1144, ground - 80, 112, 80, '#4f7486');
  c.circle(1200, ground - 604, 58, '#f8f4ec');
  c.circle(1200, ground - 604, 46, '#ffffff', 'stroke="#c45e44" stroke-width="6"');
  c.line(
    [
      [1200, ground - 604],
      [1200, ground - 636],
    ],
    '#3b4a55',
    6,
  );
  c.line(
    [
      [1200, ground - 604],
      [1222, ground - 592],
    ],
    '#3b4a55',
    6,
  );
  for (let k = 0; k < 4; k += 1) c.rect(1060 - k * 16, ground + k * 8, 280 + k * 32, 9, k % 2 ? '#d6cab8' : '#e6dccb');
  c.rect(0, ground + 2, width, 84, '#cfe0b5');
  for (let k = 0; k < 4; k += 1) c.rect(1060 - k * 16, ground + k * 8, 280 + k * 32, 9, k % 2 ? '#d6cab8' : '#e6dccb');
  c.polygon(
    [
      [1090, ground + 32],
      [1310, ground + 32],
      [1390, ground + 96],
      [1010, ground + 96],
    ],
    '#dfd5c4',
  );
  for (let x = 40; x < width; x += 96) {
    if (x > 960 && x < 1440) continue;
    c.ellipse(x, ground + 40, 46, 26, '#74a854');
    c.ellipse(x - 10, ground + 32, 26, 14, '#93c46b');
  }
  c.rect(
    0,
    ground + 84,
    width,
    height,
    c.linear([
      [0, '#c85f4a'],
      [1, '#a8452f'],
    ]),
  );
  const cx = width / 2;
  const cy = height + 190;
  for (let lane = 0; lane < 7; lane += 1) {
    c.ellipse(cx, cy, 1560 - lane * 92, 650 - lane * 48, 'none', `stroke="#fff4ea" stroke-width="${7 - lane * 0.4}"`);
  }
  c.ellipse(cx, cy, 930, 322, '#5fae57');
  c.ellipse(
    cx,
    cy,
    930,
    322,
    c.linear([
      [0, '#74bf64'],
      [1, '#4d9a4a'],
    ]),
    'stroke="#fff4ea" stroke-width="6"',
  );
  c.ellipse(cx, height - 20, 210, 60, 'none', 'stroke="#f2fbe9" stroke-width="6"');
  c.line(
    [
      [cx - 800, height - 20],
      [cx + 800, height - 20],
    ],
    '#f2fbe9',
    6,
  );
  c.rect(600, ground - 520, 12, 610, '#e6ebee');
  c.circle(606, ground - 524, 13, '#f2c14e');
  c.path(`M612,${ground - 508} q60,-26 120,0 t120,0 v150 q-60,26 -120,0 t-120,0 Z`, '#de2910');
  c.path(`M612,${ground - 508} q60,-26 120,0 v150 q-60,-26 -120,0 Z`, '#e8402c', 'opacity="0.5"');
  star(c, 660, ground - 466, 22);
  for (const [dx, dy] of [
    [46, -26],
    [66, -6],
    [66, 20],
    [46, 38],
  ])
    star(c, 660 + dx, ground - 466 + dy, 7);
  for (const [x, y, s, coat] of [
    [470, 190, 1, '#2f6fb0'],
    [560, 206, 1, '#f2f5f7'],
    [760, 180, 0.95, '#2f6fb0'],
    [1620, 186, 1, '#f2f5f7'],
    [1720, 196, 1, '#2f6fb0'],
    [1850, 178, 0.9, '#f2c14e'],
    [2080, 220, 1.15, '#2f6fb0'],
    [300, 226, 1.15, '#d1495b'],
  ])
    walker(c, x, ground + y, s, coat, '#2b3a4c');
  roundTree(c, 80, ground + 120, 420, ['#8fc06a', '#5e9650']);
  roundTree(c, 2330, ground + 120, 440, ['#8fc06a', '#5e9650']);
  return c.svg();
}

function star(c, x, y, r) {
  const points = Array.from({ length: 10 }, (_, i) => {
    const a = (Math.PI / 5) * i - Math.PI / 2;
    const q = i % 2 ? r * 0.4 : r;
    return [x + q * Math.cos(a), y + q * Math.sin(a)];
  });
  c.polygon(points, '#ffde00');
}

/** Village at nightfall: lamplit windows, smoke, the first stars. */
export function village(width, height) {
  const c = canvas(width, height, 101);
  sky(c, [
    [0, '#14264d'],
    [0.3, '#3c4f86'],
    [0.5, '#a57b96'],
    [0.64, '#f2b184'],
    [1, '#f9cf98'],
  ]);
  for (let i = 0; i < 90; i += 1)
    c.circle(
      c.dice.between(0, width),
      c.dice.between(0, height * 0.4),
      c.dice.between(1.5, 4),
      '#fdf6dd',
      `opacity="${c.dice.between(0.35, 0.95).toFixed(2)}"`,
    );
  const [mx, my] = [width * 0.76, height * 0.2];
  c.circle(
    mx,
    my,
    320,
    c.radial([
      [0, '#dfe6ff', 0.55],
      [0.3, '#dfe6ff', 0.2],
      [1, '#dfe6ff', 0],
    ]),
  );
  c.path(`M${mx + 20},${my - 66} A70,70 0 1 0 ${mx + 66},${my + 26} A58,58 0 0 1 ${mx + 20},${my - 66} Z`, '#fffbe9');

  const base = height * 0.6;
  snowRange(
    c,
    base + 10,
    [
      [260, 1010, 420],
      [820, 930, 480],
      [1420, 980, 460],
      [1990, 940, 430],
    ],
    { rock: '#6a6690', shade: '#575680', snow: '#e7c6cf', snowShade: '#a492b8' },
  );
  land(c, ridge(c, base - 20, 120, 0.5, 6), '#544e74');
  land(c, roll(c, base + 30, 40), '#3f4464');
  for (let i = 0; i < 60; i += 1)
    poplar(c, i * 38 + c.dice.between(-10, 10), base + 60, c.dice.between(110, 210), ['#39455a', '#2d384d']);
  land(
    c,
    roll(c, base + 80, 30),
    c.linear([
      [0, '#4c4a5e'],
      [1, '#221f33'],
    ]),
  );
  const house = (x, foot, w, wall, roof, lit) => {
    const h = w * 0.42;
    c.polygon(
      [
        [x - w * 0.56, foot - h],
        [x + w * 0.56, foot - h],
        [x + w * 0.44, foot - h * 1.62],
        [x - w * 0.44, foot - h * 1.62],
      ],
      roof,
    );
    for (let k = -5; k <= 5; k += 1)
      c.line(
        [
          [x + k * w * 0.08, foot - h * 1.62],
          [x + k * w * 0.1, foot - h],
        ],
        mix(roof, '#14121f', 0.3),
        w * 0.008,
      );
    c.rect(x - w / 2, foot - h, w, h, wall);
    c.rect(x - w / 2, foot - h * 0.2, w, h * 0.2, mix(wall, '#2b2235', 0.4));
    for (const dx of [-0.34, 0.2]) {
      c.circle(
        x + (dx + 0.08) * w,
        foot - h * 0.56,
        w * 0.2,
        c.radial([
          [0, '#ffd98a', 0.6],
          [1, '#ffd98a', 0],
        ]),
      );
      c.rect(x + dx * w, foot - h * 0.78, w * 0.17, h * 0.42, lit ? '#ffd27a' : '#5f6a8c');
      c.rect(x + dx * w + w * 0.08, foot - h * 0.78, w * 0.012, h * 0.42, '#6d4a34');
      c.rect(x + dx * w, foot - h * 0.58, w * 0.17, h * 0.03, '#6d4a34');
    }
    c.rect(x - w * 0.07, foot - h * 0.82, w * 0.15, h * 0.82, '#7c4632');
    c.rect(x - w * 0.055, foot - h * 0.76, w * 0.12, h * 0.2, '#ffc66a');
    c.circle(x - w * 0.13, foot - h * 0.86, w * 0.034, '#e2432f');
    c.circle(x + w * 0.14, foot - h * 0.86, w * 0.034, '#e2432f');
    c.rect(x + w * 0.26, foot - h * 1.86, w * 0.07, h * 0.4, mix(wall, '#20192b', 0.45));
  };
  for (const [x, foot, w] of [
    [330, base + 170, 300],
    [760, base + 140, 260],
    [1150, base + 176, 290],
    [1560, base + 144, 260],
    [1950, base + 180, 310],
  ])
    house(x, foot, w, '#b58a7c', '#574a66', true);
  c.path(
    `M870,${height} C960,${height * 0.9} 1280,${height * 0.84} 1150,${base + 300} C1100,${base + 240} 1020,${base + 220} 1030,${base + 186} L1064,${base + 186} C1070,${base + 230} 1170,${base + 240} 1230,${base + 300} C1400,${height * 0.86} 1330,${height * 0.92} 1390,${height} Z`,
    '#a58b86',
    'opacity="0.85"',
  );
  for (const [x, foot, w, wall] of [
    [480, base + 480, 560, '#c99a80'],
    [1750, base + 500, 580, '#c08f7c'],
  ]) {
    house(x, foot, w, wall, '#4a3f5c', true);
    for (let k = 0; k < 7; k += 1)
      c.ellipse(
        x + w * 0.3 + Math.sin(k * 1.1) * 24 + k * 12,
        foot - w * 0.85 - k * 74,
        26 + k * 13,
        24 + k * 9,
        '#d9cfe0',
        `opacity="${(0.34 - k * 0.04).toFixed(2)}"`,
      );
    c.rect(x - w * 0.86, foot - 60, w * 0.36, 62, '#6b5263');
    c.rect(x + w * 0.5, foot - 60, w * 0.36, 62, '#6b5263');
  }
  for (const [x, y] of [
    [930, base + 560],
    [1290, base + 420],
    [1330, base + 620],
    [1060, base + 360],
  ]) {
    c.rect(x - 4, y - 190, 8, 190, '#2a2638');
    c.circle(
      x + 26,
      y - 188,
      110,
      c.radial([
        [0, '#ffe2a0', 0.75],
        [1, '#ffe2a0', 0],
      ]),
    );
    c.line(
      [
        [x, y - 188],
        [x + 30, y - 196],
      ],
      '#2a2638',
      7,
    );
    c.ellipse(x + 32, y - 190, 18, 7, '#fff5d3');
    c.ellipse(x + 30, y + 2, 120, 20, '#ffd78d', 'opacity="0.22"');
  }

  const [tx, ty] = [180, height - 40];
  c.path(
    `M${tx - 50},${ty + 60} C${tx - 20},${ty - 200} ${tx - 40},${ty - 330} ${tx - 120},${ty - 560} L${tx - 96},${ty - 568} C${tx - 40},${ty - 430} ${tx},${ty - 400} ${tx + 90},${ty - 620} L${tx + 112},${ty - 608} C${tx + 40},${ty - 360} ${tx + 40},${ty - 180} ${tx + 60},${ty + 60} Z`,
    '#1b1728',
  );
  for (let i = 0; i < 70; i += 1) {
    const a = c.dice.between(0, 6.28);
    const r = c.dice.next() ** 0.5;
    c.circle(
      tx + Math.cos(a) * r * 330,
      ty - 640 + Math.sin(a) * r * 230,
      c.dice.between(40, 88),
      c.dice.pick(['#20273a', '#28314a', '#1c2233', '#31395a']),
    );
  }
  walker(c, 1120, height - 150, 1.25, '#6f4a6a', '#2a2238');
  walker(c, 1210, height - 140, 0.86, '#c25a4c', '#2a2238');
  c.path(`M0,${height} v-70 q${width * 0.25},-50 ${width * 0.42},30 L${width * 0.42},${height} Z`, '#1a1628');
  c.path(`M${width},${height} v-80 q${-width * 0.2},-40 ${-width * 0.34},40 L${width * 0.66},${height} Z`, '#1a1628');
  return c.svg();
}
