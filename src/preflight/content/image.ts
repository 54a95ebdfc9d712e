/** Pictures: XObjects and those that stand in the content itself (ISO 32000-1, 8.9). */
import { INLINE_KEYS } from '../../press/pdf/inline-image-names.js';
import { type PdfDict, PdfName, PdfStream, type PdfValue } from '../../press/pdf/values.js';
import { fullFilterName } from '../file/filters.js';
import type { Space } from './colour.js';
import { intersect, transformBox } from './graphics-state.js';
import { paintPattern } from './nested.js';
import { overprintOf } from './path-operators.js';
import type { StreamState } from './reading.js';

/** The dictionary before ID, with its keys written out. */
export function inlineDict(operands: readonly PdfValue[]): PdfDict {
  const dict: PdfDict = new Map();
  for (let i = 0; i + 1 < operands.length; i += 2) {
    const key = operands[i];
    if (key instanceof PdfName) dict.set(INLINE_KEYS[key.name] ?? key.name, operands[i + 1] as PdfValue);
  }
  return dict;
}

/** Paints an image in the unit square. */
export function paintImage(state: StreamState, dict: PdfDict, object: number | undefined): void {
  const { graphics, reading } = state;
  const { archive, spaces } = reading.session;
  const box = intersect(transformBox([0, 0, 1, 1], graphics.ctm), graphics.clip);
  if (!box) return;
  const get = (key: string): PdfValue => archive.resolve(dict.get(key));
  const number = (key: string, fallback: number): number => {
    const value = get(key);
    return typeof value === 'number' ? value : fallback;
  };
  const stencil = get('ImageMask') === true;
  const filters = filtersOf(state, dict);
  const space: Space | undefined =
    stencil || !dict.has('ColorSpace') ? undefined : spaces.read(dict.get('ColorSpace'), state.resources);
  const [width, height] = [number('Width', 0), number('Height', 0)];
  const [a, b, c, d] = graphics.ctm;
  const perInch = (pixels: number, points: number): number => (points > 0 ? pixels / (points / 72) : Infinity);
  const placed = state.placedAt ?? box;
  reading.marks.push({
    kind: 'image',
    box: placed,
    within: state.within,
    overprint: overprintOf(state),
    transparency: graphics.transparency,
    object,
    width,
    height,
    bits: stencil ? 1 : number('BitsPerComponent', 8),
    ...(stencil ? { stencil: graphics.fill } : {}),
    ...(space ? { space } : {}),
    filters,
    ppi: [perInch(width, Math.hypot(a, b)), perInch(height, Math.hypot(c, d))],
    ownMask: get('SMask') instanceof PdfStream || number('SMaskInData', 0) > 0,
    alternates: Array.isArray(get('Alternates')),
    opi: dict.has('OPI'),
  });
  if (stencil) paintPattern(state, graphics.fill, placed);
}

function filtersOf(state: StreamState, dict: PdfDict): string[] {
  const { archive } = state.reading.session;
  const filter = archive.resolve(dict.get('Filter'));
  return (Array.isArray(filter) ? filter : [filter])
    .map((each) => archive.resolve(each))
    .filter((each): each is PdfName => each instanceof PdfName)
    .map(({ name }) => fullFilterName(name));
}

/**
 * Where the data of an inline image end: behind `EI`. Without a filter their length follows from the picture's
 * size; else the first `EI` between white space counts that is followed by text, not by more data.
 */
export function endOfInlineImage(bytes: Uint8Array, start: number, length: number | undefined): number {
  const isSpace = (byte: number | undefined): boolean =>
    byte === undefined || byte === 10 || byte === 13 || byte === 32 || byte === 9 || byte === 0;
  const isText = (from: number): boolean => {
    for (let i = from; i < Math.min(from + 12, bytes.length); i++) {
      const byte = bytes[i] as number;
      if (byte > 126 || (byte < 32 && !isSpace(byte))) return false;
    }
    return true;
  };
  for (let at = start + (length ?? 0); at < bytes.length; at++) {
    if (bytes[at] !== 0x45 || bytes[at + 1] !== 0x49 || !isSpace(bytes[at + 2])) continue;
    if ((at === start + (length ?? -1) || isSpace(bytes[at - 1])) && isText(at + 2)) return at + 2;
  }
  return bytes.length;
}

/** Bytes of unfiltered samples. */
export function plainLength(dict: PdfDict, space: Space | undefined): number | undefined {
  if (dict.has('Filter')) return undefined;
  const number = (key: string): number => (typeof dict.get(key) === 'number' ? (dict.get(key) as number) : 0);
  const bits = dict.get('ImageMask') === true ? 1 : number('BitsPerComponent') || 8;
  const components = dict.get('ImageMask') === true ? 1 : (space?.components ?? 1);
  return Math.ceil((number('Width') * bits * components) / 8) * number('Height');
}
