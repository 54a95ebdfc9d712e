/**
 * 已核.yaml: findings of proofs that somebody has looked at and set aside, each with its reason. `nianjian dismiss`
 * writes it; who likes may write it by hand:
 *
 *     - 编号: K3F9
 *       规则: marks-unpaired
 *       文字: 公顷以上，比上年增长5.3%
 *       理由: 原文如此
 *       校对: 张三
 *       日期: 2022-09-01
 *
 * Without 编号 it is 规则 and 文字 that say which finding is meant.
 */
import type { Dismissal } from '../tree/dismissal.js';
import { parseFindingNumber } from '../tree/finding-number.js';
import type { Message } from '../tree/message.js';
import { remedyForUnknown } from './suggest.js';
import { readYamlList, repeatedKeys, type YamlPair, type YamlValue } from './yaml.js';

/** The name of the file in a volume folder. */
export const DISMISSALS_FILE = '已核.yaml';

/** The keys of a dismissal, in the order in which they are written. */
export const DISMISSAL_KEYS = ['编号', '规则', '文字', '理由', '校对', '日期'] as const;
type Key = (typeof DISMISSAL_KEYS)[number];

const ROOM = 'dismissals';

type Report = (
  rule: string,
  position: { start: { line: number; column: number } },
  reason: string,
  remedy: string,
) => void;

/** Reads 已核.yaml. */
export function readDismissals(
  source: string,
  file: string = DISMISSALS_FILE,
): { dismissals: Dismissal[]; messages: Message[] } {
  const text = source.replace(/^\uFEFF/u, '');
  const { items, messages } = readYamlList({ text, file, room: ROOM, line: 1, offset: 0 });
  const report: Report = (rule, { start }, reason, remedy) => {
    messages.push({
      severity: 'error',
      rule: `${ROOM}-${rule}`,
      file,
      line: start.line,
      column: start.column,
      reason,
      remedy,
    });
  };
  const first = new Map<string, number>();
  const dismissals = items.flatMap((item): Dismissal[] => {
    if (item.kind === 'empty') return [];
    if (item.kind !== 'mapping') {
      report(
        'form',
        item.position,
        '这一条不是“名称: 内容”的样子',
        `一条写成几行：${DISMISSAL_KEYS.join('、')}，例如“- 编号: K3F9”`,
      );
      return [];
    }
    messages.push(...repeatedKeys({ file, room: ROOM }, item.pairs));
    const dismissal = readItem(item, report);
    if (!dismissal) return [];
    const { number, position } = dismissal;
    const before = number === undefined ? undefined : first.get(number);
    if (before !== undefined) {
      report('repeated', position, `编号 ${number} 写了两条（第${before}行已有）`, '只留一条');
      return [];
    }
    if (number !== undefined) first.set(number, position.start.line);
    return [dismissal];
  });
  return { dismissals, messages };
}

function readItem({ pairs, position }: YamlValue & { kind: 'mapping' }, report: Report): Dismissal | undefined {
  const values = new Map<Key, string>();
  let sound = true;
  for (const pair of pairs) {
    const key = DISMISSAL_KEYS.find((known) => known === pair.key.trim());
    if (!key) {
      const reason = `不认识“${pair.key}”`;
      report('unknown-key', pair.keyPosition, reason, remedyForUnknown(pair.key, DISMISSAL_KEYS));
      sound = false;
      continue;
    }
    const value = wordsOf(pair, report);
    if (value === undefined) sound = false;
    else if (value !== '' && !values.has(key)) values.set(key, value);
  }
  const number = values.get('编号');
  const known = number === undefined ? undefined : parseFindingNumber(number);
  if (number !== undefined && known === undefined) {
    const remedy = '照校样上的编号写，例如 K3F9（编号里没有 0、1 和字母 I、O、Q）';
    report('number', placeOf('编号', pairs, position), `“${number}”不是编号`, remedy);
    return undefined;
  }
  const [rule, text] = [values.get('规则'), values.get('文字')];
  if (known === undefined && (rule === undefined || text === undefined) && sound) {
    report('which', position, '这一条没有说是哪一处', '写上编号；没有编号就写规则和文字两项');
    return undefined;
  }
  const reason = values.get('理由');
  if (reason === undefined) {
    const remedy = '写上“理由: …”，例如“理由: 与原表核对无误”；不要核掉的，删去这一条';
    if (sound) report('reason', placeOf('理由', pairs, position), '没有写理由', remedy);
    return undefined;
  }
  const [by, date] = [values.get('校对'), values.get('日期')];
  if (!sound) return undefined;
  return {
    ...(known !== undefined && { number: known }),
    ...(rule !== undefined && { rule }),
    ...(text !== undefined && { text }),
    reason,
    ...(by !== undefined && { by }),
    ...(date !== undefined && { date }),
    position,
  };
}

/** One text, over several lines too; nothing, and a message, for a list or more keys. */
function wordsOf({ key, value }: YamlPair, report: Report): string | undefined {
  if (value.kind === 'empty') return '';
  if (value.kind === 'text') return value.text.trim();
  report('form', value.position, `“${key}”应当是文字`, `写成“${key}: 文字”；文字里有特殊符号时放在半角双引号里`);
  return undefined;
}

function placeOf(key: Key, pairs: readonly YamlPair[], position: YamlValue['position']): YamlValue['position'] {
  return pairs.find((pair) => pair.key.trim() === key)?.keyPosition ?? position;
}
