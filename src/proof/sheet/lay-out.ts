/**
 * Lays out a proof (校样): the pages with what stands round them, then 改动表, 查出的问题, 已核的问题 and the signatures.
 * All measures are points from the top left of a sheet. A proof that is `clean` is its trimmed pages and nothing else.
 */
import type { Sheet } from '../drawing.js';
import type { ProofSheetsInput } from './input.js';
import { listChanges } from './lists/change-list.js';
import { listDismissed, listFindings } from './lists/finding-list.js';
import { openPanels } from './lists/panels.js';
import { drawSignOff } from './lists/sign-off.js';
import { headAbove } from './margin/head-strip.js';
import { pageSheets } from './page-sheets.js';
import { sheetFrame } from './paper.js';
import { linePlaces, slotsOf } from './slots.js';

export function layOutProof(input: ProofSheetsInput): Sheet[] {
  const frame = sheetFrame(input);
  const slots = slotsOf(input.pages, frame);
  const places = linePlaces(slots, frame.scale);
  if (input.clean) return pageSheets(input, frame, slots, places, slots.length);
  const panels = openPanels(frame, input.measure);
  listChanges(panels, input, places);
  listFindings(panels, input, places);
  listDismissed(panels, input, places);
  drawSignOff(panels);
  const of = slots.length + panels.sheets.length;
  for (const [i, sheet] of panels.sheets.entries()) {
    const facts = { title: sheet.title, number: slots.length + i + 1, of };
    // Lists are never reduced.
    sheet.items.unshift(...headAbove(input, facts, { ...frame, scale: 1 }));
  }
  return [...pageSheets(input, frame, slots, places, of), ...panels.sheets];
}
