/** The values of book.yaml, each read with the message that an unfit one deserves. */
import type { Position } from 'unist';
import { remedyForUnknown } from './suggest.js';
import type { YamlValue } from './yaml.js';

/** Takes an error: rule, place, what is wrong, what to write instead. */
export type Report = (rule: string, position: Position, reason: string, remedy: string) => void;

/** One line of text; nothing, and a message, where there is anything else. */
export function textOf(key: string, value: YamlValue, report: Report): string | undefined {
  if (value.kind === 'text' && !value.multiline) return value.text.trim();
  report('settings-type', value.position, `“${key}”应当是一行文字`, `写成 ${key}: 文字`);
  return undefined;
}

/** One of a few words; nothing, and a message that names them, where it is any other. */
export function choiceOf<T extends string>(
  key: string,
  choices: readonly T[],
  value: YamlValue,
  report: Report,
): T | undefined {
  const text = textOf(key, value, report);
  const choice = choices.find((candidate) => candidate === text);
  if (text !== undefined && !choice) {
    report('settings-value', value.position, `“${key}”不能是“${text}”`, remedyForUnknown(text, choices));
  }
  return choice;
}

/** The numbers that a setting takes. */
export interface Range {
  least: number;
  most: number;
  /** What may stand behind the number, with the spellings that editors use. */
  unit: RegExp;
  unitName: string;
  /** Whether halves and tenths make sense. */
  whole: boolean;
  usual: number;
}

/** A number, with its unit or without; nothing, and a message that names the range, where it is outside. */
export function numberIn(range: Range, key: string, value: YamlValue, report: Report): number | undefined {
  const text = textOf(key, value, report);
  if (text === undefined) return undefined;
  const [, digits = '', unit = ''] = /^(\d+(?:\.\d+)?)\s*(\D*)$/u.exec(text) ?? [];
  const number = Number(digits);
  const fits = digits !== '' && (unit === '' || range.unit.test(unit)) && !(range.whole && !Number.isInteger(number));
  if (fits && number >= range.least && number <= range.most) return number;
  const bounds = `${range.least}到${range.most}${range.unitName}`;
  const remedy = `写成 ${lastOf(key)}: ${range.usual}`;
  report('settings-value', value.position, `“${key}”应当是${bounds}，现在是“${text}”`, remedy);
  return undefined;
}

/** The key as its own line has it: `印刷.出血` is written `出血`. */
export function lastOf(key: string): string {
  return key.split('.').at(-1) ?? key;
}
