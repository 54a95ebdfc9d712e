/**
 * The brush: a small SVG canvas and the strokes the scenes share. Everything random comes from a seeded
 * generator, so a picture is the same picture on every run.
 */

/** mulberry32: a 32-bit generator, enough for leaves and windows. */
export function random(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    between: (low, high) => low + (high - low) * next(),
    whole: (low, high) => Math.floor(low + (high - low + 1) * next()),
    pick: (list) => list[Math.floor(next() * list.length)],
  };
}

const round = (value) => Math.round(value * 10) / 10;
const point = ([x, y]) => `${round(x)},${round(y)}`;

/** A picture being drawn: `add` puts SVG on top of what is there. */
export function canvas(width, height, seed) {
  const defs = [];
  const body = [];
  let serial = 0;
  const add = (...parts) => body.push(...parts);
  const define = (make) => {
    serial += 1;
    defs.push(make(`d${serial}`));
    return `url(#d${serial})`;
  };
  const stops = (colours) =>
    colours
      .map(
        ([offset, colour, opacity = 1]) =>
          `<stop offset="${offset}" stop-color="${colour}" stop-opacity="${opacity}"/>`,
      )
      .join('');
  return {
    width,
    height,
    dice: random(seed),
    add,
    /** Top to bottom by default; `x2`, `y2` turn it. */
    linear: (colours, x2 = 0, y2 = 1) =>
      define(
        (id) => `<linearGradient id="${id}" x1="0" y1="0" x2="${x2}" y2="${y2}">${stops(colours)}</linearGradient>`,
      ),
    radial: (colours) => define((id) => `<radialGradient id="${id}">${stops(colours)}</radialGradient>`),
    clip: (path) => define((id) => `<clipPath id="${id}"><path d="${path}"/></clipPath>`),
    rect: (x, y, w, h, fill, extra = '') =>
      add(`<rect x="${round(x)}" y="${round(y)}" width="${round(w)}" height="${round(h)}" fill="${fill}" ${extra}/>`),
    circle: (x, y, r, fill, extra = '') =>
      add(`<circle cx="${round(x)}" cy="${round(y)}" r="${round(r)}" fill="${fill}" ${extra}/>`),
    ellipse: (x, y, rx, ry, fill, extra = '') =>
      add(`<ellipse cx="${round(x)}" cy="${round(y)}" rx="${round(rx)}" ry="${round(ry)}" fill="${fill}" ${extra}/>`),
    polygon: (points, fill, extra = '') =>
      add(`<polygon points="${points.map(point).join(' ')}" fill="${fill}" ${extra}/>`),
    line: (points, stroke, w, extra = '') =>
      add(
        `<polyline points="${points.map(point).join(' ')}" fill="none" stroke="${stroke}" stroke-width="${round(w)}" stroke-linecap="round" stroke-linejoin="round" ${extra}/>`,
      ),
    path: (d, fill, extra = '') => add(`<path d="${d}" fill="${fill}" ${extra}/>`),
    svg: () =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><defs>${defs.join('')}</defs>${body.join('')}</svg>`,
  };
}

/** Sky over the whole picture. */
export function sky(c, colours) {
  c.rect(0, 0, c.width, c.height, c.linear(colours));
}

/** A sun or moon with its glow. */
export function sun(c, x, y, r, colour, glow, reach = 7) {
  c.circle(
    x,
    y,
    r * reach,
    c.radial([
      [0, glow, 0.75],
      [0.25, glow, 0.35],
      [1, glow, 0],
    ]),
  );
  c.circle(x, y, r, colour);
}

/** A ridge line by midpoint displacement: points from left to right. */
export function ridge(c, y, amplitude, roughness = 0.55, steps = 8) {
  let points = [c.dice.between(-0.5, 0.5), c.dice.between(-0.5, 0.5)];
  let scale = 1;
  for (let step = 0; step < steps; step += 1) {
    const finer = [];
    for (let i = 0; i + 1 < points.length; i += 1) {
      finer.push(points[i], (points[i] + points[i + 1]) / 2 + c.dice.between(-scale, scale) / 2);
    }
    finer.push(points.at(-1));
    points = finer;
    scale *= roughness;
  }
  return points.map((value, i) => [(i / (points.length - 1)) * c.width, y - value * amplitude]);
}

/** Land under a ridge line, down to `bottom`. */
export function land(c, points, fill, bottom = c.height, extra = '') {
  c.polygon([...points, [c.width, bottom], [0, bottom]], fill, extra);
}

/** Soft rolling ground: a few sines. */
export function roll(c, y, amplitude, waves = 3) {
  const phases = Array.from({ length: waves }, () => c.dice.between(0, 6.28));
  return Array.from({ length: 81 }, (_, i) => {
    const t = i / 80;
    const lift = phases.reduce((sum, phase, k) => sum + Math.sin(t * 6.28 * (0.6 + k * 0.8) + phase) / (k + 1), 0);
    return [t * c.width, y - (lift * amplitude) / 2];
  });
}

/**
 * Snow mountains: a chain of peaks, each with a bright and a shaded face and a snow line that falls in tongues.
 *
 *        /\
 *       /  \.      bright face | shaded face
 */
export function snowRange(c, base, peaks, tones) {
  for (const [x, top, half] of peaks) {
    const height = base - top;
    const spur = (side, share) => [x + side * half * share * c.dice.between(0.9, 1.1), top + height * share];
    const left = [0.12, 0.26, 0.42, 0.6, 0.8].map((s) => spur(-1, s));
    const right = [0.12, 0.26, 0.42, 0.6, 0.8].map((s) => spur(1, s));
    const fold = [0.14, 0.3, 0.46, 0.64, 0.84, 1].map((s, i) => [
      x + half * 0.17 * (i % 2 ? 0.4 : 1) * (0.5 + s),
      top + height * s,
    ]);
    c.polygon(
      [[x, top], ...right, [x + half * 1.05, base], [x - half * 1.05, base], ...left.slice().reverse()],
      tones.rock,
    );
    c.polygon([[x, top], ...right, [x + half * 1.05, base], ...fold.slice().reverse()], tones.shade);
    const tongues = (side, lowest) => {
      const edge = side < 0 ? left : right;
      const out = [];
      const n = 7;
      for (let i = 0; i <= n; i += 1) {
        const t = i / n;
        const outer = edge[2];
        const inner = fold[2];
        const px = outer[0] + (inner[0] - outer[0]) * t;
        const py = outer[1] + (i % 2 ? 0.16 : -0.02) * height * lowest * c.dice.between(0.6, 1.3);
        out.push([px, py]);
      }
      return out;
    };
    c.polygon([[x, top], left[0], left[1], ...tongues(-1, 1), fold[1], fold[0]], tones.snow);
    c.polygon([[x, top], right[0], right[1], ...tongues(1, 0.8), fold[1], fold[0]], tones.snowShade);
  }
}

/** A poplar: a slim crown, lit from the left. */
export function poplar(c, x, foot, height, [light, dark], trunk = '#6b5844') {
  const w = height * 0.15;
  c.rect(x - height * 0.012, foot - height * 0.2, height * 0.024, height * 0.2, trunk);
  const crown = (s) =>
    `M${round(x)},${round(foot - height)} C${round(x + s * w * 1.15)},${round(foot - height * 0.72)} ${round(x + s * w * 1.25)},${round(foot - height * 0.3)} ${round(x + s * w * 0.35)},${round(foot - height * 0.12)} L${round(x)},${round(foot - height * 0.1)} Z`;
  c.path(crown(-1), light);
  c.path(crown(1), dark);
}

/** A round tree of three balls. */
export function roundTree(c, x, foot, size, [light, dark], trunk = '#5e4a3a') {
  c.polygon(
    [
      [x - size * 0.06, foot],
      [x + size * 0.06, foot],
      [x + size * 0.03, foot - size * 0.6],
      [x - size * 0.03, foot - size * 0.6],
    ],
    trunk,
  );
  for (const [dx, dy, r] of [
    [-0.22, -0.62, 0.27],
    [0.22, -0.6, 0.27],
    [0, -0.82, 0.33],
  ])
    c.circle(x + dx * size, foot + dy * size, r * size, dark);
  for (const [dx, dy, r] of [
    [-0.28, -0.66, 0.19],
    [0.14, -0.66, 0.17],
    [-0.07, -0.9, 0.22],
  ])
    c.circle(x + dx * size, foot + dy * size, r * size, light);
}

/** A wind turbine; `turn` in degrees. */
export function turbine(c, x, foot, height, turn, [tower, blade]) {
  c.polygon(
    [
      [x - height * 0.016, foot],
      [x + height * 0.016, foot],
      [x + height * 0.007, foot - height],
      [x - height * 0.007, foot - height],
    ],
    tower,
  );
  const hub = [round(x), round(foot - height)];
  const r = height * 0.56;
  for (const k of [0, 120, 240]) {
    c.path(
      `M0,0 C${round(r * 0.035)},${round(-r * 0.12)} ${round(r * 0.045)},${round(-r * 0.3)} ${round(r * 0.008)},${round(-r)} L${round(-r * 0.006)},${round(-r)} L${round(-r * 0.014)},${round(-r * 0.1)} Z`,
      blade,
      `transform="translate(${hub[0]},${hub[1]}) rotate(${turn + k})"`,
    );
  }
  c.circle(hub[0], hub[1], height * 0.018, blade);
}

/** Thin bars of cloud. */
export function clouds(c, list, colour, opacity = 0.6) {
  for (const [x, y, w, h] of list) {
    c.path(
      `M${x - w / 2},${y} q${w * 0.1},${-h * 0.8} ${w * 0.27},${-h * 0.55} q${w * 0.1},${-h} ${w * 0.27},${-h * 0.4} q${w * 0.14},${-h * 0.5} ${w * 0.24},${h * 0.2} q${w * 0.16},${-h * 0.1} ${w * 0.22},${h * 0.75} Z`,
      colour,
      `opacity="${opacity}"`,
    );
  }
}

/**
 * A field in strips that run to the vanishing point. `paint(i, strip)` draws strip i; `strip(t, u)` is the point at
 * depth t (0 at the horizon, 1 at the foot of the picture) and across the strip u (0–1).
 */
export function strips([vx, vy], foot, spread, count, paint) {
  for (let i = 0; i < count; i += 1) {
    const at = (t, u) => {
      const bottom = vx + spread * ((i + u) / count - 0.5);
      return [vx + (bottom - vx) * t, vy + (foot - vy) * t];
    };
    paint(i, at);
  }
}

/** Mix two #rrggbb colours. */
export function mix(a, b, t) {
  const parts = [1, 3, 5].map((i) => {
    const from = Number.parseInt(a.slice(i, i + 2), 16);
    const to = Number.parseInt(b.slice(i, i + 2), 16);
    return Math.round(from + (to - from) * t)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${parts.join('')}`;
}
