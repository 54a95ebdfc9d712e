/** Landscapes: mountains, desert, lake, trees, flowers, fields. Each scene returns its SVG. */
import {
  canvas,
  clouds,
  land,
  mix,
  poplar,
  ridge,
  roll,
  roundTree,
  sky,
  snowRange,
  strips,
  sun,
  turbine,
} from './brush.mjs';

/** Dawn over the oasis: snow range, foothills, strips of fields, poplars. */
export function snowMountains(width, height) {
  const c = canvas(width, height, 11);
  sky(c, [
    [0, '#5f93c4'],
    [0.3, '#a9cbe2'],
    [0.52, '#f6dcc0'],
    [1, '#f4c9a0'],
  ]);
  sun(c, width * 0.82, height * 0.4, 46, '#fff6e0', '#ffdf9e', 9);
  clouds(
    c,
    [
      [420, 210, 620, 70],
      [1500, 150, 520, 54],
      [2250, 250, 480, 50],
    ],
    '#ffffff',
    0.55,
  );
  const base = height * 0.6;
  const far = { rock: '#93a9c4', shade: '#8199b8', snow: '#eaf1f8', snowShade: '#c8d7e8' };
  snowRange(
    c,
    base,
    [
      [120, 420, 330],
      [560, 360, 380],
      [1050, 400, 330],
      [1980, 390, 360],
      [2430, 430, 300],
    ],
    far,
  );
  const near = { rock: '#7288a8', shade: '#5c7396', snow: '#ffffff', snowShade: '#bdd0e6' };
  snowRange(
    c,
    base,
    [
      [330, 330, 420],
      [1450, 235, 560],
      [820, 300, 430],
      [2180, 330, 400],
    ],
    near,
  );
  c.rect(
    0,
    base - 110,
    width,
    130,
    c.linear([
      [0, '#f6dcc0', 0],
      [1, '#f3d9bd', 0.9],
    ]),
  );
  land(c, ridge(c, base - 18, 130, 0.5, 6), '#8c8fa0', height);
  land(c, ridge(c, base + 14, 90, 0.48, 6), '#7a8583', height);
  land(
    c,
    roll(c, base + 44, 26),
    c.linear([
      [0, '#8ba36a'],
      [1, '#5f8347'],
    ]),
    height,
  );
  const greens = ['#9cbb58', '#7ea548', '#c9b95a', '#6c963f', '#b7c766', '#88ad4c', '#d8c46a', '#5f8b3a'];
  strips([width * 0.47, base + 30], height, width * 3.4, 24, (i, at) => {
    c.polygon([at(0.1, 0), at(0.1, 1), at(1, 1), at(1, 0)], greens[(i * 3) % greens.length]);
    for (let k = 1; k < 6; k += 1)
      c.line(
        [at(0.16, k / 6), at(1, k / 6)],
        mix(greens[(i * 3) % greens.length], '#3f5d2a', 0.35),
        2.4,
        'opacity="0.55"',
      );
  });
  c.rect(
    0,
    base + 44,
    width,
    70,
    c.linear([
      [0, '#6f8d56', 1],
      [1, '#6f8d56', 0],
    ]),
  );
  for (let i = 0; i < 120; i += 1) {
    const x = (i / 120) * width + c.dice.between(-8, 8);
    poplar(c, x, base + 74 + Math.sin(i / 9) * 6, c.dice.between(40, 78), ['#5d8048', '#41633a']);
  }
  for (let i = 0; i < 16; i += 1) {
    const x = width * 0.36 + i * 44 + c.dice.between(-8, 8);
    const y = base + 98 + c.dice.between(-4, 8);
    c.rect(x, y - 20, 32, 20, '#f2e6d2');
    c.polygon(
      [
        [x - 4, y - 20],
        [x + 36, y - 20],
        [x + 28, y - 34],
        [x + 4, y - 34],
      ],
      i % 3 ? '#b5634a' : '#7f8ca0',
    );
  }
  for (const [x, h] of [
    [90, 420],
    [170, 470],
    [250, 400],
    [2380, 440],
    [2460, 500],
    [2540, 430],
  ])
    poplar(c, x, height - 20, h, ['#6d8f45', '#47693a']);
  c.path(
    `M0,${height} L0,${height - 46} Q ${width * 0.25},${height - 78} ${width * 0.5},${height - 40} T ${width},${height - 56} L${width},${height} Z`,
    '#41602f',
  );
  return c.svg();
}

