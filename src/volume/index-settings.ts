/** 索引 of book.yaml: what goes into the index, in which order, and how it is printed. */
import type { Position } from 'unist';
import {
  INDEX_DEFAULTS,
  INDEX_LEADERS,
  INDEX_LOCATORS,
  INDEX_MARKS,
  INDEX_ORDERS,
  INDEX_OTHERS,
  INDEX_SPANS,
  type IndexSettings,
} from '../tree/index-settings.js';
import { choiceOf, type Report, textOf } from './setting-value.js';
import { remedyForUnknown } from './suggest.js';
import type { YamlValue } from './yaml.js';

/** What book.yaml says, before defaults; `excludedAt` is where each title of 不收 stands. */
export interface IndexDraft extends Partial<IndexSettings> {
  excludedAt?: Map<string, Position>;
}

type Reader = (key: string, value: YamlValue, report: Report) => IndexDraft;

const READERS: Record<string, Reader> = {
  不收: readExcluded,
  人名: (key, value, report) => present('persons', answerOf(key, value, report)),
  表题: (key, value, report) => present('tables', answerOf(key, value, report)),
  图题: (key, value, report) => present('figures', answerOf(key, value, report)),
  排序: (key, value, report) => present('order', choiceOf(key, INDEX_ORDERS, value, report)),
  符号: (key, value, report) => present('marks', choiceOf(key, INDEX_MARKS, value, report)),
  数字和字母: (key, value, report) => present('others', choiceOf(key, INDEX_OTHERS, value, report)),
  出处: (key, value, report) => present('locator', choiceOf(key, INDEX_LOCATORS, value, report)),
  跨页: (key, value, report) => present('span', choiceOf(key, INDEX_SPANS, value, report)),
  合并: (key, value, report) => present('merge', answerOf(key, value, report)),
  栏数: (key, value, report) => {
    const columns = choiceOf(key, ['1', '2', '3', '4'], value, report);
    return columns === undefined ? {} : { columns: Number(columns) };
  },
  引导: (key, value, report) => present('leader', choiceOf(key, INDEX_LEADERS, value, report)),
};

/** Reads the lines below 索引. */
export function readIndex(value: YamlValue, report: Report): IndexDraft {
  if (value.kind !== 'mapping') {
    const remedy = '写成两行：第一行“索引:”，第二行缩进两格“不收: [特载]”';
    report('settings-type', value.position, '“索引”下面应当另起一行写“不收”“人名”“排序”等', remedy);
    return {};
  }
  let draft: IndexDraft = {};
  const written = new Set<string>();
  for (const { key, keyPosition, value: each } of value.pairs) {
    const reader = Object.hasOwn(READERS, key) ? READERS[key] : undefined;
    if (!reader) {
      report('settings-unknown-key', keyPosition, `不认识“索引.${key}”`, remedyForUnknown(key, Object.keys(READERS)));
    } else if (written.has(key)) {
      report('settings-duplicate-key', keyPosition, `“索引.${key}”写了两次`, '只留一个');
    } else if (each.kind === 'empty') {
      report('settings-empty', each.position, `“索引.${key}”后面没有内容`, '写上内容，或者删去这一行');
    } else draft = { ...draft, ...reader(`索引.${key}`, each, report) };
    written.add(key);
  }
  return draft;
}

export function completeIndex({ excludedAt: _, ...draft }: IndexDraft = {}): IndexSettings {
  return { ...INDEX_DEFAULTS, ...draft };
}

function readExcluded(key: string, value: YamlValue, report: Report): IndexDraft {
  if (value.kind !== 'list') {
    report('settings-type', value.position, `“${key}”应当是一串类目`, '写成 不收: [特载, 附录]');
    return {};
  }
  const excludedAt = new Map<string, Position>();
  for (const item of value.items) {
    const title = textOf(key, item, report);
    if (title !== undefined) excludedAt.set(title, item.position);
  }
  return { excluded: [...excludedAt.keys()], excludedAt };
}

function answerOf(key: string, value: YamlValue, report: Report): boolean | undefined {
  const text = value.kind === 'text' ? value.text.trim().toLowerCase() : '';
  if (text === '是' || text === 'true') return true;
  if (text === '否' || text === 'false') return false;
  const remedy = `写成 ${key.replace(/^.*\./u, '')}: 是`;
  report('settings-type', value.position, `“${key}”只能是“是”或“否”`, remedy);
  return undefined;
}

function present<K extends keyof IndexSettings>(key: K, value: IndexSettings[K] | undefined): IndexDraft {
  return value === undefined ? {} : { [key]: value };
}
