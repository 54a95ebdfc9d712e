/** The CMYK profile of the press. */
import type { Message } from '../../tree/message.js';
import type { PressSettings } from '../../tree/press-settings.js';

export interface CmykProfile {
  /** The profile, whole, as it is embedded. */
  bytes: Uint8Array;
  /** What it calls itself. */
  name: string;
  /** OutputConditionIdentifier. */
  identifier: string;
  /** RegistryName. */
  registry?: string;
  /** OutputCondition: the printing process in words. */
  condition: string;
  /** Major version of the ICC format. */
  version: number;
}

/** The profile cannot be used; `problem` tells the editor why. */
export class ProfileProblem extends Error {
  constructor(readonly problem: Message) {
    super(problem.reason);
  }
}

/** The CMYK profile that sharp brings along. */
export async function loadProfile(_settings: PressSettings, _folder: string): Promise<CmykProfile> {
  const { default: sharp } = await import('sharp');
  const dot = sharp({ create: { width: 1, height: 1, channels: 3, background: '#fff' } });
  const jpeg = await dot.toColourspace('cmyk').withIccProfile('cmyk').jpeg().toBuffer();
  const { icc } = await sharp(jpeg).metadata();
  if (!icc) throw new Error('sharp has no CMYK profile');
  return { bytes: icc, name: 'CMYK', identifier: 'CMYK', condition: 'CMYK', version: 2 };
}