/** Turbines on the Gobi against a low sun. */
export function windFarm(width, height) {
  const c = canvas(width, height, 23);
  sky(c, [
    [0, '#2f4d7e'],
    [0.28, '#7f7fae'],
    [0.5, '#e79a86'],
    [0.66, '#fbc37d'],
    [1, '#fde0a3'],
  ]);
  sun(c, width * 0.36, height * 0.61, 96, '#fff3cf', '#ffd27a', 8);
  clouds(
    c,
    [
      [620, 420, 900, 62],
      [1750, 330, 760, 56],
      [1320, 640, 1100, 44],
    ],
    '#f7b48e',
    0.6,
  );
  clouds(
    c,
    [
      [1900, 520, 640, 40],
      [300, 640, 520, 34],
    ],
    '#c77f93',
    0.5,
  );
  const horizon = height * 0.7;
  land(c, ridge(c, horizon - 44, 120, 0.5, 6), '#a8707c');
  land(c, ridge(c, horizon - 10, 80, 0.48, 6), '#86586a');
  for (let i = 0; i < 15; i += 1)
    turbine(c, 90 + i * 160 + c.dice.between(-30, 30), horizon + 4, c.dice.between(120, 165), c.dice.between(0, 120), [
      '#8d6374',
      '#93697a',
    ]);
  land(
    c,
    roll(c, horizon + 10, 20),
    c.linear([
      [0, '#b07a58'],
      [0.35, '#8b5a49'],
      [1, '#4c3338'],
    ]),
  );
  for (let i = 0; i < 7; i += 1)
    turbine(
      c,
      260 + i * 330 + c.dice.between(-50, 50),
      horizon + 50,
      330 + c.dice.between(-20, 20),
      c.dice.between(0, 120),
      ['#f3dccb', '#fbe9da'],
    );
  for (let i = 0; i < 26; i += 1) {
    const y = horizon + 50 + (i / 26) ** 1.6 * (height - horizon - 50);
    const x = c.dice.between(0, width);
    c.path(
      `M${x - 420},${y} Q${x},${y - 12 - i} ${x + 420},${y} Q${x},${y + 8 + i * 0.6} ${x - 420},${y} Z`,
      i % 2 ? '#6b4540' : '#a06b50',
      'opacity="0.4"',
    );
  }
  turbine(c, 560, height - 150, 860, 18, ['#fdf3e8', '#ffffff']);
  turbine(c, 1820, height - 210, 1010, 74, ['#fdf3e8', '#ffffff']);
  turbine(c, 1220, height - 330, 640, 46, ['#fbeadb', '#fff6ec']);
  c.path(
    `M${width * 0.3},${height} Q${width * 0.5},${height * 0.87} ${width * 0.62},${horizon + 60} L${width * 0.632},${horizon + 60} Q${width * 0.56},${height * 0.88} ${width * 0.46},${height} Z`,
    '#d9a878',
    'opacity="0.75"',
  );
  for (let i = 0; i < 46; i += 1) {
    const y = c.dice.between(height * 0.84, height - 10);
    const x = c.dice.between(0, width);
    const s = ((y - horizon) / (height - horizon)) * 46;
    for (let k = -4; k <= 4; k += 1)
      c.line(
        [
          [x, y],
          [x + k * s * 0.28, y - s * (1 - Math.abs(k) * 0.12)],
        ],
        k % 2 ? '#2c2226' : '#3f2e2c',
        s * 0.07,
      );
  }
  return c.svg();
}

