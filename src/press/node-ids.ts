/**
 * The IDs of structure elements (ISO 32000-1, 14.7.2). Chromium names header cells after numbers of its own document,
 * `(node00010517)`, and these depend on what else happened in the page: one book printed from fresh and from kept pages
 * would come out as two files. Here they are counted anew, in the order of the file.
 */
import { catalogOf } from './pdf/pages.js';
import type { PdfFile } from './pdf/pdf-file.js';
import { dict, PdfRef, PdfString, type PdfValue } from './pdf/values.js';

const MARK = Buffer.from('(node');
const DIGITS = 8;

/** A copy of the file in which the IDs count from 1. All keep their length, so every offset stays true. */
export function renumberNodeIds(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes);
  const numbers = new Map<string, number>();
  for (let at = copy.indexOf(MARK); at !== -1; at = copy.indexOf(MARK, at + 1)) {
    const start = at + MARK.length;
    const old = copy.toString('latin1', start, start + DIGITS + 1);
    if (!/^\d{8}\)$/u.test(old)) continue;
    const number = numbers.get(old) ?? numbers.size + 1;
    numbers.set(old, number);
    copy.write(String(number).padStart(DIGITS, '0'), start, 'latin1');
  }
  return copy;
}

/** Writes the ID tree anew, in the order of the new IDs, into `objects`; a file without one stays as it is. */
export function sortIdTree(file: PdfFile, objects: Map<number, PdfValue | undefined>): void {
  const tree = file.dict(catalogOf(file).get('StructTreeRoot')).get('IDTree');
  if (!(tree instanceof PdfRef)) return;
  const pairs: [PdfString, PdfValue][] = [];
  const seen = new Set<number>();
  const collect = (node: PdfValue | undefined): void => {
    if (node instanceof PdfRef) {
      if (seen.has(node.number)) return;
      seen.add(node.number);
      objects.set(node.number, undefined);
    }
    const entries = file.dict(node);
    const names = file.resolve(entries.get('Names'));
    if (Array.isArray(names)) {
      for (let i = 0; i + 1 < names.length; i += 2) {
        const [name, value] = [names[i], names[i + 1]];
        if (name instanceof PdfString && value !== undefined) pairs.push([name, value]);
      }
    }
    const kids = file.resolve(entries.get('Kids'));
    if (Array.isArray(kids)) for (const kid of kids) collect(kid);
  };
  collect(tree);
  pairs.sort(([a], [b]) => (a.bytes < b.bytes ? -1 : 1));
  objects.set(tree.number, dict({ Names: pairs.flat() }));
}
