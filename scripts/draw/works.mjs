/** Greenhouses, solar panels, the smelter at night. */
import { canvas, clouds, land, mix, ridge, roll, sky, snowRange, sun, turbine } from './brush.mjs';

/** Rows of Gobi greenhouses: a mud wall behind, a film arch in front. */
export function greenhouses(width, height) {
  const c = canvas(width, height, 113);
  const horizon = height * 0.4;
  sky(c, [
    [0, '#4b8fcb'],
    [0.25, '#a4d0ea'],
    [0.4, '#fdf1e0'],
  ]);
  sun(c, width * 0.8, height * 0.14, 60, '#fffbe8', '#ffeebc', 7);
  clouds(
    c,
    [
      [480, 240, 720, 90],
      [1350, 180, 560, 70],
    ],
    '#ffffff',
    0.85,
  );
  snowRange(
    c,
    horizon + 10,
    [
      [180, 470, 360],
      [640, 430, 440],
      [1180, 480, 380],
      [1640, 440, 420],
      [2180, 470, 400],
    ],
    { rock: '#96a8c2', shade: '#8398b5', snow: '#ffffff', snowShade: '#cbdae9' },
  );
  land(c, ridge(c, horizon - 10, 80, 0.5, 6), '#a89a8c');
  land(
    c,
    roll(c, horizon + 16, 14),
    c.linear([
      [0, '#d6b88e'],
      [1, '#b48d5f'],
    ]),
  );
  for (let row = 0; row < 5; row += 1) {
    const t = row / 4;
    const foot = horizon + 66 + t ** 1.6 * (height - horizon - 216);
    const h = 30 + t ** 1.5 * 170;
    const wide = 420 + t ** 1.3 * 1150;
    const gap = 44 + t * 150;
    const shift = -wide * (0.35 + row * 0.13);
    c.path(`M0,${foot + h * 0.1} H${width} v${h * 0.32} H0 Z`, '#c29c6c', 'opacity="0.65"');
    for (let x = shift; x < width; x += wide + gap) greenhouse(c, x, foot, wide, h, row);
  }
  for (let i = 0; i < 70; i += 1) {
    const y = c.dice.between(height - 110, height - 8);
    c.ellipse(
      c.dice.between(0, width),
      y,
      c.dice.between(6, 22),
      c.dice.between(4, 9),
      c.dice.pick(['#94744c', '#c9a578', '#7f6341']),
    );
  }
  const [x, y] = [1180, height - 52];
  c.ellipse(x, y + 8, 190, 14, '#000000', 'opacity="0.18"');
  c.path(`M${x - 160},${y - 30} v-66 h150 v66 Z`, '#c9533f');
  for (let k = 0; k < 3; k += 1) {
    c.rect(x - 152 + k * 48, y - 136, 42, 40, '#d9a05f');
    c.ellipse(x - 131 + k * 48, y - 138, 22, 14, k % 2 ? '#e2432f' : '#7cbf3f');
  }
  c.path(`M${x - 4},${y - 30} v-110 h70 q30,0 36,50 v60 Z`, '#2f6690');
  c.path(`M${x + 12},${y - 126} h48 q16,0 20,40 h-68 Z`, '#cfe8f2');
  for (const dx of [-118, 56]) {
    c.circle(x + dx, y - 14, 30, '#2b2f36');
    c.circle(x + dx, y - 14, 13, '#c4cbd1');
  }
  return c.svg();
}