/** Reeds, water and birds at dusk. */
export function wetland(width, height) {
  const c = canvas(width, height, 37);
  const horizon = height * 0.5;
  sky(c, [
    [0, '#27466f'],
    [0.22, '#5d7fa8'],
    [0.4, '#e8b59a'],
    [0.5, '#ffdfae'],
  ]);
  sun(c, width * 0.63, horizon - 66, 74, '#fff4d6', '#ffd083', 8);
  clouds(
    c,
    [
      [560, 330, 900, 72],
      [1700, 240, 700, 60],
      [1450, 520, 1000, 44],
    ],
    '#f3b79c',
    0.55,
  );
  const back = ridge(c, horizon - 70, 190, 0.5, 6);
  const front = ridge(c, horizon - 26, 90, 0.48, 6);
  land(c, back, '#7d7f9d', horizon);
  land(c, front, '#5d6580', horizon);
  for (let i = 0; i < 90; i += 1)
    roundTree(
      c,
      (i / 90) * width + c.dice.between(-14, 14),
      horizon + 4,
      c.dice.between(34, 74),
      ['#4d5a5b', '#3b484e'],
      '#33393f',
    );
  c.rect(
    0,
    horizon,
    width,
    height - horizon,
    c.linear([
      [0, '#f8cf9d'],
      [0.16, '#d99f8f'],
      [0.45, '#6d80a2'],
      [1, '#1d3557'],
    ]),
  );
  const mirror = (points, share) => points.map(([x, y]) => [x, horizon + (horizon - y) * share]);
  c.polygon([...mirror(back, 0.8), [width, horizon], [0, horizon]], '#7b6f8a', 'opacity="0.45"');
  c.polygon([...mirror(front, 1.5), [width, horizon], [0, horizon]], '#46506d', 'opacity="0.5"');
  for (let i = 0; i < 34; i += 1) {
    const t = i / 34;
    const y = horizon + 10 + t ** 1.5 * (height * 0.42);
    const w = 26 + t * 210 + c.dice.between(-20, 40);
    c.ellipse(
      width * 0.63 + c.dice.between(-22, 22) * (1 + t * 3),
      y,
      w,
      3 + t * 8,
      '#ffe3b0',
      `opacity="${(0.85 - t * 0.6).toFixed(2)}"`,
    );
  }
  for (let i = 0; i < 40; i += 1) {
    const t = c.dice.next();
    c.ellipse(
      c.dice.between(0, width),
      horizon + 30 + t * height * 0.44,
      60 + t * 220,
      2 + t * 3,
      '#ffffff',
      'opacity="0.12"',
    );
  }
  c.path(
    `M0,${height * 0.66} Q${width * 0.16},${height * 0.63} ${width * 0.3},${height * 0.69} Q${width * 0.2},${height * 0.71} 0,${height * 0.72} Z`,
    '#3a4a45',
  );
  for (const [x, y, s] of [
    [900, 1270, 1],
    [1040, 1310, 0.86],
    [1185, 1262, 0.72],
  ]) {
    c.path(
      `M${x - 80 * s},${y} q${30 * s},${46 * s} ${100 * s},${32 * s} q${40 * s},${-10 * s} ${60 * s},${-46 * s} q${-70 * s},${-20 * s} ${-106 * s},${4 * s} Z`,
      '#f7f3ea',
    );
    c.path(
      `M${x - 62 * s},${y + 6 * s} C${x - 100 * s},${y - 40 * s} ${x - 50 * s},${y - 84 * s} ${x - 82 * s},${y - 118 * s}`,
      'none',
      `stroke="#f7f3ea" stroke-width="${15 * s}" stroke-linecap="round"`,
    );
    c.path(`M${x - 84 * s},${y - 122 * s} l${-34 * s},${14 * s} l${28 * s},${6 * s} Z`, '#d88a3a');
    c.ellipse(x, y + 44 * s, 110 * s, 7 * s, '#ffffff', 'opacity="0.35"');
  }
  const flock = [
    [760, 470, 1],
    [860, 430, 0.9],
    [950, 480, 0.95],
    [1040, 420, 0.8],
    [680, 520, 0.85],
    [1120, 470, 0.75],
    [1190, 410, 0.65],
  ];
  for (const [x, y, s] of flock)
    c.path(
      `M${x - 46 * s},${y - 14 * s} Q${x - 18 * s},${y - 26 * s} ${x},${y} Q${x + 18 * s},${y - 26 * s} ${x + 46 * s},${y - 14 * s} Q${x + 18 * s},${y - 14 * s} ${x},${y + 9 * s} Q${x - 18 * s},${y - 14 * s} ${x - 46 * s},${y - 14 * s} Z`,
      '#2a3550',
    );
  for (const [from, to] of [
    [-40, width * 0.34],
    [width * 0.7, width + 40],
  ]) {
    for (let i = 0; i < 120; i += 1) {
      const x = c.dice.between(from, to);
      const edge = from < 0 ? 1 - x / (width * 0.36) : (x - width * 0.68) / (width * 0.34);
      const h = (220 + 420 * Math.max(0, edge)) * c.dice.between(0.6, 1.1);
      const lean = c.dice.between(-40, 70);
      const tone = c.dice.pick(['#1b2a33', '#25363a', '#33433c', '#46503c']);
      c.path(
        `M${x},${height + 10} Q${x},${height - h * 0.6} ${x + lean},${height - h}`,
        'none',
        `stroke="${tone}" stroke-width="${c.dice.between(5, 9)}" stroke-linecap="round"`,
      );
      if (i % 3 === 0)
        c.path(`M${x + lean},${height - h + 30} q${10},${-60} ${34},${-96} q${8},${50} ${-16},${110} Z`, '#8a6a4c');
    }
  }
  return c.svg();
}

