/** The CMYK profile of the press: the printer's own file, or the one that comes with the program. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Message } from '../../tree/message.js';
import type { PressSettings, SettingPlace } from '../../tree/press-settings.js';
import { openColourEngine } from './colour-engine.js';
import { type IccHeader, readIccHeader } from './icc-header.js';
import { conditionNamed, conditionOfProfile, type PrintingCondition } from './printing-conditions.js';

export interface CmykProfile {
  /** The profile, whole, as it is embedded. */
  bytes: Uint8Array;
  /** What it calls itself. */
  name: string;
  /** OutputConditionIdentifier: `FOGRA39`; `Custom` where neither 标识 nor the name of the profile tells. */
  identifier: string;
  /** RegistryName; absent for a condition that is in no registry. */
  registry?: string;
  /** OutputCondition: the printing process in words. */
  condition: string;
  /** Major version of the ICC format, 2 or 4: PDF/X-1a takes only 2. */
  version: number;
  /** Absolute path of the printer's own file; absent for the house profile. */
  path?: string;
}

/** The profile cannot be used; `problem` tells the editor why. */
export class ProfileProblem extends Error {
  constructor(readonly problem: Message) {
    super(problem.reason);
  }
}

const REGISTRY = 'http://www.color.org';
/** See docs/press-profiles.md. */
const HOUSE_PROFILE = fileURLToPath(new URL('../../../styles/profiles/fogra39-coated.icc', import.meta.url));
const SETTINGS_FILE = 'book.yaml';
const ASK = '向印刷厂要 CMYK 输出特性文件（.icc），放进卷的文件夹；不写 icc 就用自带的 FOGRA39';

/**
 * @param folder absolute path of the volume folder
 * @throws ProfileProblem where the printer's file is missing, damaged, or not for a CMYK press
 */
export async function loadProfile(settings: PressSettings, folder: string): Promise<CmykProfile> {
  const { icc, condition, standard } = settings;
  if (!icc) {
    const bytes = await readFile(HOUSE_PROFILE);
    const profile = profileOf(bytes, readIccHeader(bytes) as IccHeader, undefined);
    if (condition && conditionNamed(condition.identifier)?.identifier !== profile.identifier) {
      const reason = `“印刷.标识”是${condition.identifier}，自带的特性文件却是${profile.identifier}`;
      throw problem('press-profile-condition', condition.at, reason, '用“icc”写出印刷厂给的特性文件，或者删去“标识”');
    }
    return profile;
  }
  const { file, at } = icc;
  const path = join(folder, file);
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw problem('press-profile-missing', at, `找不到特性文件“${file}”`, ASK);
    throw problem('press-profile-unreadable', at, `特性文件“${file}”打不开`, '检查它是不是文件、有没有读取权限');
  });
  const header = readIccHeader(bytes);
  const fault = header ? faultOf(header, bytes.length, file) : undefined;
  if (!header) throw problem('press-profile-not-icc', at, `“${file}”不是 ICC 特性文件`, ASK);
  if (fault) throw problem(fault.rule, at, fault.reason, fault.remedy);
  if (standard === 'PDF/X-1a' && header.version > 2) {
    const reason = `“${file}”是 ICC 第${header.version}版，PDF/X-1a 只收第2版`;
    throw problem('press-profile-version', at, reason, '向印刷厂要第2版的特性文件，或者改用“标准: PDF/X-4”');
  }
  const engine = await openColourEngine();
  if (!engine.convert(new Uint16Array(3), { space: 'sRGB' }, { space: 'CMYK', icc: bytes }, settings.intent)) {
    const reason = `特性文件“${file}”已经损坏，算不出油墨`;
    throw problem('press-profile-damaged', at, reason, '重新向印刷厂要一份');
  }
  return { ...profileOf(bytes, header, condition?.identifier), path };
}

function profileOf(bytes: Uint8Array, { description, version }: IccHeader, asked: string | undefined): CmykProfile {
  const known: PrintingCondition | undefined = asked ? conditionNamed(asked) : conditionOfProfile(description);
  return {
    bytes,
    name: description || 'CMYK',
    identifier: known?.identifier ?? asked ?? 'Custom',
    // A name of which we do not know that it is registered must not claim to be.
    ...(known && { registry: REGISTRY }),
    condition: known?.words ?? (description || 'CMYK'),
    version,
  };
}

function faultOf(
  header: IccHeader,
  length: number,
  file: string,
): Pick<Message, 'rule' | 'reason' | 'remedy'> | undefined {
  if (header.space !== 'CMYK') {
    const space = { RGB: 'RGB（屏幕或相机）', GRAY: '灰度' }[header.space] ?? header.space;
    return { rule: 'press-profile-space', reason: `“${file}”是${space}的特性文件，不是 CMYK 的`, remedy: ASK };
  }
  if (header.deviceClass !== 'prtr') {
    return { rule: 'press-profile-class', reason: `“${file}”不是印刷机的输出特性文件`, remedy: ASK };
  }
  if (header.size !== length) {
    const reason = `特性文件“${file}”不完整：应有${header.size}字节，实有${length}字节`;
    return { rule: 'press-profile-damaged', reason, remedy: '重新复制这个文件，或者重新向印刷厂要一份' };
  }
  return undefined;
}

function problem(rule: string, at: SettingPlace, reason: string, remedy: string): ProfileProblem {
  return new ProfileProblem({ severity: 'error', rule, file: SETTINGS_FILE, ...at, reason, remedy });
}
