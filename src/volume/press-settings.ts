/** 印刷 of book.yaml: the printer's profile, ink, photos, bleed and the standard of the press PDF. */
import { isAbsolute, normalize, sep } from 'node:path';
import {
  PRESS_DEFAULTS,
  PRESS_STANDARDS,
  type PressSettings,
  RENDERING_INTENTS,
  type SettingPlace,
} from '../tree/press-settings.js';
import { choiceOf, lastOf, numberIn, type Range, type Report, textOf } from './setting-value.js';
import { remedyForUnknown } from './suggest.js';
import type { YamlValue } from './yaml.js';

/** What book.yaml says, before defaults. */
export type PressDraft = Partial<PressSettings>;

type Reader = (key: string, value: YamlValue, report: Report) => PressDraft;

const USUAL = PRESS_DEFAULTS;
const INK: Range = { least: 200, most: 400, unit: /^[%％]$/u, unitName: '%', whole: true, usual: USUAL.inkLimit };
const QUALITY: Range = { least: 1, most: 100, unit: /^$/u, unitName: '', whole: true, usual: USUAL.photoQuality };
const BLEED: Range = {
  least: 0,
  most: 10,
  unit: /^(mm|毫米)$/iu,
  unitName: '毫米',
  whole: false,
  usual: USUAL.bleedMm,
};
const PPI: Range = { least: 72, most: 600, unit: /^(ppi|dpi)$/iu, unitName: 'ppi', whole: true, usual: USUAL.leastPpi };

const READERS: Record<string, Reader> = {
  icc: readProfile,
  标识: readCondition,
  意图: (key, value, report) => present('intent', choiceOf(key, RENDERING_INTENTS, value, report)),
  总墨量: (key, value, report) => present('inkLimit', numberIn(INK, key, value, report)),
  照片质量: (key, value, report) => present('photoQuality', numberIn(QUALITY, key, value, report)),
  出血: (key, value, report) => present('bleedMm', numberIn(BLEED, key, value, report)),
  裁切标记: (key, value, report) => present('marks', readYesNo(key, value, report)),
  标准: (key, value, report) => present('standard', readStandard(key, value, report)),
  最低分辨率: (key, value, report) => present('leastPpi', numberIn(PPI, key, value, report)),
};

/** Reads the lines below 印刷. */
export function readPress(value: YamlValue, report: Report): PressDraft {
  if (value.kind !== 'mapping') {
    const remedy = '写成两行：第一行“印刷:”，第二行缩进两格“总墨量: 300”；印刷厂的名称写在“版权:”的下面';
    report('settings-type', value.position, '“印刷”下面应当另起一行写“icc”“总墨量”“出血”等', remedy);
    return {};
  }
  let draft: PressDraft = {};
  for (const { key, keyPosition, value: each } of value.pairs) {
    const known = key.toLowerCase() === 'icc' ? 'icc' : key;
    const reader = Object.hasOwn(READERS, known) ? READERS[known] : undefined;
    if (!reader) {
      report('settings-unknown-key', keyPosition, `不认识“印刷.${key}”`, remedyForUnknown(key, Object.keys(READERS)));
    } else if (each.kind === 'empty') {
      report('settings-empty', each.position, `“印刷.${key}”后面没有内容`, '写上内容，或者删去这一行');
    } else draft = { ...draft, ...reader(`印刷.${known}`, each, report) };
  }
  return draft;
}

export function completePress(draft: PressDraft = {}): PressSettings {
  return { ...PRESS_DEFAULTS, ...draft };
}

function present<K extends keyof PressSettings>(key: K, value: PressSettings[K] | undefined): PressDraft {
  return value === undefined ? {} : { [key]: value };
}

/** The file itself is opened when it is wanted: see press/profile. */
function readProfile(key: string, value: YamlValue, report: Report): PressDraft {
  const file = textOf(key, value, report);
  if (file === undefined) return {};
  const path = normalize(file);
  if (isAbsolute(path) || /^[a-z]:/iu.test(file) || path.split(sep)[0] === '..') {
    const remedy = '把特性文件复制到卷的文件夹里，写相对的路径，例如 icc: 印厂.icc';
    report('settings-value', value.position, `“${key}”指到卷的文件夹外面：“${file}”`, remedy);
    return {};
  }
  return { icc: { file: file.replaceAll('\\', '/'), at: placeOf(value) } };
}

/** Registered names are ASCII: https://registry.color.org (characterization data). */
function readCondition(key: string, value: YamlValue, report: Report): PressDraft {
  const identifier = textOf(key, value, report);
  if (identifier === undefined) return {};
  if (!/^[\x20-\x7e]{1,60}$/u.test(identifier)) {
    const remedy = '照印厂给的写，例如 FOGRA39、FOGRA51、JC200103';
    report('settings-value', value.position, `“${key}”只能用英文字母、数字和符号，现在是“${identifier}”`, remedy);
    return {};
  }
  return { condition: { identifier, at: placeOf(value) } };
}

/** `x4`, `PDF/X-1a:2001` and the like are what printers write. */
function readStandard(key: string, value: YamlValue, report: Report): PressSettings['standard'] | undefined {
  const text = value.kind === 'text' ? value.text.toLowerCase().replace(/[^a-z0-9]/gu, '') : '';
  const short = /^(?:pdf)?x?(4|1a)(?:2001|2003|2008|2010)?$/u.exec(text)?.[1];
  if (short === '4') return 'PDF/X-4';
  if (short === '1a') return 'PDF/X-1a';
  return choiceOf(key, PRESS_STANDARDS, value, report);
}

function readYesNo(key: string, value: YamlValue, report: Report): boolean | undefined {
  if (value.kind === 'text' && /^(true|false|是|否)$/i.test(value.text)) return /^(true|是)$/i.test(value.text);
  report('settings-type', value.position, `“${key}”只能是“是”或“否”`, `写成 ${lastOf(key)}: 是`);
  return undefined;
}

function placeOf({ position: { start } }: YamlValue): SettingPlace {
  return { line: start.line, column: start.column };
}
