/** Page labels: what readers show as page numbers (ISO 32000-1, 12.4.2), from a number tree (7.9.7). */
import { decodeText, PdfName, PdfRef, PdfString, type PdfValue } from '../../press/pdf/values.js';
import type { Archive } from './archive.js';

interface Range {
  /** Index of the first page. */
  from: number;
  style: string;
  prefix: string;
  start: number;
}

/** The label of every page; the plain number where the file gives none. */
export function pageLabels(archive: Archive, count: number): string[] {
  const ranges = labelRanges(archive).sort((a, b) => a.from - b.from);
  let current = -1;
  return Array.from({ length: count }, (_, index) => {
    while (ranges[current + 1] && (ranges[current + 1] as Range).from <= index) current++;
    const range = ranges[current];
    if (!range) return String(index + 1);
    return range.prefix + numeral(range.start + index - range.from, range.style);
  });
}

/** The ranges as they stand in the file. */
export function labelRanges(archive: Archive): Range[] {
  const ranges: Range[] = [];
  const root = archive.dict(archive.trailer.get('Root'));
  for (const [from, value] of numberTree(archive, root.get('PageLabels'))) {
    const entry = archive.dict(value);
    const style = archive.resolve(entry.get('S'));
    const prefix = archive.resolve(entry.get('P'));
    const start = archive.resolve(entry.get('St'));
    ranges.push({
      from,
      style: style instanceof PdfName ? style.name : '',
      prefix: prefix instanceof PdfString ? decodeText(prefix) : '',
      start: typeof start === 'number' ? start : 1,
    });
  }
  return ranges;
}

/** The pairs of a number tree, in the order of the file. */
function numberTree(archive: Archive, root: PdfValue | undefined): [number, PdfValue][] {
  const pairs: [number, PdfValue][] = [];
  const seen = new Set<number>();
  const waiting: PdfValue[] = root === undefined ? [] : [root];
  for (let node = waiting.pop(); node !== undefined && pairs.length < 100_000; node = waiting.pop()) {
    if (node instanceof PdfRef) {
      if (seen.has(node.number)) continue;
      seen.add(node.number);
    }
    const dict = archive.dict(node);
    const kids = archive.resolve(dict.get('Kids'));
    if (Array.isArray(kids)) waiting.push(...kids.slice(0, 100_000).reverse());
    const nums = archive.resolve(dict.get('Nums'));
    if (!Array.isArray(nums)) continue;
    for (let i = 0; i + 1 < nums.length; i += 2) {
      const key = archive.resolve(nums[i]);
      if (typeof key === 'number') pairs.push([key, nums[i + 1] as PdfValue]);
    }
  }
  return pairs;
}

function numeral(value: number, style: string): string {
  if (style === 'D') return String(value);
  if (style === 'R') return roman(value);
  if (style === 'r') return roman(value).toLowerCase();
  if (style === 'A' || style === 'a') {
    const letter = String.fromCharCode((style === 'A' ? 65 : 97) + ((value - 1) % 26));
    return letter.repeat(Math.min(Math.ceil(value / 26), 100) || 0);
  }
  return '';
}

const ROMAN: [number, string][] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let rest = value;
  let text = '';
  for (const [worth, letters] of ROMAN) {
    for (; rest >= worth; rest -= worth) text += letters;
  }
  return text;
}
