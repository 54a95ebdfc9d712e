/**
 * 满版: a photo that covers its page and the bleed around it. Its words stand in a label of plain paper inside the type
 * area, so that they can be read whatever the photo shows, and the knife takes nothing of them.
 */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { PlateMeasures } from '../../design/measures.js';
import type { Figure } from '../../tree/nodes.js';
import { phrasingText } from '../../tree/tree-text.js';
import { captionParts, renderFigureCaption } from '../figure-caption.js';
import { type Pictures, renderCutPicture } from '../picture.js';
import { renderTail, type Tail } from './plates-tail.js';

export interface FullBleedWords {
  /** The title of its section, where that begins with this photo. */
  title: Element[];
  section: string;
  tail: Tail | undefined;
}

/** The widest a label is, and the narrowest where it holds a title, as shares of the type area. */
const WIDEST = 0.62;
const TITLED = 0.4;
/** Around the words of a label, CSS px, as in `styles/plates.css`; and room for rounding. */
const PADDING = 14;
const SLACK = 8;

/** Size of the page with its bleed, CSS px. */
export function bleedSize({ paper, bleed }: Pick<PlateMeasures, 'paper' | 'bleed'>): { width: number; height: number } {
  return { width: paper.width + 2 * bleed, height: paper.height + 2 * bleed };
}

export function renderFullBleed(
  figure: Figure,
  pictures: Pictures,
  area: PlateMeasures,
  { title, section, tail }: FullBleedWords,
): Element {
  const [photo] = figure.photos;
  const size = bleedSize(area);
  const place = `--cut-width:${size.width.toFixed(2)}px;--cut-height:${size.height.toFixed(2)}px;--cut:${area.bleed}px`;
  const alt = phrasingText(figure.caption) || section;
  const caption = renderFigureCaption(figure);
  const words = [...title, caption, tail && renderTail(tail)].filter((each) => each !== undefined);
  return h('section', { className: ['plate', 'full-bleed'], style: `height:${Math.floor(area.height - 1)}px` }, [
    h('figure', { id: figure.id }, [
      h('div', { className: ['photos'] }, photo ? [renderCutPicture(photo, pictures, size, place, alt)] : []),
      words.length > 0
        ? h(
            'div',
            { className: ['plate-label'], style: `width:${labelWidth(figure, area, words.length > 1)}px` },
            words,
          )
        : undefined,
    ]),
  ]);
}

function labelWidth(figure: Figure, area: PlateMeasures, titled: boolean): number {
  const caption = captionParts(figure).reduce((sum, part) => sum + part * area.captionSize, 0);
  const wanted = caption + 2 * PADDING + SLACK;
  return Math.round(Math.min(WIDEST * area.width, Math.max(wanted, titled ? TITLED * area.width : 0)));
}