/** A shelterbelt in late autumn: two lines of poplars and a road between them. */
export function shelterbelt(width, height) {
  const c = canvas(width, height, 41);
  const horizon = height * 0.66;
  const vx = width * 0.5;
  sky(c, [
    [0, '#3f83bd'],
    [0.4, '#86bcdf'],
    [0.66, '#e9f1ee'],
  ]);
  clouds(
    c,
    [
      [420, 420, 820, 110],
      [1480, 760, 760, 90],
      [1350, 240, 560, 70],
    ],
    '#ffffff',
    0.75,
  );
  land(c, ridge(c, horizon - 60, 160, 0.5, 6), '#8fa3b8', height);
  land(c, ridge(c, horizon - 16, 70, 0.48, 6), '#a39a83', height);
  c.rect(
    0,
    horizon,
    width,
    height - horizon,
    c.linear([
      [0, '#d8b15a'],
      [1, '#9a6d2f'],
    ]),
  );
  strips([vx, horizon - 6], height, width * 5, 26, (i, at) => {
    c.polygon([at(0.02, 0), at(0.02, 1), at(1, 1), at(1, 0)], i % 2 ? '#c9a048' : '#b98d3c');
  });
  c.polygon(
    [
      [vx - 8, horizon],
      [vx + 8, horizon],
      [vx + width * 0.36, height],
      [vx - width * 0.36, height],
    ],
    c.linear([
      [0, '#cfc6b4'],
      [1, '#a79e90'],
    ]),
  );
  c.polygon(
    [
      [vx - 8, horizon],
      [vx - 4, horizon],
      [vx - width * 0.29, height],
      [vx - width * 0.36, height],
    ],
    '#e0c275',
  );
  c.polygon(
    [
      [vx + 8, horizon],
      [vx + 4, horizon],
      [vx + width * 0.29, height],
      [vx + width * 0.36, height],
    ],
    '#d3ad58',
  );
  for (let i = 0; i < 9; i += 1) {
    const t = (i + 0.5) / 9;
    const y0 = horizon + (height - horizon) * t ** 2;
    const y1 = y0 + 8 + t * t * 120;
    const w = 1 + ((y0 - horizon) / (height - horizon)) * 13;
    c.polygon(
      [
        [vx - w, y0],
        [vx + w, y0],
        [vx + w * 1.2, y1],
        [vx - w * 1.2, y1],
      ],
      '#f6f1e4',
      'opacity="0.9"',
    );
  }
  const golds = [
    ['#f4c53c', '#d99a22'],
    ['#f8d35a', '#e0a52c'],
    ['#eeb32f', '#c9831c'],
    ['#d8c14a', '#b0942c'],
  ];
  for (let i = 0; i < 17; i += 1) {
    const t = 0.045 * 1.225 ** i;
    const y = horizon + (height - horizon) * Math.min(t, 1.25);
    for (const side of [-1, 1]) {
      const x = vx + side * width * 0.5 * t * 0.96 + side * 10;
      const h = height * 1.02 * t * c.dice.between(0.92, 1.08) + 40;
      c.ellipse(x + h * 0.16, y, h * 0.2, h * 0.018, '#6d4a1e', 'opacity="0.35"');
      poplarLeaves(c, x, y, h, c.dice.pick(golds), side);
    }
  }
  for (let i = 0; i < 120; i += 1) {
    const t = c.dice.next() ** 0.4;
    const y = horizon + (height - horizon) * t;
    const x = vx + c.dice.between(-1, 1) * width * 0.5 * t;
    c.ellipse(
      x,
      y,
      3 + 10 * t,
      2 + 4 * t,
      c.dice.pick(['#f6cf52', '#e2a12c', '#c97f22', '#f9e08a']),
      `transform="rotate(${c.dice.whole(-30, 30)} ${x} ${y})"`,
    );
  }
  c.path(`M${vx - 9},${horizon + 34} h18 v-16 h-18 Z`, '#c23a2e');
  c.rect(vx - 7, horizon + 15, 14, 8, '#e9f0f4');
  return c.svg();
}

