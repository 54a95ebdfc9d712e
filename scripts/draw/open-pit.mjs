/** The mine from which the town grew. */
import { canvas, clouds, land, mix, ridge, roll, sky } from './brush.mjs';

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
