/**
 * Gradients in inks (ISO 32000-1, 8.7.4.5). Where a function runs straight between two colours, so do the inks between
 * theirs; any other is sampled. Meshes carry their colours in their data and are not converted.
 */
import type { PdfFile } from '../pdf/pdf-file.js';
import { dict, name, type PdfDict, PdfStream, type PdfValue } from '../pdf/values.js';
import { inksOf } from './colour.js';
import { numbersOf, readFunction } from './functions.js';
import { BLACK, type Cmyk, type Inks } from './inks.js';
import { readSpace } from './spaces.js';

export interface PressShading {
  value: PdfValue;
  /** Names of the colours that are not in the ink table; where it was sampled, none, because every shade would be one. */
  foreign: string[];
  /** The kind of a gradient that is only near its original, because it was sampled. */
  sampled?: string;
  /** Why it was left as it is. */
  refused?: string;
}

/** Function-based, axial and radial shadings; from 4 on they are meshes. */
const MESH = 4;
const KINDS: Record<number, string> = { 1: '锥形、重复等渐变', 2: '线性渐变', 3: '放射渐变' };

/** The shading in CMYK. Throws a PdfError where its functions cannot be read. */
export function pressShading(file: PdfFile, shading: PdfDict, resources: PdfDict, inks: Inks): PressShading {
  const space = readSpace(file, shading.get('ColorSpace'), resources);
  const kind = file.resolve(shading.get('ShadingType'));
  if (space.kind === 'cmyk' || space.kind === 'spot') return { value: shading, foreign: [] };
  if (space.kind === 'foreign') return { value: shading, foreign: [], refused: space.name };
  if (typeof kind !== 'number' || kind >= MESH) return { value: shading, foreign: [], refused: `ShadingType ${kind}` };
  const foreign: string[] = [];
  const convert = (colour: readonly number[]): Cmyk => {
    const odd = space.kind === 'rgb' && inks.foreign(colour[0] ?? 0, colour[1] ?? 0, colour[2] ?? 0);
    if (odd && !foreign.includes(odd)) foreign.push(odd);
    return inksOf(space, colour, inks) ?? BLACK;
  };
  const value = new Map(shading);
  value.set('ColorSpace', name('DeviceCMYK'));
  const background = numbersOf(file, shading.get('Background'));
  if (background.length > 0) value.set('Background', [...convert(background)]);
  const stops = foreign.length;
  const run = pressFunction(file, shading.get('Function'), convert);
  value.set('Function', run ?? sampledFunction(file, shading.get('Function'), convert));
  return run ? { value, foreign } : { value, foreign: foreign.slice(0, stops), sampled: KINDS[kind] ?? '' };
}

type Convert = (colour: readonly number[]) => Cmyk;

/** The function in inks where it is made of straight runs; nothing where it has to be sampled. */
function pressFunction(file: PdfFile, value: PdfValue | undefined, convert: Convert): PdfValue | undefined {
  const entries = file.dict(value);
  const kind = file.resolve(entries.get('FunctionType'));
  if (kind === 2) {
    const colour = (key: string, standard: number): PdfValue[] => {
      const numbers = numbersOf(file, entries.get(key));
      return [...convert(numbers.length > 0 ? numbers : [standard])];
    };
    return new Map([...entries, ['C0', colour('C0', 0)], ['C1', colour('C1', 1)]]);
  }
  const parts = file.resolve(entries.get('Functions'));
  if (kind !== 3 || !Array.isArray(parts)) return undefined;
  const own = parts.map((part) => pressFunction(file, part, convert));
  return own.every((part) => part !== undefined) ? new Map(entries).set('Functions', own) : undefined;
}

/** Samples of one input, and of each of two. */
const SAMPLES = [256, 128] as const;

/** A function in samples, as an object of its own: streams cannot stand inside others. */
function sampledFunction(file: PdfFile, value: PdfValue | undefined, convert: Convert): PdfStream {
  const compute = readFunction(file, value);
  const resolved = file.resolve(value);
  const domain = numbersOf(file, file.dict(Array.isArray(resolved) ? resolved[0] : resolved).get('Domain'));
  const inputs = domain.length / 2;
  const count = SAMPLES[inputs - 1] as number;
  const bytes: number[] = [];
  const at = (i: number, input: number): number => {
    const [low = 0, high = 1] = domain.slice(2 * input, 2 * input + 2);
    return low + (i / (count - 1)) * (high - low);
  };
  for (let second = 0; second < (inputs === 2 ? count : 1); second++) {
    for (let first = 0; first < count; first++) {
      const point = inputs === 2 ? [at(first, 0), at(second, 1)] : [at(first, 0)];
      bytes.push(...convert(compute(point)).map((share) => Math.round(share * 255)));
    }
  }
  const entries = dict({
    FunctionType: 0,
    Domain: domain,
    Range: [0, 1, 0, 1, 0, 1, 0, 1],
    Size: new Array(inputs).fill(count),
    BitsPerSample: 8,
  });
  return new PdfStream(entries, Uint8Array.from(bytes));
}
