/** A reservoir in its gorge: red walls in beds, still water, the dam. */
import { canvas, clouds, land, mix, ridge, roundTree, sky } from './brush.mjs';

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
