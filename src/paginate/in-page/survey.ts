/**
 * The survey: what stands on the finished pages of a flow, read from the pages themselves. The conservation gate, the
 * page map and the outline are made from it.
 */
import { classOf, OPENING } from '../../compose/marks.js';
import { type BlockSurvey, openBlocks } from './blocks.js';
import { type FigureSurvey, openFigures } from './figures/figures.js';
import { isFullBleed } from './leaves.js';

export interface BoxSurvey {
  column: number;
  /** From the top left of the trimmed page, CSS px. */
  left: number;
  top: number;
  width: number;
  /** Where its lowest block or picture ends. */
  bottom: number;
  /** The text of the manuscripts in this box, white space dropped and captions of figures left out. */
  text: string;
  /** The figures (图片) that stand in its text. */
  figures: FigureSurvey[];
  /** The same with what the tool adds (【】, 续表, repeated heads): what the PDF must say. */
  printed: string;
  /** What of `printed` the tool adds: stretches [start, end). */
  generated: [number, number][];
  /** What `printed` is made of, in its order. */
  blocks: BlockSurvey[];
}

export interface Anchor {
  id: string;
  /** From 0, within the flow. */
  page: number;
  /** From 0; -1 for what spans the type area. */
  column: number;
  /** From the top of the trimmed page, CSS px. */
  y: number;
}

export interface Fault {
  kind: 'clipped' | 'hidden' | 'drift';
  page: number;
  text: string;
}

/** A photo (照片) on the page, from the top left of the trimmed page, CSS px; one that bleeds reaches over it. */
export interface PhotoSurvey {
  /** Relative to the volume folder. */
  file: string;
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface PageSurvey {
  boxes: BoxSurvey[];
  /** In the order of the page. */
  photos: PhotoSurvey[];
  /** The type area, from the top left of the trimmed page, CSS px. */
  areaTop: number;
  areaBottom: number;
  areaLeft: number;
  areaRight: number;
  /** Width of the trimmed page, CSS px, and the side it was made for: in the book it may come to stand on the other. */
  width: number;
  side: 'left' | 'right';
}

export interface FlowSurvey {
  pages: PageSurvey[];
  anchors: Anchor[];
  faults: Fault[];
}

/** Rounding of glyph boxes may reach this far over an edge, CSS px. */
const TOLERANCE = 1.5;
/** Lines may stand this far from their place in the galley before the page is called false, CSS px. */
const DRIFT = 0.75;

/** Surveys the pages inside `flow`. */
export function surveyPages(flow: Element): FlowSurvey {
  const survey: FlowSurvey = { pages: [], anchors: [], faults: [] };
  for (const [number, page] of [...flow.querySelectorAll('.pagedjs_page')].entries()) {
    const sheet = page.getBoundingClientRect();
    const content = page.querySelector('.pagedjs_page_content') as Element;
    const area = content.getBoundingClientRect();
    const boxes = [...content.querySelectorAll<HTMLElement>('.box')].map((box) => {
      const place = box.getBoundingClientRect();
      if (Math.abs(Number(box.dataset.drift ?? 0)) > DRIFT) {
        survey.faults.push({ kind: 'drift', page: number, text: snippet(box.textContent ?? '') });
      }
      const faulty = new Map<Element, Fault['kind']>();
      const text: string[] = [];
      const printed: string[] = [];
      const generated: [number, number][] = [];
      const blocks = openBlocks(box, sheet);
      const figures = openFigures(box);
      let length = 0;
      let plain = 0;
      const range = document.createRange();
      const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
        const words = node.data.replace(/\s+/gu, '');
        if (words === '') continue;
        blocks.add(node, length);
        printed.push(words);
        length += words.length;
        const added = node.parentElement?.closest('[data-generated]') !== null;
        if (added) generated.push([length - words.length, length]);
        const caption = figures.take(node, words, added, { printed: length - words.length, text: plain });
        if (!caption && !added) {
          text.push(words);
          plain += words.length;
        }
        const bounds = { left: place.left, right: place.right, top: area.top, bottom: area.bottom };
        const kind = faultOf(node, bounds, range);
        // A block is named once, from its first words, however many of its texts are at fault.
        const block = blockOf(node);
        if (!kind || faulty.get(block) === kind) continue;
        faulty.set(block, kind);
        survey.faults.push({ kind, page: number, text: snippet(block.textContent ?? '') });
      }
      for (const image of box.querySelectorAll('img')) {
        const bounds = { left: place.left, right: place.right, top: area.top, bottom: area.bottom };
        const rect = image.getBoundingClientRect();
        const bleeds = isFullBleed(image);
        if (!bleeds) blocks.reach(rect);
        // A photo in 满版 has to cover the page; any other has to stay in the type area.
        if (bleeds ? !isWithin(sheet, rect) : !isWithin(rect, bounds)) {
          survey.faults.push({ kind: 'clipped', page: number, text: snippet(`图片 ${image.alt}`) });
        }
      }
      return {
        column: Number(box.dataset.column),
        left: round(place.left - sheet.left),
        top: round(place.top - sheet.top),
        width: round(place.width),
        bottom: round(blocks.bottom()),
        text: text.join(''),
        printed: printed.join(''),
        figures: figures.all({ printed: length, text: plain }),
        generated,
        blocks: blocks.blocks,
      };
    });
    for (const element of content.querySelectorAll('[id]')) {
      const box = element.closest<HTMLElement>('.box');
      survey.anchors.push({
        id: element.id,
        page: number,
        column: Number(box?.dataset.column ?? -1),
        y: round(element.getBoundingClientRect().top - sheet.top),
      });
    }
    survey.pages.push({
      boxes,
      photos: photosOf(page, sheet),
      areaTop: round(area.top - sheet.top),
      areaBottom: round(area.bottom - sheet.top),
      areaLeft: round(area.left - sheet.left),
      areaRight: round(area.right - sheet.left),
      width: round(sheet.width),
      side: page.classList.contains('pagedjs_left_page') ? 'left' : 'right',
    });
  }
  return survey;
}

