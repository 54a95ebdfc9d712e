/** Colour spaces as files write them: names, arrays, defaults among the resources, and profiles (8.6.3 to 8.6.6). */
import { type PdfDict, PdfName, PdfStream, PdfString, type PdfValue } from '../../press/pdf/values.js';
import type { Archive } from '../file/archive.js';
import type { Space, SpaceKind } from './colour.js';

export const GRAY: Space = { kind: 'DeviceGray', components: 1 };
export const RGB: Space = { kind: 'DeviceRGB', components: 3 };
export const CMYK: Space = { kind: 'DeviceCMYK', components: 4 };
export const UNKNOWN_SPACE: Space = { kind: 'unknown', components: 1 };

/** Abbreviations are those of inline images (table 93). */
const DEVICE: Record<string, Space> = {
  DeviceGray: GRAY,
  G: GRAY,
  DeviceRGB: RGB,
  RGB,
  DeviceCMYK: CMYK,
  CMYK,
  Pattern: { kind: 'Pattern', components: 0 },
};

const DEFAULTS: Partial<Record<SpaceKind, string>> = {
  DeviceGray: 'DefaultGray',
  DeviceRGB: 'DefaultRGB',
  DeviceCMYK: 'DefaultCMYK',
};

/** Spaces within spaces are two or three deep: Indexed over Separation over ICCBased. */
const MAX_DEPTH = 6;

/** Reads spaces once each; the same array gives the same space. */
export interface SpaceReader {
  /** A space as an operand or entry names it, with the resources of its stream. */
  read(value: PdfValue | undefined, resources: PdfDict): Space;
  /** A device space, or what the resources put in its place. */
  device(space: Space, resources: PdfDict): Space;
}

export function spaceReader(archive: Archive): SpaceReader {
  const known = new Map<PdfValue, Space>();

  function read(value: PdfValue | undefined, resources: PdfDict, depth = 0): Space {
    if (depth > MAX_DEPTH) return UNKNOWN_SPACE;
    const found = archive.resolve(value);
    if (found instanceof PdfName) {
      const plain = DEVICE[found.name];
      if (plain) return device(plain, resources, depth);
      const named = archive.dict(resources.get('ColorSpace')).get(found.name);
      return named === undefined ? UNKNOWN_SPACE : read(named, resources, depth + 1);
    }
    if (!Array.isArray(found)) return UNKNOWN_SPACE;
    const cached = known.get(found);
    if (cached) return cached;
    const space = readArray(found, resources, depth);
    known.set(found, space);
    return space;
  }

  function readArray(list: PdfValue[], resources: PdfDict, depth: number): Space {
    const kind = archive.resolve(list[0]);
    switch (kind instanceof PdfName ? kind.name : '') {
      case 'ICCBased':
        return profiled(list[1]);
      case 'CalGray':
        return { kind: 'CalGray', components: 1 };
      case 'CalRGB':
        return { kind: 'CalRGB', components: 3 };
      case 'Lab':
        return { kind: 'Lab', components: 3 };
      case 'Indexed':
      case 'I':
        return { ...read(list[1], resources, depth + 1), components: 1, indexed: { palette: palette(list[3]) } };
      case 'Separation':
        return {
          kind: 'Separation',
          components: 1,
          names: names([list[1] ?? null]),
          base: read(list[2], resources, depth + 1),
        };
      case 'DeviceN': {
        const colorants = names(archive.resolve(list[1]));
        const base = read(list[2], resources, depth + 1);
        return { kind: 'DeviceN', components: colorants.length, names: colorants, base };
      }
      case 'Pattern':
        return list[1] === undefined
          ? { kind: 'Pattern', components: 0 }
          : { kind: 'Pattern', components: 0, base: read(list[1], resources, depth + 1) };
      default:
        return kind instanceof PdfName && DEVICE[kind.name]
          ? device(DEVICE[kind.name] as Space, resources, depth)
          : UNKNOWN_SPACE;
    }
  }

  function profiled(value: PdfValue | undefined): Space {
    const stream = archive.resolve(value);
    if (!(stream instanceof PdfStream)) return UNKNOWN_SPACE;
    const header = Buffer.from(archive.unpack(stream).bytes.subarray(0, 20)).toString('latin1').slice(16, 20);
    const components = archive.resolve(stream.dict.get('N'));
    if (header === 'Lab ') return { kind: 'ICCLab', components: 3 };
    if (components === 1) return { kind: 'ICCGray', components };
    if (components === 4) return { kind: 'ICCCMYK', components };
    return components === 3 ? { kind: 'ICCRGB', components } : UNKNOWN_SPACE;
  }

  function palette(value: PdfValue | undefined): Uint8Array {
    const table = archive.resolve(value);
    if (table instanceof PdfString) return Buffer.from(table.bytes, 'latin1');
    return table instanceof PdfStream ? archive.unpack(table).bytes : new Uint8Array(0);
  }

  function names(list: PdfValue): string[] {
    return (Array.isArray(list) ? list : []).map((each) => {
      const name = archive.resolve(each);
      return name instanceof PdfName ? readableName(name.name) : '?';
    });
  }

  function device(space: Space, resources: PdfDict, depth = 0): Space {
    const key = DEFAULTS[space.kind];
    const substitute = key && archive.dict(resources.get('ColorSpace')).get(key);
    // A default that is itself the device space is none.
    if (!substitute || archive.resolve(substitute) instanceof PdfName) return space;
    return read(substitute, resources, depth + 1);
  }

  return { read: (value, resources) => read(value, resources), device: (space, resources) => device(space, resources) };
}

/** Names are bytes; most writers mean UTF-8 (ISO 32000-1, 7.3.5). */
export function readableName(name: string): string {
  const bytes = Buffer.from(name, 'latin1');
  const text = bytes.toString('utf8');
  return text.includes('\ufffd') ? name : text;
}
