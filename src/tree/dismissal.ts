/** Dismissals (已核): findings of a proof that a proofreader has looked at and set aside, with the reason. */
import type { Position } from 'unist';

export interface Dismissal {
  /** The number of the finding, `K3F9`; without it rule and words say which is meant. */
  number?: string;
  rule?: string;
  /** The words it is about, as the finding has them. */
  text?: string;
  /** Why it may stay. */
  reason: string;
  /** Who has looked at it. */
  by?: string;
  /** As it was typed. */
  date?: string;
  position: Position;
}