/** A poplar with leaves one can see: a crown of overlapping tufts, lit from the road (`side` is where it stands). */
function poplarLeaves(c, x, foot, h, [light, dark], side) {
  c.polygon(
    [
      [x - h * 0.014, foot],
      [x + h * 0.014, foot],
      [x + h * 0.005, foot - h * 0.9],
      [x - h * 0.005, foot - h * 0.9],
    ],
    '#cfc7b5',
  );
  c.polygon(
    [
      [x, foot],
      [x + h * 0.014, foot],
      [x + h * 0.005, foot - h * 0.9],
      [x, foot - h * 0.9],
    ],
    '#9d927d',
  );
  const tufts = h > 700 ? 24 : 14;
  for (let k = 0; k < tufts; k += 1) {
    const s = k / (tufts - 1);
    const y = foot - h * (0.16 + 0.8 * s);
    const w = h * 0.085 * Math.sin(Math.PI * (0.16 + 0.8 * s)) ** 0.7 + h * 0.008;
    c.ellipse(x + side * w * 0.3 * c.dice.between(0.4, 1.2), y, w, h * 0.042, dark);
    c.ellipse(x - side * w * 0.36 * c.dice.between(0.4, 1.2), y - h * 0.012, w * 0.72, h * 0.034, light);
  }
}

