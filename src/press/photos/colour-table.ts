/**
 * From RGB to ink by a table of 33 × 33 × 33 colours, as colour engines do it for 8-bit pixels: the colour engine makes
 * the table once, exactly and with the total ink limited, and pixels are found between its nodes. Between nodes that
 * keep the limit everything keeps it.
 */
import type { RenderingIntent } from '../../tree/press-settings.js';
import type { ColourEngine, ColourSide } from '../profile/colour-engine.js';
import { limitInk } from './ink-limit.js';

const NODES = 33;
const STEP_B = 4;
const STEP_G = STEP_B * NODES;
const STEP_R = STEP_G * NODES;
const WHITE = NODES ** 3 - 1;

/** Inks of the nodes, 0 to 255, red slowest and blue fastest. */
export type ColourTable = Float32Array;

/** Rounding the four inks of a pixel adds two levels at most. */
const ROUNDING = 2;

/** Nothing where the profile of the source is unfit. */
export function makeColourTable(
  engine: ColourEngine,
  from: ColourSide,
  press: Uint8Array,
  intent: RenderingIntent,
  limit: number,
): ColourTable | undefined {
  const colours = new Uint16Array(NODES ** 3 * 3);
  for (let node = 0; node <= WHITE; node += 1) {
    const [r, g, b] = [Math.floor(node / NODES ** 2), Math.floor(node / NODES) % NODES, node % NODES];
    colours.set(
      [r, g, b].map((level) => Math.round((level * 0xffff) / (NODES - 1))),
      node * 3,
    );
  }
  const inks = engine.convert(colours, from, { space: 'CMYK', icc: press }, intent);
  if (!inks) return undefined;
  const table = Float32Array.from(inks, (value) => value / 257);
  for (let at = 0; at < table.length; at += 4) limitInk(table, at, limit - ROUNDING);
  // White is the paper; the last digit of a table must not put a dot on it.
  if (intent !== '绝对色度') table.fill(0, WHITE * 4);
  return table;
}

/** Converts pixels, by the tetrahedron of nodes in which each lies. */
export function applyColourTable(table: ColourTable, rgb: Uint8Array): Uint8Array {
  const inks = new Uint8Array((rgb.length / 3) * 4);
  const { base, part } = POSITIONS;
  let last = -1;
  for (let from = 0, to = 0; from < rgb.length; from += 3, to += 4) {
    const r = rgb[from] as number;
    const g = rgb[from + 1] as number;
    const b = rgb[from + 2] as number;
    const colour = (r << 16) | (g << 8) | b;
    if (colour === last) {
      inks.copyWithin(to, to - 4, to);
      continue;
    }
    last = colour;
    const x = part[r] as number;
    const y = part[g] as number;
    const z = part[b] as number;
    const low = (base[r] as number) * STEP_R + (base[g] as number) * STEP_G + (base[b] as number) * STEP_B;
    const stepX = x > 0 ? STEP_R : 0;
    const stepY = y > 0 ? STEP_G : 0;
    const stepZ = z > 0 ? STEP_B : 0;
    const high = low + stepX + stepY + stepZ;
    // The way from the low corner to the high one goes along the axis of the greatest part first.
    const most = Math.max(x, y, z);
    const least = Math.min(x, y, z);
    const middle = x + y + z - most - least;
    const one = low + (x === most ? stepX : y === most ? stepY : stepZ);
    const two = high - (z === least ? stepZ : y === least ? stepY : stepX);
    const [w0, w1, w2] = [1 - most, most - middle, middle - least];
    for (let ink = 0; ink < 4; ink += 1) {
      const value =
        (table[low + ink] as number) * w0 +
        (table[one + ink] as number) * w1 +
        (table[two + ink] as number) * w2 +
        (table[high + ink] as number) * least;
      inks[to + ink] = value + 0.5;
    }
  }
  return inks;
}

/** For each of the 256 levels: the node below it, and how far it lies towards the next. */
const POSITIONS = (() => {
  const base = new Uint8Array(256);
  const part = new Float64Array(256);
  for (let level = 0; level < 256; level += 1) {
    const position = (level * (NODES - 1)) / 255;
    base[level] = Math.floor(position);
    part[level] = position - Math.floor(position);
  }
  return { base, part };
})();
