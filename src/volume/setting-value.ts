/** The values of book.yaml, each read with the message that an unfit one deserves. */
import type { Position } from 'unist';
import type { YamlValue } from './yaml.js';

/** Takes an error: rule, place, what is wrong, what to write instead. */
export type Report = (rule: string, position: Position, reason: string, remedy: string) => void;

/** One line of text; nothing, and a message, where there is anything else. */
export function textOf(key: string, value: YamlValue, report: Report): string | undefined {
  if (value.kind === 'text' && !value.multiline) return value.text.trim();
  report('settings-type', value.position, `“${key}”应当是一行文字`, `写成 ${key}: 文字`);
  return undefined;
}