/** Rows of flowers to the hills, with a mill: the flower city in season. */
export function flowerSea(width, height) {
  const c = canvas(width, height, 53);
  const horizon = height * 0.47;
  sky(c, [
    [0, '#4c8fd0'],
    [0.3, '#9fcbee'],
    [0.47, '#fbeee6'],
  ]);
  clouds(
    c,
    [
      [520, 260, 780, 120],
      [1640, 190, 660, 90],
      [2130, 380, 520, 70],
      [1080, 430, 460, 50],
    ],
    '#ffffff',
    0.85,
  );
  land(c, ridge(c, horizon - 70, 200, 0.5, 6), '#9db0cf', height);
  land(c, ridge(c, horizon - 26, 120, 0.48, 6), '#8793b4', height);
  land(c, roll(c, horizon + 2, 26), '#7f9a63', height);
  for (let i = 0; i < 70; i += 1)
    roundTree(c, (i / 70) * width + c.dice.between(-16, 16), horizon + 14, c.dice.between(40, 84), [
      '#6f9a5a',
      '#4d7747',
    ]);
  mill(c, width * 0.74, horizon + 26, 300, 20);
  c.rect(0, horizon + 12, width, height, '#6a4f9c');
  const bloom = ['#8a5cc4', '#7447b0', '#a578d8', '#6a3fa2'];
  strips([width * 0.42, horizon - 20], height, width * 8, 46, (i, at) => {
    c.polygon([at(0.06, 0), at(0.06, 0.72), at(1, 0.72), at(1, 0)], bloom[i % 4]);
    c.polygon([at(0.06, 0.12), at(0.06, 0.34), at(1, 0.34), at(1, 0.12)], mix(bloom[i % 4], '#e3c6ff', 0.36));
    c.polygon([at(0.06, 0.72), at(0.06, 1), at(1, 1), at(1, 0.72)], i % 2 ? '#5d7f45' : '#4f7040');
    for (let k = 0; k < 10; k += 1) {
      const t = 0.26 + 0.74 * (k / 10) ** 1.1;
      const [x, y] = at(t, c.dice.between(0.08, 0.6));
      if (x < -20 || x > width + 20) continue;
      c.ellipse(x, y, 3 + t * 13, 3 + t * 22, c.dice.pick(['#b98ae6', '#9a6bd2', '#d7b3f5']), 'opacity="0.85"');
    }
  });
  c.rect(
    0,
    horizon + 10,
    width,
    60,
    c.linear([
      [0, '#b79fd6', 0.85],
      [1, '#8a5cc4', 0],
    ]),
  );
  const walkers = [
    [1010, 830, 0.62, '#f25c54'],
    [1062, 838, 0.6, '#fff1d6'],
    [1330, 900, 0.86, '#ffd166'],
    [620, 1010, 1.15, '#ef476f'],
    [700, 1026, 0.82, '#2a9dba'],
  ];
  for (const [x, y, s, coat] of walkers) {
    c.ellipse(x, y - 104 * s, 15 * s, 17 * s, '#4b332a');
    c.path(`M${x - 20 * s},${y - 88 * s} q${20 * s},${-12 * s} ${40 * s},0 l${14 * s},${74 * s} h${-68 * s} Z`, coat);
    c.rect(x - 13 * s, y - 16 * s, 9 * s, 26 * s, '#3b3350');
    c.rect(x + 4 * s, y - 16 * s, 9 * s, 26 * s, '#3b3350');
  }
  const [ux, uy] = [620, 860];
  c.path(`M${ux - 110},${uy} q110,-110 220,0 q-36,-18 -73,0 q-36,-18 -73,0 q-36,-18 -74,0 Z`, '#ffb4a2');
  c.line(
    [
      [ux, uy - 50],
      [ux, uy + 90],
    ],
    '#7d5a50',
    6,
  );
  for (let i = 0; i < 52; i += 1) {
    const x = (i / 52) * width + c.dice.between(-20, 20);
    lavender(c, x, height + 30, c.dice.between(150, 290), c.dice.between(-26, 26));
  }
  return c.svg();
}

/** One spike of lavender. */
function lavender(c, x, foot, h, lean, weight = 1) {
  c.path(
    `M${x},${foot} Q${x},${foot - h * 0.5} ${x + lean},${foot - h}`,
    'none',
    `stroke="${c.dice.pick(['#557a3f', '#46683a', '#6a8c4a'])}" stroke-width="6"`,
  );
  for (let k = 0; k < 8; k += 1) {
    const t = 0.52 + k * 0.068;
    const px = x + lean * t * t;
    const py = foot - h * t;
    const w = (15 - k * 1.2) * weight;
    c.ellipse(px - w * 0.6, py, w, w * 0.75, c.dice.pick(['#7a4cc0', '#8d5fd0', '#693fa8']));
    c.ellipse(px + w * 0.6, py, w, w * 0.75, c.dice.pick(['#a57be0', '#9468d4', '#c29bf0']));
  }
}