function greenhouse(c, x, foot, w, h, row) {
  c.ellipse(x + w / 2, foot + h * 0.05, w * 0.51, h * 0.09, '#7d5c3a', 'opacity="0.4"');
  c.path(
    `M${x},${foot} C${x + h * 0.02},${foot - h * 0.6} ${x + h * 0.08},${foot - h * 0.9} ${x + h * 0.2},${foot - h * 0.96} H${x + w} V${foot} Z`,
    '#a9825a',
  );
  c.rect(x + h * 0.12, foot - h * 1.03, w - h * 0.06, h * 0.12, '#7f5f42');
  const film = c.linear([
    [0, '#f4fbff'],
    [0.45, '#cfe6ef'],
    [1, '#9fc7d6'],
  ]);
  c.path(
    `M${x + h * 0.08},${foot} C${x + h * 0.1},${foot - h * 0.6} ${x + h * 0.16},${foot - h * 0.88} ${x + h * 0.28},${foot - h * 0.93} H${x + w - h * 0.1} V${foot} Z`,
    film,
  );
  c.path(
    `M${x + h * 0.22},${foot - h * 0.04} V${foot - h * 0.3} H${x + w - h * 0.22} V${foot - h * 0.04} Z`,
    row % 2 ? '#7fb65a' : '#93c468',
    'opacity="0.45"',
  );
  const ribs = Math.round(w / (h * 0.42));
  for (let k = 1; k < ribs; k += 1) {
    const rx = x + (w * k) / ribs;
    c.path(
      `M${rx},${foot} C${rx},${foot - h * 0.5} ${rx},${foot - h * 0.8} ${rx},${foot - h * 0.93}`,
      'none',
      `stroke="#ffffff" stroke-width="${Math.max(1.5, h * 0.016)}" opacity="0.75"`,
    );
  }
  c.path(
    `M${x + h * 0.26},${foot - h * 0.97} H${x + w - h * 0.1} q${h * 0.06},${h * 0.1} 0,${h * 0.17} H${x + h * 0.22} q${-h * 0.06},${-h * 0.08} ${h * 0.04},${-h * 0.17} Z`,
    '#6c7f5c',
  );
  c.path(
    `M${x + h * 0.5},${foot - h * 0.72} H${x + w * 0.42}`,
    'none',
    `stroke="#ffffff" stroke-width="${h * 0.035}" opacity="0.55" stroke-linecap="round"`,
  );
  c.rect(x + w - h * 0.02, foot - h * 0.72, h * 0.5, h * 0.72, '#b9946b');
  c.polygon(
    [
      [x + w - h * 0.06, foot - h * 0.72],
      [x + w + h * 0.52, foot - h * 0.72],
      [x + w + h * 0.44, foot - h * 0.9],
      [x + w + h * 0.02, foot - h * 0.9],
    ],
    '#a0503c',
  );
  c.rect(x + w + h * 0.16, foot - h * 0.46, h * 0.18, h * 0.46, '#5f7f94');
}

/** Solar panels in rows under a wide sky. */
export function solarField(width, height) {
  const c = canvas(width, height, 127);
  const horizon = height * 0.46;
  sky(c, [
    [0, '#2f74b8'],
    [0.3, '#8fc2e6'],
    [0.46, '#fff0d4'],
  ]);
  sun(c, width * 0.5, height * 0.2, 62, '#fffdf0', '#fff0b8', 9);
  clouds(
    c,
    [
      [360, 190, 640, 80],
      [1960, 160, 760, 80],
      [2300, 330, 460, 46],
    ],
    '#ffffff',
    0.85,
  );
  land(c, ridge(c, horizon - 34, 120, 0.5, 6), '#93a7c0');
  land(c, ridge(c, horizon - 4, 60, 0.5, 6), '#9c9a92');
  for (let i = 0; i < 9; i += 1)
    turbine(
      c,
      160 + i * 290 + c.dice.between(-50, 50),
      horizon + 18,
      c.dice.between(170, 230),
      c.dice.between(0, 120),
      ['#eef3f7', '#ffffff'],
    );
  c.rect(
    0,
    horizon + 8,
    width,
    height,
    c.linear([
      [0, '#d9c096'],
      [1, '#a9814f'],
    ]),
  );
  for (let row = 0; row < 8; row += 1) {
    const t = row / 7;
    const top = horizon + 20 + t ** 1.7 * (height - horizon - 190);
    const h = 14 + t ** 1.5 * 150;
    const foot = top + h;
    const module = 40 + t ** 1.35 * 330;
    const lean = module * 0.16;
    const middle = width / 2;
    c.rect(0, foot + h * 0.06, width, h * 0.26, '#7c5f3c', 'opacity="0.32"');
    for (let k = -40; k < 40; k += 1) {
      const x = middle + k * module + (row % 2 ? module / 2 : 0);
      if (x > width + module || x < -module * 1.4) continue;
      const slant = ((x - middle) / width) * lean * 2;
      const light = Math.max(0, 1 - Math.abs(x + module / 2 - middle) / (width * 0.4));
      const p = [
        [x, foot],
        [x + module * 0.95, foot],
        [x + module * 0.95 - slant, top],
        [x - slant, top],
      ];
      c.rect(x + module * 0.2, foot - 2, module * 0.025, h * 0.36, '#8d949a');
      c.rect(x + module * 0.74, foot - 2, module * 0.025, h * 0.36, '#8d949a');
      c.polygon(
        p,
        mix('#1e3a6b', '#5f93cf', 0.15 + light * 0.6),
        `stroke="#dfe7ee" stroke-width="${h > 30 ? h * 0.022 : 0}"`,
      );
      const at = (u, v) => [x + module * 0.95 * u - slant * v, foot - h * v];
      if (h > 46) {
        for (let u = 1; u < 5; u += 1) c.line([at(u / 5, 0), at(u / 5, 1)], '#8fb0d6', h * 0.012, 'opacity="0.7"');
        for (let v = 1; v < 3; v += 1) c.line([at(0, v / 3), at(1, v / 3)], '#8fb0d6', h * 0.012, 'opacity="0.7"');
      }
      if (h > 30)
        c.polygon(
          [at(0.1, 1), at(0.34, 1), at(0.2, 0), at(0, 0)],
          '#ffffff',
          `opacity="${(0.06 + light * 0.16).toFixed(2)}"`,
        );
    }
  }
  for (let i = 0; i < 40; i += 1) {
    const x = c.dice.between(0, width);
    const y = c.dice.between(height - 40, height);
    for (let k = -3; k <= 3; k += 1)
      c.line(
        [
          [x, y],
          [x + k * 9, y - 40 + Math.abs(k) * 6],
        ],
        k % 2 ? '#6f7a3a' : '#8b8f4a',
        3.4,
      );
  }
  return c.svg();
}

