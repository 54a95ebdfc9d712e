/**
 * Messages: what a stage has to say about the editor's input. A message names a place, a stable rule, what is
 * wrong and what to do. Reasons and remedies are Chinese, because the reader is an editor.
 */

export type Severity = 'error' | 'warning';

export interface Message {
  severity: Severity;
  /** Stable id, `room-subject`: `table-ragged`, `front-matter-unknown-key`. */
  rule: string;
  /** Path relative to the volume folder, or as the user typed it. */
  file: string;
  /** From 1; absent where the whole file is meant. */
  line?: number;
  column?: number;
  /** What is wrong, one Chinese sentence. */
  reason: string;
  /** What to do, one Chinese sentence. */
  remedy: string;
}