/** A mill with four lattice sails. */
function mill(c, x, foot, h, turn) {
  c.polygon(
    [
      [x - h * 0.22, foot],
      [x + h * 0.22, foot],
      [x + h * 0.12, foot - h * 0.72],
      [x - h * 0.12, foot - h * 0.72],
    ],
    '#f6efe2',
  );
  c.polygon(
    [
      [x + h * 0.04, foot],
      [x + h * 0.22, foot],
      [x + h * 0.12, foot - h * 0.72],
      [x + h * 0.02, foot - h * 0.72],
    ],
    '#d9cdb9',
  );
  c.polygon(
    [
      [x - h * 0.16, foot - h * 0.72],
      [x + h * 0.16, foot - h * 0.72],
      [x, foot - h],
    ],
    '#b5493c',
  );
  c.path(
    `M${x - h * 0.05},${foot} v${-h * 0.14} a${h * 0.05},${h * 0.05} 0 0 1 ${h * 0.1},0 v${h * 0.14} Z`,
    '#7b4a36',
  );
  c.rect(x - h * 0.035, foot - h * 0.46, h * 0.07, h * 0.09, '#5b7f9c');
  for (const k of [0, 90, 180, 270]) {
    const r = h * 0.62;
    const bars = [0.25, 0.4, 0.55, 0.7, 0.85, 1].map((s) => `M${r * 0.02},${-r * s} h${r * 0.17}`).join(' ');
    c.add(
      `<g transform="translate(${x},${foot - h * 0.76}) rotate(${turn + k})"><path d="M0,0 V${-r} M${r * 0.19},${-r * 0.22} V${-r} ${bars}" stroke="#8a5a3c" stroke-width="${h * 0.018}" fill="none"/><path d="M${r * 0.02},${-r * 0.25} H${r * 0.19} V${-r} H${r * 0.02} Z" fill="#fff8ec" opacity="0.75"/></g>`,
    );
  }
  c.circle(x, foot - h * 0.76, h * 0.03, '#5c3a28');
}

/** Close to the flowers: spikes in front, the mill beyond. */
export function lavenderMill(width, height) {
  const c = canvas(width, height, 67);
  const horizon = height * 0.56;
  sky(c, [
    [0, '#6fa3da'],
    [0.32, '#bcd9f0'],
    [0.56, '#ffe7d2'],
  ]);
  sun(c, width * 0.2, height * 0.3, 70, '#fffbe8', '#ffe9b0', 7);
  clouds(
    c,
    [
      [1500, 330, 900, 110],
      [760, 480, 520, 60],
    ],
    '#ffffff',
    0.75,
  );
  land(c, ridge(c, horizon - 50, 180, 0.5, 6), '#a9b3d6', height);
  land(c, roll(c, horizon, 30), '#88a36c', height);
  for (let i = 0; i < 34; i += 1)
    poplar(c, width * 0.04 + i * 34 + c.dice.between(-8, 8), horizon + 10, c.dice.between(70, 130), [
      '#7fa565',
      '#5a824c',
    ]);
  mill(c, width * 0.68, horizon + 60, 640, 34);
  c.rect(
    0,
    horizon + 30,
    width,
    height,
    c.linear([
      [0, '#b49be0'],
      [0.3, '#8059bd'],
      [1, '#4a2c86'],
    ]),
  );
  for (let row = 0; row < 9; row += 1) {
    const t = row / 8;
    const y = horizon + 50 + t ** 1.5 * (height - horizon) * 0.8;
    const size = 14 + t * 40;
    for (let x = -size; x < width + size; x += size * 1.1) {
      c.ellipse(
        x + c.dice.between(-8, 8),
        y + c.dice.between(-6, 6),
        size * 0.7,
        size * 1.05,
        mix(c.dice.pick(['#c4a2f0', '#a67ee2']), c.dice.pick(['#6b42aa', '#8a5fcb']), 0.25 + t * 0.5),
        'opacity="0.9"',
      );
    }
  }
  for (let i = 0; i < 58; i += 1)
    lavender(
      c,
      (i / 57) * width + c.dice.between(-30, 30),
      height + 40,
      c.dice.between(360, 640),
      c.dice.between(-60, 60),
      1.6,
    );
  return c.svg();
}

