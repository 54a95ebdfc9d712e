/** Text blocks: the elements of a flow whose content is running text, with the texts they hold and their fonts. */
import { classOf, isIdeograph, LATIN } from '../../compose/marks.js';
import type { Paragraph } from '../../compose/paragraph.js';
import { type Advances, probeFont } from './advances.js';

/** A text of a block and how it is set. */
export interface Piece {
  node: Text;
  /** What is set of it: white space is collapsed, and stray spaces beside Han are gone. */
  text: string;
  style: TextStyle;
  kept: boolean;
}

interface TextStyle {
  font: string;
  size: number;
  tracking: number;
}

/** What stands between two `<br>`. */
export interface TextParagraph {
  pieces: Piece[];
}

export interface TextBlock {
  element: HTMLElement;
  style: CSSStyleDeclaration;
  paragraphs: TextParagraph[];
}

/** Whether an element sets what it holds by itself: there a block is as wide as its words. */
function setsItself({ display, flexDirection }: CSSStyleDeclaration): boolean {
  if (display === 'flex') return !flexDirection.startsWith('column');
  return /^inline|none|contents/u.test(display);
}

export function readBlocks(root: HTMLElement): TextBlock[] {
  const styles = new Map<Element, TextStyle>();
  const blocks: TextBlock[] = [];
  const visit = (element: HTMLElement): void => {
    const style = getComputedStyle(element);
    if (setsItself(style)) return;
    if (holdsText(element)) blocks.push({ element, style, paragraphs: readParagraphs(element, styles) });
    else for (const child of element.children) visit(child as HTMLElement);
  };
  visit(root);
  return blocks;
}

/** Whether all that an element holds is text, and some of it is not blank. */
function holdsText(element: HTMLElement): boolean {
  if (element.firstChild === null || element.textContent?.trim() === '') return false;
  for (const child of element.querySelectorAll('*')) {
    if (child.tagName !== 'BR' && getComputedStyle(child).display !== 'inline') return false;
  }
  return element.querySelector('img') === null;
}

function readParagraphs(element: HTMLElement, styles: Map<Element, TextStyle>): TextParagraph[] {
  const paragraphs: TextParagraph[] = [{ pieces: [] }];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeName === 'BR') paragraphs.push({ pieces: [] });
    if (node.nodeType !== Node.TEXT_NODE) continue;
    const parent = node.parentElement as HTMLElement;
    let style = styles.get(parent);
    if (!style) {
      style = styleOf(parent);
      styles.set(parent, style);
    }
    const text = (node as Text).data.replace(/[ \t\r\n\f]+/gu, ' ');
    const kept = parent.closest('[data-keep]') !== null;
    paragraphs.at(-1)?.pieces.push({ node: node as Text, text, style, kept });
  }
  for (const paragraph of paragraphs) dropStraySpaces(paragraph);
  return paragraphs;
}

function styleOf(element: HTMLElement): TextStyle {
  const style = getComputedStyle(element);
  return {
    font: probeFont(style),
    size: Number.parseFloat(style.fontSize),
    tracking: Number.parseFloat(style.letterSpacing) || 0,
  };
}

/** Only the space between two words of Latin is one; typesetting puts its own beside Han. */
function dropStraySpaces({ pieces }: TextParagraph): void {
  let before = -1;
  for (const [i, piece] of pieces.entries()) {
    let kept = '';
    for (let at = 0; at < piece.text.length; at += 1) {
      const unit = piece.text.charCodeAt(at);
      if (unit === 0x20 && !(isLatin(before) && isLatin(unitAfter(pieces, i, at)))) continue;
      kept += piece.text[at];
      before = unit;
    }
    piece.text = kept;
  }
}

function isLatin(unit: number): boolean {
  return unit !== -1 && unit !== 0x20 && classOf(unit) === LATIN;
}

function unitAfter(pieces: Piece[], index: number, at: number): number {
  const here = pieces[index]?.text ?? '';
  if (at + 1 < here.length) return here.charCodeAt(at + 1);
  for (const { text } of pieces.slice(index + 1)) if (text !== '') return text.charCodeAt(0);
  return -1;
}

/** What the composer asks of a paragraph's characters. */
export function charactersOf(
  { pieces }: TextParagraph,
  advances: Advances,
): Pick<Paragraph, 'text' | 'widths' | 'ems' | 'tracking' | 'autospace' | 'kept'> {
  const text = pieces.map((piece) => piece.text).join('');
  const widths = new Float64Array(text.length);
  const ems = new Float64Array(text.length);
  const tracking = new Float64Array(text.length);
  const kept: [number, number][] = [];
  let at = 0;
  for (const piece of pieces) {
    const { font, size, tracking: space } = piece.style;
    const start = at;
    for (const character of piece.text) {
      widths[at] = advances.of(font, size, character);
      tracking[at] = space;
      for (let unit = 0; unit < character.length; unit += 1) ems[at + unit] = size;
      at += character.length;
    }
    if (piece.kept) {
      const last = kept.at(-1);
      if (last && last[1] === start) last[1] = at;
      else kept.push([start, at]);
    }
  }
  return { text, widths, ems, tracking, autospace: autospaceOf(text, ems, advances), kept };
}

/** The space that the browser sets between Han and Latin. */
function autospaceOf(text: string, ems: Float64Array, advances: Advances): Float64Array {
  const spaces = new Float64Array(text.length);
  for (let i = 0; i + 1 < text.length; i += 1) {
    const here = isIdeograph(text.charCodeAt(i));
    if (here === isIdeograph(text.charCodeAt(i + 1))) continue;
    const space = here ? advances.autospace(text[i + 1] as string).before : advances.autospace(text[i] as string).after;
    spaces[i] = space * (ems[here ? i : i + 1] as number);
  }
  return spaces;
}
