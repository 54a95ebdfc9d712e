/** Colours as they are painted, and the inks they need (ISO 32000-1, 8.6). */
import type { PdfValue } from '../../press/pdf/values.js';

export type SpaceKind =
  | 'DeviceGray'
  | 'DeviceRGB'
  | 'DeviceCMYK'
  | 'CalGray'
  | 'CalRGB'
  | 'Lab'
  | 'ICCGray'
  | 'ICCRGB'
  | 'ICCCMYK'
  | 'ICCLab'
  | 'Separation'
  | 'DeviceN'
  | 'Pattern'
  | 'unknown';

/** What rules ask of a space: which kind of numbers reach the plates. */
export type Family = 'gray' | 'rgb' | 'cmyk' | 'lab' | 'spot' | 'pattern' | 'unknown';

export interface Space {
  kind: SpaceKind;
  /** Number of components. */
  components: number;
  /** Names of the colorants of Separation and DeviceN. */
  names?: readonly string[];
  /** Under an Indexed space, the alternate of a Separation, the base of a Pattern. */
  base?: Space;
  /** An Indexed space is its base, looked up. */
  indexed?: { palette: Uint8Array };
}

/** Parts of ink, 0 to 1. */
export type Inks = readonly [c: number, m: number, y: number, k: number];

export interface Colour {
  space: Space;
  values: readonly number[];
  /** The pattern painted with, and its object number. */
  pattern?: { value: PdfValue; object?: number };
}

const FAMILIES: Record<SpaceKind, Family> = {
  DeviceGray: 'gray',
  CalGray: 'gray',
  ICCGray: 'gray',
  DeviceRGB: 'rgb',
  CalRGB: 'rgb',
  ICCRGB: 'rgb',
  DeviceCMYK: 'cmyk',
  ICCCMYK: 'cmyk',
  Lab: 'lab',
  ICCLab: 'lab',
  Separation: 'spot',
  DeviceN: 'spot',
  Pattern: 'pattern',
  unknown: 'unknown',
};

/** The family of a space; Separation and DeviceN of process inks are still `spot`: ask `inksOf` for what they lay down. */
export function familyOf(space: Space): Family {
  return FAMILIES[space.kind];
}

/** The inks a process colour lays down; nothing where a profile or a spot ink decides. */
export function inksOf({ space, values }: Colour): Inks | undefined {
  const [a = 0, b = 0, c = 0, d = 0] = values;
  switch (space.kind) {
    case 'DeviceGray':
    case 'CalGray':
    case 'ICCGray':
      return space.indexed ? undefined : [0, 0, 0, clamp(1 - a)];
    case 'DeviceCMYK':
    case 'ICCCMYK':
      return space.indexed ? undefined : [clamp(a), clamp(b), clamp(c), clamp(d)];
    case 'Separation':
    case 'DeviceN':
      return processInks(space.names ?? [], values);
    default:
      return undefined;
  }
}

const PROCESS = ['Cyan', 'Magenta', 'Yellow', 'Black'];

function processInks(names: readonly string[], values: readonly number[]): Inks | undefined {
  if (names.length === 1 && names[0] === 'All') {
    const tint = clamp(values[0] ?? 1);
    return [tint, tint, tint, tint];
  }
  const inks = [0, 0, 0, 0];
  for (const [i, name] of names.entries()) {
    const ink = PROCESS.indexOf(name);
    if (ink >= 0) inks[ink] = clamp(values[i] ?? 1);
    else if (name !== 'None') return undefined;
  }
  return inks as unknown as Inks;
}

/** Names of inks beside the four of the process. `All` paints every plate and is none of its own. */
export function spotsOf(space: Space): string[] {
  const own = (space.names ?? []).filter((name) => !PROCESS.includes(name) && name !== 'All' && name !== 'None');
  return space.kind === 'Pattern' && space.base ? [...own, ...spotsOf(space.base)] : own;
}

/** `C30 M0 Y0 K100`, `RGB 255 0 0`. */
export function describeColour({ space, values }: Colour): string {
  const inks = inksOf({ space, values });
  if (space.names && space.names.length > 0 && !inks) {
    return space.names.map((name, i) => `${name} ${percent(values[i] ?? 1)}%`).join(' + ');
  }
  if (inks) return describeInks(inks);
  if (familyOf(space) === 'rgb' && !space.indexed) {
    return `${kindName(space)} ${values.map((value) => Math.round(clamp(value) * 255)).join(' ')}`;
  }
  return kindName(space);
}

export function describeInks([c, m, y, k]: Inks): string {
  return `C${percent(c)} M${percent(m)} Y${percent(y)} K${percent(k)}`;
}

/** How a prepress operator calls the space. */
export function kindName(space: Space): string {
  const names: Partial<Record<SpaceKind, string>> = {
    DeviceGray: '灰',
    DeviceRGB: 'RGB',
    DeviceCMYK: 'CMYK',
    ICCGray: '带特性文件的灰',
    ICCRGB: '带特性文件的 RGB',
    ICCCMYK: '带特性文件的 CMYK',
    ICCLab: '带特性文件的 Lab',
    CalGray: '校准灰（CalGray）',
    CalRGB: '校准 RGB（CalRGB）',
    Separation: `专色（${space.names?.join('、') ?? ''}）`,
    DeviceN: `多色（${space.names?.join('、') ?? ''}）`,
    unknown: '不认识的色彩空间',
  };
  return `${space.indexed ? '索引色 ' : ''}${names[space.kind] ?? space.kind}`;
}

function percent(part: number): number {
  return Math.round(part * 1000) / 10;
}

function clamp(value: number): number {
  return value < 0 ? 0 : value > 1 ? 1 : value;
}
