/** What a rule is: a pure function over the volume tree, with the examples that show what it finds. */
import type { Message, Severity } from '../tree/message.js';
import type { Manuscript, Volume } from '../tree/nodes.js';

export interface Example {
  /** What the example shows, as a sentence. */
  name: string;
  /** Manuscripts by path in the volume; the front matter may be left out: 类目 is then the folder's name. */
  files: Record<string, string>;
  /** What the rule must say: `file:line:column`; nothing for input that is in order. */
  expected: string[];
}

export interface Rule {
  id: string;
  severity: Severity;
  check(volume: Volume): Message[];
  examples: Example[];
}

/** All manuscripts of a volume, in order. */
export function manuscriptsOf(volume: Volume): Manuscript[] {
  return volume.children.flatMap((part) => part.children);
}

/** A message of a rule at a place of a manuscript. */
export function finding(
  rule: { id: string; severity: Severity },
  file: string,
  position: { start: { line: number; column: number } },
  reason: string,
  remedy: string,
): Message {
  const { line, column } = position.start;
  return { severity: rule.severity, rule: rule.id, file, line, column, reason, remedy };
}
