/**
 * What has changed since an earlier proof: one statement for each thing that a proofreader would name, in the order of
 * the book. docs/proof-changes.md tells what counts as what.
 */
import type { Change, Passage } from '../model.js';
import { compareBooks } from './comparison.js';
import type { Elsewhere } from './matching/elsewhere.js';
import { sectionStatements } from './statements/section-statements.js';
import { inOrder } from './statements/statements.js';
import { unitStatements } from './statements/unit-statements.js';

export interface ProofsToCompare {
  /** Passages of the earlier record, in the order of the book. */
  before: readonly Passage[];
  /** Those of today. */
  after: readonly Passage[];
  /** The rest of the volume, where it is known: what has gone there, or come from there. */
  elsewhere?: Elsewhere;
}

export function compareProofs({ before, after, elsewhere }: ProofsToCompare): Change[] {
  const comparison = compareBooks(before, after, elsewhere);
  return inOrder([...sectionStatements(comparison), ...unitStatements(comparison)]);
}
