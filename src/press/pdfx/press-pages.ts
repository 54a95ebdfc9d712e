/** The pages of the press file: their boxes, what is clipped to the bleed, and the marks on the paper around it. */
import type { PageMarks } from '../marks/marks.js';
import type { Box } from '../pdf/pages.js';
import { dict, name, type PdfDict, PdfRef, PdfStream, type PdfValue } from '../pdf/values.js';
import { type PressBoxes, pressBoxes } from './boxes.js';

export interface DrawnPage {
  /** Object number. */
  number: number;
  trim: Box;
  contents: PdfRef;
  resources: PdfDict;
}

export interface Surround {
  bleedMm: number;
  /** Marks, and how much paper they take beyond the bleed, mm. */
  marks?: { marginMm: number; draw(boxes: PressBoxes, page: number, pages: number): PageMarks };
}

const MARKS = 'NJMarks';

/** The page tree, in which the pages keep their object numbers. */
export function pressPages(
  drawn: readonly DrawnPage[],
  { bleedMm, marks }: Surround,
  objects: Map<number, PdfValue>,
  add: (value: PdfValue) => PdfRef,
): PdfRef {
  const tree = add(null);
  const shared = new Map<PdfStream | string, PdfRef>();
  const once = (key: PdfStream | string, stream: () => PdfStream): PdfRef => {
    const ref = shared.get(key) ?? add(stream());
    shared.set(key, ref);
    return ref;
  };
  const stream = (content: string): PdfStream => new PdfStream(new Map(), Buffer.from(content, 'latin1'));
  for (const [i, { number, trim, contents, resources }] of drawn.entries()) {
    const boxes = pressBoxes(trim, bleedMm, marks?.marginMm ?? 0);
    const begin = clipTo(boxes.bleed);
    const around = marks?.draw(boxes, i, drawn.length);
    const end = around ? `Q\n/${MARKS} Do\n${around.content}` : 'Q\n';
    const form = around && once(around.form, () => around.form);
    objects.set(
      number,
      dict({
        Type: name('Page'),
        Parent: tree,
        MediaBox: [...boxes.media],
        BleedBox: [...boxes.bleed],
        TrimBox: [...boxes.trim],
        Resources: form ? withXObject(resources, form) : resources,
        Contents: [
          once(begin, () => stream(begin)),
          contents,
          around ? add(stream(end)) : once(end, () => stream(end)),
        ],
      }),
    );
  }
  const kids = drawn.map(({ number }) => new PdfRef(number));
  objects.set(tree.number, dict({ Type: name('Pages'), Count: kids.length, Kids: kids }));
  return tree;
}

/** What the browser painted beyond the bleed must not run under the marks. */
function clipTo([left, bottom, right, top]: Box): string {
  const [width, height] = [right - left, top - bottom].map((each) => Math.round(each * 1000) / 1000);
  return `q ${left} ${bottom} ${width} ${height} re W n\n`;
}

function withXObject(resources: PdfDict, form: PdfRef): PdfDict {
  const own = resources.get('XObject');
  return new Map(resources).set('XObject', new Map([...(own instanceof Map ? own : []), [MARKS, form]]));
}