/** Night shift: stacks, hot metal, lights on the water. */
export function smelter(width, height) {
  const c = canvas(width, height, 139);
  const ground = height * 0.7;
  sky(c, [
    [0, '#0d1838'],
    [0.35, '#24356c'],
    [0.58, '#7a5680'],
    [0.7, '#d9855c'],
  ]);
  for (let i = 0; i < 110; i += 1)
    c.circle(
      c.dice.between(0, width),
      c.dice.between(0, height * 0.42),
      c.dice.between(1.4, 3.6),
      '#fff7de',
      `opacity="${c.dice.between(0.3, 0.9).toFixed(2)}"`,
    );
  c.ellipse(
    width * 0.42,
    ground,
    width * 0.4,
    330,
    c.radial([
      [0, '#ffb35c', 0.6],
      [1, '#ffb35c', 0],
    ]),
  );
  const hall = (x, w, h, tone, roof) => {
    c.rect(x, ground - h, w, h, tone);
    if (roof === 'saw')
      for (let k = 0; k < w / 90; k += 1)
        c.polygon(
          [
            [x + k * 90, ground - h],
            [x + k * 90, ground - h - 56],
            [x + (k + 1) * 90, ground - h],
          ],
          tone,
        );
    else
      c.polygon(
        [
          [x - 10, ground - h],
          [x + w + 10, ground - h],
          [x + w * 0.5, ground - h - 70],
        ],
        mix(tone, '#000000', 0.15),
      );
  };
  const lights = (x, y, w, columns, rows, step) => {
    for (let r = 0; r < rows; r += 1)
      for (let k = 0; k < columns; k += 1)
        if (c.dice.next() > 0.22)
          c.rect(
            x + (w / columns) * k,
            y + r * step,
            (w / columns) * 0.55,
            step * 0.42,
            c.dice.pick(['#ffd77f', '#ffe7b0', '#ffbf5e']),
          );
  };
  for (const [x, h, w] of [
    [300, 620, 56],
    [430, 560, 48],
    [1480, 760, 70],
    [1690, 660, 56],
    [2140, 520, 48],
  ]) {
    c.polygon(
      [
        [x - w * 0.62, ground],
        [x + w * 0.62, ground],
        [x + w * 0.4, ground - h],
        [x - w * 0.4, ground - h],
      ],
      c.linear(
        [
          [0, '#4b4a72'],
          [0.5, '#2f3157'],
          [1, '#1e2040'],
        ],
        1,
        0,
      ),
    );
    for (const s of [0.1, 0.24, 0.38])
      c.rect(x - w * 0.46, ground - h * (1 - s), w * 0.92, h * 0.05, '#c5534a', 'opacity="0.75"');
    c.circle(x, ground - h - 4, 9, '#ff5a4a');
    c.circle(
      x,
      ground - h - 4,
      44,
      c.radial([
        [0, '#ff5a4a', 0.7],
        [1, '#ff5a4a', 0],
      ]),
    );
    for (let k = 0; k < 7; k += 1)
      c.ellipse(
        x + 30 + k * 62,
        ground - h - 40 - k * 40,
        44 + k * 22,
        30 + k * 12,
        '#b9b4d6',
        `opacity="${(0.3 - k * 0.034).toFixed(2)}"`,
      );
  }
  for (const x of [1900, 2040]) {
    c.path(
      `M${x - 120},${ground} C${x - 70},${ground - 160} ${x - 70},${ground - 240} ${x - 84},${ground - 340} H${x + 84} C${x + 70},${ground - 240} ${x + 70},${ground - 160} ${x + 120},${ground} Z`,
      c.linear(
        [
          [0, '#5b567e'],
          [1, '#2a2b50'],
        ],
        1,
        0,
      ),
    );
    for (let k = 0; k < 4; k += 1)
      c.ellipse(
        x + k * 46,
        ground - 380 - k * 46,
        90 + k * 26,
        44 + k * 10,
        '#d5cbe2',
        `opacity="${(0.34 - k * 0.06).toFixed(2)}"`,
      );
  }
  hall(40, 560, 250, '#2a2c52', 'saw');
  hall(560, 420, 360, '#232548', 'gable');
  hall(960, 460, 300, '#2d2e55', 'saw');
  hall(1390, 420, 390, '#262850', 'gable');
  hall(1780, 620, 190, '#22244a', 'saw');
  lights(70, ground - 220, 500, 14, 3, 66);
  lights(590, ground - 330, 360, 9, 4, 60);
  lights(990, ground - 266, 400, 11, 3, 66);
  lights(1420, ground - 356, 360, 9, 4, 66);
  lights(1800, ground - 160, 560, 15, 2, 66);
  c.rect(640, ground - 150, 260, 150, '#ff9d3f');
  c.rect(
    640,
    ground - 150,
    260,
    150,
    c.linear([
      [0, '#ffe39a'],
      [1, '#ff7a2f'],
    ]),
  );
  c.path(`M700,${ground - 150} h140 l-18,60 h-104 Z`, '#3a2b46');
  c.path(`M744,${ground - 92} q14,40 6,92 h52 q-12,-50 2,-92 Z`, '#fff3c0');
  for (let i = 0; i < 70; i += 1) {
    const a = c.dice.between(-2.9, -0.25);
    const r = c.dice.between(30, 330);
    c.circle(
      772 + Math.cos(a) * r,
      ground - 30 + Math.sin(a) * r * 0.62,
      c.dice.between(2, 6),
      c.dice.pick(['#ffe9a6', '#ffb84d', '#ff8a3c']),
    );
  }
  c.line(
    [
      [0, ground - 96],
      [600, ground - 96],
    ],
    '#1b1d3c',
    16,
  );
  c.line(
    [
      [980, ground - 330],
      [1400, ground - 330],
    ],
    '#1b1d3c',
    22,
  );
  for (const x of [60, 240, 420, 580]) c.rect(x, ground - 96, 12, 96, '#1b1d3c');
  for (let k = 0; k < 26; k += 1) c.rect(980 + k * 16, ground - 352, 4, 44, '#34365f');
  for (const x of [1130, 1250]) {
    c.rect(x - 46, ground - 210, 92, 210, '#3a3b66');
    c.ellipse(x, ground - 210, 46, 16, '#52537f');
    c.ellipse(x, ground - 120, 46, 12, '#2b2d55');
  }
  c.rect(0, ground, width, 40, '#15172f');
  c.rect(
    0,
    ground + 38,
    width,
    height - ground,
    c.linear([
      [0, '#6f4a62'],
      [0.3, '#33335f'],
      [1, '#0f1733'],
    ]),
  );
  for (let i = 0; i < 90; i += 1) {
    const x = c.dice.between(20, width - 20);
    const y = ground + 54 + c.dice.next() ** 1.4 * 330;
    const warm = Math.abs(x - 772) < 190;
    c.rect(
      x,
      y,
      c.dice.between(30, warm ? 150 : 90),
      c.dice.between(4, 9),
      warm ? '#ffb259' : c.dice.pick(['#ffd98a', '#c98a72', '#7d76a8']),
      `opacity="${c.dice.between(0.25, 0.75).toFixed(2)}" rx="4"`,
    );
  }
  c.path(
    `M0,${height} v-70 q${width * 0.2},-50 ${width * 0.46},20 q${width * 0.24},50 ${width * 0.54},-10 v60 Z`,
    '#0b0e22',
  );
  for (let i = 0; i < 70; i += 1) {
    const x = c.dice.between(0, width);
    c.path(
      `M${x},${height} q${c.dice.between(-14, 14)},-60 ${c.dice.between(-30, 40)},${-c.dice.between(90, 170)}`,
      'none',
      'stroke="#0b0e22" stroke-width="6" stroke-linecap="round"',
    );
  }
  return c.svg();
}
