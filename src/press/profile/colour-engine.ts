/**
 * The colour engine: Little CMS, as a WebAssembly module. sharp has it too, but lets only the perceptual intent be used,
 * without black-point compensation.
 */
import type { Lcms } from 'lcms-wasm';
import type { RenderingIntent } from '../../tree/press-settings.js';

/** What numbers mean: by a profile, or by none for sRGB and for Lab. */
export type ColourSide = { space: 'RGB' | 'CMYK' | 'GRAY'; icc: Uint8Array } | { space: 'sRGB' } | { space: 'Lab' };

export interface ColourEngine {
  /**
   * Converts the numbers of pixels. Full ink, full light and L* 100 are the greatest number; 16 bits are converted
   * exactly, 8 bits by tables, ten times as fast. Nothing where a profile is unfit.
   */
  convert<T extends Uint8Array | Uint16Array>(
    numbers: T,
    from: ColourSide,
    to: ColourSide,
    intent: RenderingIntent,
  ): T | undefined;
}

/** The intents as the ICC numbers them. */
const INTENT: Record<RenderingIntent, number> = { 感知: 0, 相对色度: 1, 饱和度: 2, 绝对色度: 3 };
/** Pixels at a time: the module copies what it converts. */
const CHUNK = 1 << 18;
const CHANNELS = { RGB: 3, sRGB: 3, Lab: 3, CMYK: 4, GRAY: 1 } as const;

let opened: Promise<ColourEngine> | undefined;

/** Opens the engine, once for the process. */
export function openColourEngine(): Promise<ColourEngine> {
  opened ??= start();
  return opened;
}

async function start(): Promise<ColourEngine> {
  const module = await import('lcms-wasm');
  const quiet = (): void => undefined;
  // Little CMS tells of bad profiles by its results; what it prints besides is for programmers.
  const lcms = await module.instantiate({ print: quiet, printErr: quiet });
  const formats = {
    8: { RGB: module.TYPE_RGB_8, CMYK: module.TYPE_CMYK_8, GRAY: module.TYPE_GRAY_8, Lab: module.TYPE_Lab_8 },
    16: { RGB: module.TYPE_RGB_16, CMYK: module.TYPE_CMYK_16, GRAY: module.TYPE_GRAY_16, Lab: module.TYPE_Lab_16 },
  };
  const format = (side: ColourSide, depth: 8 | 16): number =>
    formats[depth][side.space === 'sRGB' ? 'RGB' : side.space];
  return {
    convert(numbers, from, to, intent) {
      const depth = numbers.BYTES_PER_ELEMENT === 1 ? 8 : 16;
      // The black of the picture becomes the black of the press; 绝对色度 imitates and must not.
      const black = intent === '绝对色度' ? 0 : module.cmsFLAGS_BLACKPOINTCOMPENSATION;
      const flags = depth === 8 ? black : black | module.cmsFLAGS_NOOPTIMIZE;
      const input = openSide(lcms, from);
      const output = openSide(lcms, to);
      const transform =
        input && output
          ? lcms.cmsCreateTransform(input, format(from, depth), output, format(to, depth), INTENT[intent], flags)
          : 0;
      try {
        return transform ? run(lcms, transform, numbers, CHANNELS[from.space], CHANNELS[to.space]) : undefined;
      } finally {
        if (transform) lcms.cmsDeleteTransform(transform);
        for (const profile of [input, output]) if (profile) lcms.cmsCloseProfile(profile);
      }
    },
  };
}

function openSide(lcms: Lcms, side: ColourSide): number {
  if (side.space === 'sRGB') return lcms.cmsCreate_sRGBProfile();
  if (side.space === 'Lab') return lcms.cmsCreateLab4Profile();
  return openProfile(lcms, side.icc);
}

/** The module's own `cmsOpenProfileFromMem` puts the bytes on its stack of 15 MB, which a large profile would overflow. */
function openProfile(lcms: Lcms, icc: Uint8Array): number {
  const address = lcms._malloc(icc.length);
  lcms.HEAPU8.set(icc, address);
  const profile = lcms.ccall('cmsOpenProfileFromMem', 'number', ['number', 'number'], [address, icc.length]);
  // Little CMS has copied them.
  lcms._free(address);
  return profile;
}

function run<T extends Uint8Array | Uint16Array>(
  lcms: Lcms,
  transform: number,
  numbers: T,
  from: number,
  to: number,
): T {
  const count = numbers.length / from;
  const result = (numbers instanceof Uint16Array ? new Uint16Array(count * to) : new Uint8Array(count * to)) as T;
  for (let done = 0; done < count; done += CHUNK) {
    const end = Math.min(count, done + CHUNK);
    const part = numbers.subarray(done * from, end * from);
    result.set(lcms.cmsDoTransform(transform, part, end - done), done * to);
  }
  return result;
}
