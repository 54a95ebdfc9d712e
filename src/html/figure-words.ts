/** The words under a figure: its number, where the book counts its figures, and its caption, broken by sense. */
import type { ElementContent } from 'hast';
import type { Phrasing } from '../tree/nodes.js';
import { generated, renderPhrasing } from './phrasing.js';
import { renderBySense } from './sense.js';

/** `number`: 图3, 图2-1. */
export function renderCaption(caption: Phrasing[], number: string | undefined): ElementContent[] {
  const [only, ...more] = caption;
  const words = only?.type === 'text' && more.length === 0 ? renderBySense(only.value) : renderPhrasing(caption);
  if (number === undefined) return words;
  return [generated(words.length > 0 ? `${number}\u3000` : number, 'figure-number'), ...words];
}
