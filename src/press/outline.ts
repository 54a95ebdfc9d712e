/**
 * The outline (bookmarks) of the book (ISO 32000-1, 12.3.3). Chromium makes one from the headings of the HTML; ours
 * is made from the volume tree, so it can hold what is no heading (条目 in 【】) and leave out what is noise.
 */
import type { PdfPage } from './pdf/pages.js';
import type { PdfFile } from './pdf/pdf-file.js';
import { dict, name, type PdfDict, PdfRef, type PdfValue, textString } from './pdf/values.js';

export interface OutlineItem {
  title: string;
  /** Counted from 0. */
  page: number;
  /** Points from the top of the page; absent: the top. */
  y?: number;
  children?: readonly OutlineItem[];
}

/**
 * The objects of an outline: its root under `numbers()`'s first number, then the items. The first level is shown,
 * everything below it closed.
 *
 * @param numbers gives unused object numbers, one a call
 * @param pages the pages as they will be, for the places the items lead to
 */
export function outlineObjects(
  items: readonly OutlineItem[],
  pages: readonly PdfPage[],
  numbers: () => number,
): { root: PdfRef; objects: Map<number, PdfValue> } {
  const objects = new Map<number, PdfValue>();
  const root = new PdfRef(numbers());
  /** Writes siblings and returns the entries of their parent. */
  const write = (siblings: readonly OutlineItem[], parent: PdfRef): PdfDict => {
    const refs = siblings.map(() => new PdfRef(numbers()));
    for (const [i, item] of siblings.entries()) {
      const ref = refs[i] as PdfRef;
      const entries = dict({
        Title: textString(item.title),
        Parent: parent,
        Prev: refs[i - 1],
        Next: refs[i + 1],
        Dest: destination(item, pages),
      });
      objects.set(ref.number, entries);
      const children = item.children?.length ? write(item.children, ref) : undefined;
      // A negative count: so many items appear when this one is opened.
      if (children)
        entries.set('First', children.get('First') as PdfValue).set('Last', children.get('Last') as PdfValue);
      if (children) entries.set('Count', -(item.children as OutlineItem[]).length);
    }
    return dict({ First: refs[0], Last: refs.at(-1) });
  };
  objects.set(root.number, dict({ Type: name('Outlines') }));
  const top = write(items, root);
  objects.set(
    root.number,
    new Map([['Type', name('Outlines')], ...top, ['Count', items.length]] as [string, PdfValue][]),
  );
  return { root, objects };
}

/** The object numbers of an outline that is there already, its root included. */
export function outlineNumbers(file: PdfFile, root: PdfValue | undefined): Set<number> {
  const numbers = new Set<number>();
  const waiting: (PdfValue | undefined)[] = [root];
  while (waiting.length > 0) {
    const ref = waiting.pop();
    if (!(ref instanceof PdfRef) || numbers.has(ref.number)) continue;
    numbers.add(ref.number);
    const item = file.dict(ref);
    waiting.push(item.get('First'), item.get('Next'));
  }
  return numbers;
}

function destination(item: OutlineItem, pages: readonly PdfPage[]): PdfValue {
  const page = pages[item.page];
  if (!page) throw new RangeError(`outline item “${item.title}” leads to page ${item.page}, which is not there`);
  return [new PdfRef(page.number), name('XYZ'), null, page.mediaBox[3] - (item.y ?? 0), null];
}
