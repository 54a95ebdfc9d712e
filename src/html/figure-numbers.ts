/**
 * 图号: the numbers of the figures in the text, where book.yaml asks for them. Plates have none, nor has a figure whose
 * author has typed a number before its caption. A mention (见图1) is the author's, as it is with tables.
 */
import type { FigureNumbering } from '../tree/layout.js';
import type { Figure, Part, Volume } from '../tree/nodes.js';
import { phrasingText, textFigures } from '../tree/tree-text.js';
import { select } from '../tree/visit.js';

/** 图3, 图2-1, 图十二 */
const NUMBERED = /^图\s*(?:\d+(?:[-–—.]\d+)*|[一二三四五六七八九十]+)(?=[\s\u3000:：]|$)/u;

/** 图1, 图2 … through the book (是), or 图3-1 in the third 类目 of the body (按类目), by the id of the figure. */
export function figureNumbers({ children }: Volume, numbering: FigureNumbering): Map<string, string> {
  const numbers = new Map<string, string>();
  if (numbering === '否') return numbers;
  let inBook = 0;
  let parts = 0;
  for (const part of children) {
    if (part.role === 'body') parts += 1;
    else if (numbering === '按类目') continue;
    for (const [i, { id }] of unnumbered(part).entries()) {
      inBook += 1;
      numbers.set(id, numbering === '是' ? `图${inBook}` : `图${parts}-${i + 1}`);
    }
  }
  return numbers;
}

function unnumbered(part: Part): Figure[] {
  // The 卷首 is printed manuscript by manuscript.
  const inText = new Set(part.children.flatMap((manuscript) => textFigures(manuscript)).map(({ id }) => id));
  return select(part, 'figure').filter(({ id, caption }) => inText.has(id) && !NUMBERED.test(phrasingText(caption)));
}
