/**
 * Graphics states (ISO 32000-1, 8.4.5) for the press. Overprint is set where colours are, so what a state says of it is
 * dropped; so are transfer curves and screens, which are the platemaker's, and a transparency that is none.
 */
import type { PdfFile } from '../pdf/pdf-file.js';
import { type PdfDict, PdfName } from '../pdf/values.js';

export interface PressState {
  entries: PdfDict;
  /** What lets the page be seen through, in Chinese. */
  transparency: string[];
}

const DROPPED = new Set(['Type', 'OP', 'op', 'OPM', 'TR', 'TR2', 'HT', 'BG', 'BG2', 'UCR', 'UCR2', 'AIS', 'TK']);
const OPAQUE = new Set(['Normal', 'Compatible', 'None']);

export function pressState(file: PdfFile, state: PdfDict): PressState {
  const entries: PdfDict = new Map();
  const transparency: string[] = [];
  for (const [key, value] of state) {
    if (DROPPED.has(key)) continue;
    const resolved = file.resolve(value);
    if (key === 'ca' || key === 'CA') {
      if (resolved === 1) continue;
      transparency.push(`不透明度 ${Math.round(Number(resolved) * 100)}%`);
    } else if (key === 'BM') {
      const modes = (Array.isArray(resolved) ? resolved : [resolved]).map((each) => file.resolve(each));
      const [first] = modes.filter((each) => each instanceof PdfName);
      if (!first || OPAQUE.has(first.name)) continue;
      transparency.push(`混合模式 ${first.name}`);
    } else if (key === 'SMask') {
      if (resolved instanceof PdfName && OPAQUE.has(resolved.name)) continue;
      transparency.push('软蒙版');
    }
    entries.set(key, value);
  }
  return { entries, transparency };
}
