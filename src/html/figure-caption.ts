/** The caption (图片说明) of a figure, with who took its photos: 金水湖全景（摄影：李强） */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Figure } from '../tree/nodes.js';
import { creditsOf, phrasingText } from '../tree/tree-text.js';
import { textWidth } from './advance.js';
import { padNames } from './names.js';
import { generated, renderPhrasing } from './phrasing.js';
import { keptWords, wordsOf } from './sense.js';

const BEFORE = '（摄影：';
const BETWEEN = '、';
const AFTER = '）';
/** Size of a credit in that of its caption, as in `styles/plates.css` and `styles/body.css`. */
const CREDIT_SIZE = 0.85;

/**
 * The caption with its credit; nothing where a figure has neither.
 *
 * @param before what stands before the words, such as the number of a figure
 */
export function renderFigureCaption(figure: Figure, before: ElementContent[] = []): Element | undefined {
  const content = [...before, ...renderWords(figure), ...renderCredit(figure)];
  return content.length > 0 ? h('figcaption', content) : undefined;
}

/** Words are kept whole where the caption turns over. */
function renderWords({ caption }: Figure): ElementContent[] {
  const [only, ...more] = caption;
  return only?.type === 'text' && more.length === 0 ? keptWords(only.value) : renderPhrasing(caption);
}

function renderCredit(figure: Figure): ElementContent[] {
  const credits = creditsOf(figure);
  if (credits.length === 0) return [];
  const names = credits.flatMap(({ credit }, i): ElementContent[] => [
    ...(i > 0 ? [generated(BETWEEN)] : []),
    { type: 'text', value: padNames(credit.value) },
  ]);
  return [h('span', { className: ['credit'], dataKeep: '' }, [generated(BEFORE), ...names, generated(AFTER)])];
}

/** Widths of the parts of a caption that are kept on one line, in em of the caption. */
export function captionParts(figure: Figure): number[] {
  const words = wordsOf(phrasingText(figure.caption)).map(textWidth);
  const names = creditsOf(figure).map(({ credit }) => padNames(credit.value));
  if (names.length === 0) return words;
  return [...words, CREDIT_SIZE * textWidth(BEFORE + names.join(BETWEEN) + AFTER)];
}
