/** The words of the furniture. All stand here, so that the fonts of a proof know which characters it needs. */

import type { Change, Finding } from '../model.js';
import { ROUND_NAMES } from '../rounds.js';

export const SEVERITY_NAMES: Record<Finding['severity'], string> = { error: '错误', warning: '警告', note: '提示' };

export const CHANGE_NAMES: Record<Change['kind'], string> = {
  changed: '改',
  added: '增',
  removed: '删',
  moved: '移',
  'gone-elsewhere': '移出',
  'come-from': '移入',
};

/** `{n}` and the like are filled in by {@link fill}. */
export const WORDS = {
  proof: '{round}校样',
  sheetOf: '第 {n} 张，共 {m} 张',
  folio: '{folio}页',
  folios: '{first}—{last}页',
  revision: '稿件 {revision}',
  since: '与 {since} 比较',
  reduced: '缩印 {percent}%',
  contributor: '供稿　{name}',
  sameFile: '同上 :{line}',
  atLine: '{address} 第{line}行',
  more: '另有 {n} 条',
  moreLines: '另有 {n} 行，见清单和稿件',
  correctionRoom: '校改',
  resolution: '分辨率 {ppi} ppi',

  changes: '改动表（核红单）',
  changesTitle: '改动表',
  changesCount: '共 {n} 处：{kinds}',
  changesCompared: '与 {since} 比较，共 {n} 处：{kinds}',
  noChanges: '与 {since} 比较，没有改动。',
  firstProof: '没有较早的校样可以比较，因此没有改动表。',
  moveFrom: '原在：{from}',
  moveTo: '现在：{to}',
  legend: '删去的字加删除线，增加的字加下划线。“核”栏：核对无误后打钩。',

  findings: '查出的问题',
  findingsCount: '共 {n} 条：{kinds}',
  noFindings: '没有查出问题。',
  remedy: '处理：{remedy}',
  offPage: '不在页上',

  dismissed: '已核的问题',
  dismissedCount: '共 {n} 条，校对人员已核，不再标在页上。',

  signOff: '签字',
  names: ['校对', '核红', '责编'],
  signature: '签名',
  date: '日期',
  opinion: '意见',

  headsOfChanges: ['号', '行址', '类别', '改动', '稿件', '核'],
  headsOfFindings: ['号', '级别', '行址', '问题和处理', '原文', '稿件', '核'],
  headsOfDismissed: ['号', '行址', '原文', '已核理由', '核对人'],
  // What is put between and behind words that are too long.
  marks: '《》（）、，。：；／…',
} as const;

/** `第 {n} 张` with its values. */
export function fill(template: string, values: Record<string, string | number>): string {
  return template.replace(/\{(\w+)\}/gu, (_, key: string) => String(values[key] ?? ''));
}

/** Every character of the fixed words. */
export function wordCharacters(): string {
  const lists = [WORDS, ROUND_NAMES, SEVERITY_NAMES, CHANGE_NAMES].flatMap((each) => Object.values(each).flat());
  return lists.join('');
}
