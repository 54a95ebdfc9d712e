/** What the plates of a manuscript end with (彩页末): who took the photos, and who contributed them. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { PlateMeasures } from '../../design/measures.js';
import type { Manuscript } from '../../tree/nodes.js';
import { textWidth } from '../advance.js';
import { renderByline } from '../byline.js';
import { padNames } from '../names.js';
import { generated } from '../phrasing.js';

export interface Tail {
  elements: Element[];
  /** CSS px. */
  height: number;
}

/** Above the first line, CSS px, as in `styles/plates.css`. */
const ABOVE = 6;
/** A line may end some characters early. */
const FULL = 0.92;

/** Nothing for plates whose front matter names nobody. */
export function tailOf(manuscript: Manuscript, area: PlateMeasures): Tail | undefined {
  const { photographer, contributor, department } = manuscript;
  if (!photographer && !contributor && !department) return undefined;
  const lines = (text: string): number => Math.ceil((textWidth(text) * area.captionSize) / (FULL * area.width));
  const credit = photographer && padNames(photographer.value);
  const byline = renderByline(manuscript);
  const bylineText = `供稿：${contributor?.value ?? ''}${department?.value ?? ''}`;
  return {
    elements: [
      ...(credit
        ? [h('p', { className: ['plates-credit'] }, [generated('摄影：'), { type: 'text', value: credit }])]
        : []),
      ...byline,
    ],
    height:
      ABOVE +
      ((credit ? lines(`摄影：${credit}`) : 0) + (byline.length > 0 ? lines(bylineText) : 0)) * area.captionLine,
  };
}

export function renderTail({ elements }: Tail): Element {
  return h('footer', { className: ['plates-tail'] }, elements);
}
