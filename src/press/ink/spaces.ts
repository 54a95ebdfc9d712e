/** Colour spaces (ISO 32000-1, 8.6), as far as the press has to do with them: what kind of numbers a colour is made of. */
import type { PdfFile } from '../pdf/pdf-file.js';
import { type PdfDict, PdfName, PdfStream, PdfString, type PdfValue } from '../pdf/values.js';
import { nameOf } from '../text/font.js';

export type Space =
  | { kind: 'grey' | 'rgb' | 'cmyk' }
  /** A colour of a palette, which holds the bytes of `base`. */
  | { kind: 'indexed'; base: Space; palette: Uint8Array }
  /** `under` gives the colour of a pattern that has none of its own. */
  | { kind: 'pattern'; under?: Space }
  /** Separation or DeviceN over a space without red, green and blue: printed as it stands. */
  | { kind: 'spot'; name: string; components: number }
  /** One we do not convert: Lab, and spots that stand for RGB. */
  | { kind: 'foreign'; name: string };

/** How many numbers make a colour. */
export function componentsOf(space: Space): number {
  const { kind } = space;
  if (kind === 'rgb' || kind === 'foreign') return 3;
  return kind === 'cmyk' ? 4 : kind === 'spot' ? space.components : 1;
}

/** Reads a colour space: its name, one of the names of `resources`, or the array that describes it. */
export function readSpace(file: PdfFile, value: PdfValue | undefined, resources: PdfDict, depth = 0): Space {
  const resolved = file.resolve(value);
  if (depth > 4) return { kind: 'foreign', name: '?' };
  if (resolved instanceof PdfName) {
    const device = DEVICES.get(resolved.name);
    if (device) return device;
    const named = file.dict(resources.get('ColorSpace')).get(resolved.name);
    return named === undefined
      ? { kind: 'foreign', name: resolved.name }
      : readSpace(file, named, resources, depth + 1);
  }
  if (!Array.isArray(resolved)) return { kind: 'foreign', name: '?' };
  const family = nameOf(file, resolved[0]);
  const inner = (at: number): Space => readSpace(file, resolved[at], resources, depth + 1);
  switch (family) {
    case 'ICCBased':
      return byComponents(file.resolve(file.dict(resolved[1]).get('N')));
    case 'CalRGB':
      return { kind: 'rgb' };
    case 'CalGray':
      return { kind: 'grey' };
    case 'Pattern':
      return resolved.length > 1 ? { kind: 'pattern', under: inner(1) } : { kind: 'pattern' };
    case 'Indexed':
    case 'I':
      return { kind: 'indexed', base: inner(1), palette: bytesOf(file, resolved[3]) };
    case 'Separation':
    case 'DeviceN': {
      const { kind } = inner(2);
      const inks = file.resolve(resolved[1]);
      const components = Array.isArray(inks) ? inks.length : 1;
      return kind === 'cmyk' || kind === 'grey'
        ? { kind: 'spot', name: family, components }
        : { kind: 'foreign', name: family };
    }
  }
  return DEVICES.get(family) ?? { kind: 'foreign', name: family };
}

/** The short names are those of inline images. */
const DEVICES: ReadonlyMap<string, Space> = new Map<string, Space>([
  ['DeviceGray', { kind: 'grey' }],
  ['G', { kind: 'grey' }],
  ['DeviceRGB', { kind: 'rgb' }],
  ['RGB', { kind: 'rgb' }],
  ['DeviceCMYK', { kind: 'cmyk' }],
  ['CMYK', { kind: 'cmyk' }],
  ['Pattern', { kind: 'pattern' }],
]);

function byComponents(count: PdfValue): Space {
  return count === 1 ? { kind: 'grey' } : count === 4 ? { kind: 'cmyk' } : { kind: 'rgb' };
}

/** The palette of an Indexed space is a string or a stream. */
function bytesOf(file: PdfFile, value: PdfValue | undefined): Uint8Array {
  const resolved = file.resolve(value);
  if (resolved instanceof PdfStream) return file.decode(resolved);
  return resolved instanceof PdfString ? Buffer.from(resolved.bytes, 'latin1') : new Uint8Array();
}
