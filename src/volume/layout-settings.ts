/**
 * 版式 of book.yaml: theme, 字号, 栏数, colours, fonts, 图号. What one choice makes of another (three columns on a small page)
 * is asked of the measures when all are known.
 */
import type { Position } from 'unist';
import { BODY_SIZE_REMEDY, BODY_SIZES, bodyPointsOf } from '../design/body-sizes.js';
import { houseLayout } from '../design/house-layout.js';
import { measuresOf } from '../design/measures.js';
import { accentOf, contrastWithPaper, PALETTES } from '../design/palettes.js';
import {
  type Columns,
  FIGURE_NUMBERINGS,
  type FontRole,
  type LayoutSettings,
  THEMES,
  type TrimName,
} from '../tree/layout.js';
import type { VolumeSettings } from '../tree/nodes.js';
import { choiceOf, type Report, textOf } from './setting-value.js';
import { nearest, remedyForUnknown } from './suggest.js';
import type { YamlValue } from './yaml.js';

/** What book.yaml says, before defaults; `at` is where the measures are decided. */
export type LayoutDraft = Partial<LayoutSettings> & { at?: Position };

type Reader = (key: string, value: YamlValue, report: Report) => LayoutDraft;

const FONTS: readonly FontRole[] = ['宋', '黑', '楷'];
const OWN_COLOUR = "自定颜色写六位色值，要加引号，例如 配色: '#8c1c13'";

const READERS: Record<string, Reader> = {
  主题: (key, value, report) => present('theme', choiceOf(key, THEMES, value, report)),
  字号: (key, value, report) => ({ ...present('bodyPoints', readSize(key, value, report)), at: value.position }),
  栏数: (key, value, report) => ({
    ...present('columns', numberOf(key, ['1', '2', '3'], value, report) as Columns | undefined),
    at: value.position,
  }),
  栏距: (key, value, report) => present('gapCharacters', numberOf(key, ['1', '2', '3', '4'], value, report)),
  图号: (key, value, report) => present('figureNumbers', choiceOf(key, FIGURE_NUMBERINGS, value, report)),
  配色: (key, value, report) => present('accent', readAccent(key, value, report)),
  正文字体: (key, value, report) => present('bodyFont', choiceOf(key, FONTS, value, report)),
  标题字体: (key, value, report) => present('headFont', choiceOf(key, FONTS, value, report)),
};

/** Reads the lines below 版式. */
export function readLayout(value: YamlValue, report: Report): LayoutDraft {
  if (value.kind !== 'mapping') {
    const remedy = '写成两行：第一行“版式:”，第二行缩进两格“字号: 五号”';
    report('settings-type', value.position, '“版式”下面应当另起一行写“主题”“字号”“栏数”等', remedy);
    return {};
  }
  let draft: LayoutDraft = {};
  for (const { key, keyPosition, value: each } of value.pairs) {
    const reader = Object.hasOwn(READERS, key) ? READERS[key] : undefined;
    if (!reader) {
      const remedy = key === '开本' ? '“开本”不缩进，单独写一行' : remedyForUnknown(key, Object.keys(READERS));
      report('settings-unknown-key', keyPosition, `不认识“版式.${key}”`, remedy);
    } else if (each.kind === 'empty') {
      // An unquoted # begins a comment, so a colour typed without quotes comes as nothing.
      const remedy = key === '配色' ? `写上颜色的名称；${OWN_COLOUR}` : '写上内容，或者删去这一行';
      report('settings-empty', each.position, `“版式.${key}”后面没有内容`, remedy);
    } else draft = { ...draft, ...reader(key, each, report) };
  }
  return draft;
}

export function completeLayout(trim: TrimName, { at: _, ...draft }: LayoutDraft = {}): LayoutSettings {
  return { ...houseLayout(trim), ...draft };
}

/** Fewer characters a line leave nowhere to break it; more and the eye loses the next line. */
const FEWEST_CHARACTERS = 12;
const MOST_CHARACTERS = 48;

/** Whether the choices agree with each other. */
export function checkLayout(settings: VolumeSettings, draft: LayoutDraft = {}, report: Report, warn: Report): void {
  const { trim, layout } = settings;
  const characters = measuresOf(settings).area.columnCharacters;
  const at = draft.at;
  if (at && characters < FEWEST_CHARACTERS) {
    const fewer = layout.columns - 1;
    const reason = `${trim}排${layout.columns}栏，一栏只有${characters}个字，太窄`;
    report(
      'layout-narrow-column',
      at,
      reason,
      `一栏至少${FEWEST_CHARACTERS}个字：改成“栏数: ${fewer}”，或者用小一些的字号`,
    );
  }
  if (at && characters > MOST_CHARACTERS) {
    const reason = `${trim}排${layout.columns}栏，一行有${characters}个字，读起来容易串行`;
    warn('layout-long-line', at, reason, `一行最好不超过${MOST_CHARACTERS}个字：多分一栏，或者用大一些的字号`);
  }
}

function present<K extends keyof LayoutSettings>(key: K, value: LayoutSettings[K] | undefined): LayoutDraft {
  return value === undefined ? {} : { [key]: value };
}

function readSize(key: string, value: YamlValue, report: Report): number | undefined {
  const text = textOf(key, value, report);
  if (text === undefined) return undefined;
  const points = bodyPointsOf(text);
  if (points === undefined) {
    const guess = nearest(text, Object.keys(BODY_SIZES));
    const remedy = guess ? `是不是“${guess}”？${BODY_SIZE_REMEDY}` : BODY_SIZE_REMEDY;
    report('settings-value', value.position, `“${key}”不能是“${text}”`, remedy);
  }
  return points;
}

function numberOf(key: string, choices: string[], value: YamlValue, report: Report): number | undefined {
  const choice = choiceOf(key, choices, value, report);
  return choice === undefined ? undefined : Number(choice);
}

/** Type in a pale colour cannot be read on paper. */
const LEAST_CONTRAST = 3;

function readAccent(key: string, value: YamlValue, report: Report): string | undefined {
  const text = textOf(key, value, report);
  if (text === undefined) return undefined;
  const accent = accentOf(text);
  if (accent === undefined) {
    const remedy = `${remedyForUnknown(text, Object.keys(PALETTES))}；${OWN_COLOUR}`;
    report('settings-value', value.position, `“${key}”不能是“${text}”`, remedy);
  } else if (contrastWithPaper(accent) < LEAST_CONTRAST) {
    report('settings-value', value.position, `“${key}”的颜色“${text}”太浅，印在白纸上看不清`, '换深一些的颜色');
    return undefined;
  }
  return accent;
}