/** Vegetable rows to the horizon, sprinklers and pickers. */
export function vegetables(width, height) {
  const c = canvas(width, height, 71);
  const horizon = height * 0.4;
  sky(c, [
    [0, '#3d86c6'],
    [0.26, '#98cbea'],
    [0.4, '#eef5ee'],
  ]);
  clouds(
    c,
    [
      [480, 250, 700, 110],
      [1500, 180, 820, 120],
      [2150, 380, 520, 70],
    ],
    '#ffffff',
    0.9,
  );
  snowRange(
    c,
    horizon + 6,
    [
      [260, 480, 420],
      [760, 520, 360],
      [1380, 470, 460],
      [1960, 500, 430],
    ],
    { rock: '#a9bed2', shade: '#98afc6', snow: '#ffffff', snowShade: '#d3e2ee' },
  );
  land(c, roll(c, horizon, 12), '#7fa063', height);
  for (let i = 0; i < 100; i += 1)
    poplar(c, (i / 100) * width + c.dice.between(-8, 8), horizon + 16, c.dice.between(52, 98), ['#5f8f4b', '#41703c']);
  c.rect(0, horizon + 14, width, height, '#8a6a45');
  const leaf = [
    ['#7dbb42', '#4f8f2c'],
    ['#93c94f', '#5f9e34'],
    ['#a9d65c', '#74ab3c'],
  ];
  strips([width * 0.55, horizon - 14], height, width * 9, 41, (i, at) => {
    c.polygon([at(0.06, 0), at(0.06, 1), at(1, 1), at(1, 0)], i % 2 ? '#8f6d46' : '#7d5d3a');
    const [light, dark] = leaf[i % 3];
    c.polygon([at(0.06, 0.16), at(0.06, 0.84), at(1, 0.84), at(1, 0.16)], mix(dark, '#6b7d3a', 0.3));
    for (let k = 0; k < 26; k += 1) {
      const t = 0.2 + 0.85 * (k / 26) ** 1.25;
      const [x, y] = at(t, 0.5);
      const r = 5 + t * 62;
      if (x < -r || x > width + r) continue;
      c.ellipse(x, y, r, r * 0.55, dark);
      c.ellipse(x - r * 0.36, y - r * 0.16, r * 0.46, r * 0.32, light);
      c.ellipse(x + r * 0.36, y - r * 0.14, r * 0.42, r * 0.3, light);
      c.ellipse(x, y - r * 0.26, r * 0.36, r * 0.28, mix(light, '#e9f7b8', 0.4));
    }
  });
  c.rect(
    0,
    horizon + 12,
    width,
    80,
    c.linear([
      [0, '#7fa85a', 0.95],
      [1, '#7fa85a', 0],
    ]),
  );
  const pickers = [
    [520, 1180, 1, '#d1495b', '#f3d9a4'],
    [940, 1060, 0.74, '#edae49', '#fff3d4'],
    [1640, 1130, 0.92, '#2e86ab', '#f6e3b4'],
    [2030, 1010, 0.62, '#c44569', '#fbe8bd'],
  ];
  for (const [x, y, s, coat, hat] of pickers) {
    c.path(
      `M${x - 64 * s},${y} q0,${-110 * s} ${70 * s},${-130 * s} q${64 * s},${10 * s} ${60 * s},${130 * s} Z`,
      coat,
    );
    c.path(
      `M${x - 52 * s},${y - 40 * s} q${-34 * s},${24 * s} ${-40 * s},${62 * s}`,
      'none',
      `stroke="${mix(coat, '#000000', 0.2)}" stroke-width="${26 * s}" stroke-linecap="round"`,
    );
    c.ellipse(x - 34 * s, y - 138 * s, 30 * s, 32 * s, '#e0ac82');
    c.ellipse(x - 36 * s, y - 152 * s, 62 * s, 16 * s, hat);
    c.path(`M${x - 72 * s},${y - 152 * s} q${36 * s},${-56 * s} ${72 * s},0 Z`, hat);
    c.path(`M${x + 90 * s},${y + 26 * s} h${130 * s} l${-14 * s},${-70 * s} h${-102 * s} Z`, '#c8955a');
    for (let k = 0; k < 4; k += 1)
      c.ellipse(x + (112 + k * 28) * s, y - 48 * s, 24 * s, 20 * s, k % 2 ? '#8fce4a' : '#b4e06a');
  }
  return c.svg();
}
