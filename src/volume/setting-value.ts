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
