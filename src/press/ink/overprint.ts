/**
 * Overprint (ISO 32000-1, 8.6.7): black type and lines are printed over what is below them, so that no white shows where
 * the plates are a hair out of register. White and every other colour knock out.
 */
import { dict, name, type PdfDict } from '../pdf/values.js';

/** Names of the graphics states: stroking, then filling. */
const NAMES = ['NJ00', 'NJ01', 'NJ10', 'NJ11'] as const;

/** The name of the state in which black strokes, or fills, overprint. */
export function overprintName(stroke: boolean, fill: boolean): string {
  return NAMES[(stroke ? 2 : 0) + (fill ? 1 : 0)] as string;
}

/** The states by their names, for the resources of a stream. OPM 1: an ink that is 0 leaves what is below it. */
export const OVERPRINT_STATES: ReadonlyMap<string, PdfDict> = new Map(
  NAMES.map((each) => [each, dict({ Type: name('ExtGState'), OP: each[2] === '1', op: each[3] === '1', OPM: 1 })]),
);
