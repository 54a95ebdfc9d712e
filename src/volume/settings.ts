/** book.yaml: the settings of a volume, checked, with defaults filled in. */
import type { Position } from 'unist';
import { TRIM_SIZES } from '../design/trim-sizes.js';
import type { Imprint } from '../tree/imprint.js';
import type { Message } from '../tree/message.js';
import type { VolumeSettings } from '../tree/nodes.js';
import { isImprintKey, readImprint } from './imprint-settings.js';
import { completeIndex, type IndexDraft, readIndex } from './index-settings.js';
import { checkLayout, completeLayout, type LayoutDraft, readLayout } from './layout-settings.js';
import { completePress, type PressDraft, readPress } from './press-settings.js';
import { choiceOf, numberIn, type Range, type Report, textOf } from './setting-value.js';
import { remedyForUnknown } from './suggest.js';
import { readYaml, type YamlPair, type YamlValue } from './yaml.js';

/** The name of the settings file in a volume folder. */
export const SETTINGS_FILE = 'book.yaml';

export interface SettingsResult {
  /** Absent when a required setting is missing or the file cannot be read as YAML. */
  settings?: VolumeSettings;
  messages: Message[];
  /** Where each title of 索引.不收 stands, so that a title without a 类目 can be named later. */
  excludedAt: Map<string, Position>;
}

interface Draft {
  title?: string;
  number?: string;
  recordedYear?: string;
  sponsor?: string;
  compiler?: string;
  trim?: VolumeSettings['trim'];
  layout?: LayoutDraft;
  start?: VolumeSettings['start'];
  index?: IndexDraft;
  imprint?: Imprint;
  press?: PressDraft;
  screenPpi?: number;
}

/** A key of book.yaml: what its value adds to the settings. */
type Setting = (value: YamlValue, report: Report) => Draft;

const TRIMS = Object.keys(TRIM_SIZES) as VolumeSettings['trim'][];
const STARTS: readonly VolumeSettings['start'][] = ['另页', '单页'];

/** Below 72 photos are mere patches, above 300 the eye sees no more. */
const SCREEN_PPI: Range = { least: 72, most: 300, unit: /^(ppi|dpi)$/iu, unitName: 'ppi', whole: true, usual: 150 };

/** Every key that book.yaml knows. */
const SETTINGS: Record<string, Setting> = {
  书名: (value, report) => ({ title: textOf('书名', value, report) }),
  卷号: (value, report) => ({ number: textOf('卷号', value, report) }),
  记述年份: (value, report) => ({ recordedYear: yearOf('记述年份', value, report) }),
  主办: (value, report) => ({ sponsor: textOf('主办', value, report) }),
  编纂: (value, report) => ({ compiler: textOf('编纂', value, report) }),
  开本: (value, report) => ({ trim: choiceOf('开本', TRIMS, value, report) }),
  版式: (value, report) => ({ layout: readLayout(value, report) }),
  起始: (value, report) => ({ start: choiceOf('起始', STARTS, value, report) }),
  索引: (value, report) => ({ index: readIndex(value, report) }),
  版权: (value, report) => ({ imprint: readImprint(value, report) }),
  印刷: (value, report) => ({ press: readPress(value, report) }),
  屏幕分辨率: (value, report) => ({ screenPpi: numberIn(SCREEN_PPI, '屏幕分辨率', value, report) }),
};

/** Reads book.yaml. */
export function readSettings(source: string, file: string = SETTINGS_FILE): SettingsResult {
  const text = source.replace(/^\uFEFF/, '');
  const { pairs, messages } = readYaml({ text, file, room: 'settings', line: 1, offset: 0 });
  const report: Report = (rule, { start }, reason, remedy) => {
    messages.push({ severity: 'error', rule, file, line: start.line, column: start.column, reason, remedy });
  };
  // What cannot be read as YAML is reported already: it would only seem to lack everything.
  if (messages.length > 0 && pairs.length === 0) return { messages, excludedAt: new Map() };
  const draft = readKeys(pairs, report);
  for (const [key, example] of REQUIRED) {
    if (pairs.some((pair) => pair.key === key)) continue;
    const start = { line: 1, column: 1 };
    report('settings-missing', { start, end: start }, `没有写“${key}”`, `加一行，例如“${key}: ${example}”`);
  }
  const excludedAt = draft.index?.excludedAt ?? new Map<string, Position>();
  if (draft.title === undefined || draft.number === undefined) return { messages, excludedAt };
  const settings = complete(draft, draft.title, draft.number);
  checkLayout(settings, draft.layout, report, (rule, { start }, reason, remedy) => {
    messages.push({ severity: 'warning', rule, file, line: start.line, column: start.column, reason, remedy });
  });
  return { settings, messages, excludedAt };
}

const REQUIRED = [
  ['书名', '某某县年鉴'],
  ['卷号', '2022'],
] as const;

function complete(draft: Draft, title: string, number: string): VolumeSettings {
  const trim = draft.trim ?? '大16开';
  return {
    title,
    number,
    ...(draft.recordedYear !== undefined && { recordedYear: draft.recordedYear }),
    ...(draft.sponsor !== undefined && { sponsor: draft.sponsor }),
    ...(draft.compiler !== undefined && { compiler: draft.compiler }),
    trim,
    layout: completeLayout(trim, draft.layout),
    start: draft.start ?? '另页',
    index: completeIndex(draft.index),
    ...(draft.imprint && { imprint: draft.imprint }),
    press: completePress(draft.press),
    ...(draft.screenPpi !== undefined && { screenPpi: draft.screenPpi }),
  };
}

function readKeys(pairs: readonly YamlPair[], report: Report): Draft {
  let draft: Draft = {};
  for (const { key, keyPosition, value } of pairs) {
    const setting = Object.hasOwn(SETTINGS, key) ? SETTINGS[key] : undefined;
    if (!setting) {
      const remedy = isImprintKey(key)
        ? `“${key}”写在“版权:”一行的下面，前面空两格`
        : remedyForUnknown(key, Object.keys(SETTINGS));
      report('settings-unknown-key', keyPosition, `不认识“${key}”`, remedy);
    } else if (value.kind === 'empty') {
      report('settings-empty', value.position, `“${key}”后面没有内容`, '写上内容，或者删去这一行');
    } else draft = { ...draft, ...setting(value, report) };
  }
  return draft;
}

function yearOf(key: string, value: YamlValue, report: Report): string | undefined {
  const text = textOf(key, value, report);
  if (text === undefined || /^\d{4}([-—～~至]\d{4})?$/.test(text)) return text;
  report('settings-value', value.position, `“${key}”应当是四位数的年份，现在是“${text}”`, `写成 ${key}: 2021`);
  return undefined;
}