function photosOf(page: Element, sheet: DOMRect): PhotoSurvey[] {
  return [...page.querySelectorAll<HTMLImageElement>('img[data-photo]')].map((image) => {
    const { left, top, width, height } = image.getBoundingClientRect();
    return {
      file: image.dataset.photo as string,
      left: round(left - sheet.left),
      top: round(top - sheet.top),
      width: round(width),
      height: round(height),
    };
  });
}

function blockOf(text: Text): Element {
  const parent = text.parentElement as Element;
  return parent.closest('.composed') ?? parent;
}

type Bounds = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>;

/** Whether a text has no ink, or ink outside its column or the type area. */
function faultOf(text: Text, bounds: Bounds, range: Range): 'hidden' | 'clipped' | undefined {
  range.selectNodeContents(text);
  const rect = range.getBoundingClientRect();
  if (rect.width === 0 || rect.height === 0) return 'hidden';
  if (isWithin(rect, bounds)) return undefined;
  // A space hangs over the end of a line and leaves no ink there, nor does the blank half of a mark at a line's edge.
  // That half is of the square: where a second mark stands close, the box of the first is half as wide.
  const half = Number.parseFloat(getComputedStyle(text.parentElement as Element).fontSize) / 2;
  for (let i = 0; i < text.length; i += 1) {
    if (/\s/u.test(text.data[i] as string)) continue;
    range.setStart(text, i);
    range.setEnd(text, i + 1);
    const hanging = classOf(text.data.charCodeAt(i)) === OPENING ? half : 0;
    for (const { left, right, top, bottom } of range.getClientRects()) {
      if (!isWithin({ left: left + hanging, right, top, bottom }, bounds)) return 'clipped';
    }
  }
  return undefined;
}

function isWithin(rect: Bounds, bounds: Bounds): boolean {
  return (
    rect.bottom <= bounds.bottom + TOLERANCE &&
    rect.top >= bounds.top - TOLERANCE &&
    rect.right <= bounds.right + TOLERANCE &&
    rect.left >= bounds.left - TOLERANCE
  );
}

function snippet(text: string): string {
  const words = text.replace(/\s+/gu, '');
  return words.length > 40 ? `${words.slice(0, 40)}…` : words;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
