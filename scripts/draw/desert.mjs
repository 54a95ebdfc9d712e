/** The edge of the desert: dunes, held by straw. */
import { canvas, clouds, land, mix, ridge, roll, sky } from './brush.mjs';

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
