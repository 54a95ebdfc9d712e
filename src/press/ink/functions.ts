/** Functions of a PDF (ISO 32000-1, 7.10): how the colours of a gradient run. */
import { PdfError } from '../pdf/pdf-error.js';
import type { PdfFile } from '../pdf/pdf-file.js';
import { type PdfDict, PdfStream, type PdfValue } from '../pdf/values.js';
import { compileCalculator } from './calculator.js';

export type PdfFunction = (inputs: readonly number[]) => number[];

/** The function of a value; an array of functions gives one number each. */
export function readFunction(file: PdfFile, value: PdfValue | undefined): PdfFunction {
  const resolved = file.resolve(value);
  if (Array.isArray(resolved)) {
    const parts = resolved.map((each) => readFunction(file, each));
    return (inputs) => parts.map((part) => part(inputs)[0] ?? 0);
  }
  const entries = file.dict(resolved);
  const domain = numbersOf(file, entries.get('Domain'));
  const range = numbersOf(file, entries.get('Range'));
  const compute = kindOf(file, resolved, entries);
  return (inputs) => clamp(compute(clamp(inputs, domain)), range);
}

/** The numbers of an array, those of others left out. */
export function numbersOf(file: PdfFile, value: PdfValue | undefined): number[] {
  const list = file.resolve(value);
  return Array.isArray(list) ? list.map((each) => file.resolve(each)).filter((each) => typeof each === 'number') : [];
}

function kindOf(file: PdfFile, value: PdfValue, entries: PdfDict): PdfFunction {
  switch (file.resolve(entries.get('FunctionType'))) {
    case 0:
      if (value instanceof PdfStream) return sampled(file, value);
      break;
    case 2:
      return exponential(file, entries);
    case 3:
      return stitching(file, entries);
    case 4:
      if (value instanceof PdfStream) return compileCalculator(file.decode(value));
  }
  throw new PdfError('PDF 内容损坏：渐变的函数看不懂。');
}

function clamp(values: readonly number[], bounds: readonly number[]): number[] {
  return values.map((value, i) => {
    const [least, most] = [bounds[2 * i], bounds[2 * i + 1]];
    return least === undefined || most === undefined ? value : Math.min(Math.max(value, least), most);
  });
}

function exponential(file: PdfFile, entries: PdfDict): PdfFunction {
  const given = (key: string, standard: number[]): number[] => {
    const numbers = numbersOf(file, entries.get(key));
    return numbers.length > 0 ? numbers : standard;
  };
  const [from, to] = [given('C0', [0]), given('C1', [1])];
  const exponent = file.resolve(entries.get('N'));
  const power = typeof exponent === 'number' ? exponent : 1;
  return ([x = 0]) => from.map((start, i) => start + x ** power * ((to[i] ?? start) - start));
}

function stitching(file: PdfFile, entries: PdfDict): PdfFunction {
  const list = file.resolve(entries.get('Functions'));
  const parts = Array.isArray(list) ? list.map((each) => readFunction(file, each)) : [];
  const bounds = numbersOf(file, entries.get('Bounds'));
  const encode = numbersOf(file, entries.get('Encode'));
  const [start = 0, end = 1] = numbersOf(file, entries.get('Domain'));
  const edges = [start, ...bounds, end];
  return ([x = 0]) => {
    let at = 0;
    while (at < parts.length - 1 && x >= (edges[at + 1] as number)) at += 1;
    const [low, high] = [edges[at] as number, edges[at + 1] as number];
    const [first = 0, last = 1] = encode.slice(2 * at, 2 * at + 2);
    const share = high === low ? 0 : (x - low) / (high - low);
    return parts[at]?.([first + share * (last - first)]) ?? [];
  };
}

/** Samples of whole bytes; between two of the first input straight lines, of other inputs the nearest. */
function sampled(file: PdfFile, stream: PdfStream): PdfFunction {
  const { dict } = stream;
  const size = numbersOf(file, dict.get('Size'));
  const bits = file.resolve(dict.get('BitsPerSample'));
  const domain = numbersOf(file, dict.get('Domain'));
  const range = numbersOf(file, dict.get('Range'));
  const decode = dict.has('Decode') ? numbersOf(file, dict.get('Decode')) : range;
  const encode = numbersOf(file, dict.get('Encode'));
  if (bits !== 8 && bits !== 16) throw new PdfError('PDF 内容损坏：渐变的函数看不懂。');
  const data = file.decode(stream);
  const bytes = bits / 8;
  const outputs = range.length / 2;
  const sample = (index: number, output: number): number => {
    const at = (index * outputs + output) * bytes;
    const raw = bytes === 1 ? (data[at] ?? 0) / 255 : (((data[at] ?? 0) << 8) | (data[at + 1] ?? 0)) / 65535;
    const [least = 0, most = 1] = decode.slice(2 * output, 2 * output + 2);
    return least + raw * (most - least);
  };
  return (inputs) => {
    const places = size.map((count, i) => {
      const [low = 0, high = 1] = domain.slice(2 * i, 2 * i + 2);
      const [first = 0, last = count - 1] = encode.slice(2 * i, 2 * i + 2);
      const place = first + (((inputs[i] ?? 0) - low) / (high - low || 1)) * (last - first);
      return Math.min(Math.max(place, 0), count - 1);
    });
    let index = 0;
    for (let i = size.length - 1; i > 0; i--)
      index = (index + Math.round(places[i] as number)) * (size[i - 1] as number);
    const along = places[0] ?? 0;
    const before = Math.floor(along);
    const after = Math.min(before + 1, (size[0] ?? 1) - 1);
    return Array.from({ length: outputs }, (_, output) => {
      const value = sample(index + before, output);
      return value + (along - before) * (sample(index + after, output) - value);
    });
  };
}
