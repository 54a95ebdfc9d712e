/** The rules, as data. A new check is one file and one line here. */
import type { Message } from '../tree/message.js';
import type { Volume } from '../tree/nodes.js';
import { chronicleOrder, impossibleDate } from './chronicle-date.js';
import { duplicateEntry } from './duplicate-entry.js';
import { duplicatePhoto } from './duplicate-photo.js';
import { duplicateSubcategory } from './duplicate-subcategory.js';
import { emptyEntry } from './empty-entry.js';
import { pairedMarks } from './paired-marks.js';
import type { Rule } from './rule.js';

export const RULES: readonly Rule[] = [
  emptyEntry,
  duplicateEntry,
  duplicateSubcategory,
  pairedMarks,
  duplicatePhoto,
  impossibleDate,
  chronicleOrder,
];

/** Runs every rule over the volume. */
export function checkVolume(volume: Volume, rules: readonly Rule[] = RULES): Message[] {
  return rules.flatMap((rule) => rule.check(volume));
}
