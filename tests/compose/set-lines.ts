/** Paragraphs for the composer in a font of known measures: Han and marks 1 em, letters and digits half an em. */
import { type Composed, compose } from '../../src/compose/compose.js';
import { classOf, isIdeograph, LATIN, SPACE } from '../../src/compose/marks.js';
import type { Paragraph } from '../../src/compose/paragraph.js';

/** The em of the tests, CSS px. */
export const EM = 10;
/** Space between Han and Latin in the tests, px. */
export const AUTOSPACE = 1.25;

export function paragraphOf(text: string, wanted: Partial<Paragraph> = {}): Paragraph {
  const widths = new Float64Array(text.length);
  let at = 0;
  for (const character of text) {
    const characterClass = classOf(character.charCodeAt(0));
    widths[at] = characterClass === LATIN || characterClass === SPACE ? EM / 2 : EM;
    at += character.length;
  }
  const autospace = new Float64Array(text.length);
  for (let i = 0; i + 1 < text.length; i += 1) {
    const sides = [text.charCodeAt(i), text.charCodeAt(i + 1)];
    const latin = sides.some((unit) => classOf(unit) === LATIN && /[\p{L}\p{N}%]/u.test(String.fromCharCode(unit)));
    if (latin && sides.some(isIdeograph)) autospace[i] = AUTOSPACE;
  }
  return {
    text,
    widths,
    ems: new Float64Array(text.length).fill(EM),
    tracking: new Float64Array(text.length),
    autospace,
    measure: 20 * EM,
    indent: 0,
    justified: true,
    balanced: false,
    kept: [],
    ...wanted,
  };
}

export interface SetLine {
  text: string;
  /** Ink of every character: where its square begins and where the next one does, em. */
  places: { character: string; from: number; to: number }[];
  /** The end of the last character's advance, em; trimmed marks give half of theirs. */
  right: number;
  squeeze: number;
  stretch: number;
}

/** Sets a paragraph, and places every character as a browser would from the advances and the spacing. */
export function setLines(text: string, wanted: Partial<Paragraph> = {}): SetLine[] {
  const paragraph = paragraphOf(text, wanted);
  const composed = compose(paragraph);
  return composed.lines.map((line) => placeLine(paragraph, composed, line));
}

function placeLine(paragraph: Paragraph, composed: Composed, line: Composed['lines'][number]): SetLine {
  const { text, widths, autospace, indent } = paragraph;
  let pen = (line.start === 0 ? indent : 0) - (composed.pulled.get(line.start) ?? 0);
  const places: SetLine['places'] = [];
  for (let i = line.start; i < line.end; i += 1) {
    const from = pen;
    pen += (widths[i] as number) + (composed.spacing[i] as number) + (i + 1 < line.end ? (autospace[i] as number) : 0);
    places.push({ character: text[i] as string, from: from / EM, to: pen / EM });
  }
  return {
    text: text.slice(line.start, line.end),
    places,
    right: pen / EM,
    squeeze: line.squeeze,
    stretch: line.stretch / EM,
  };
}

/** A text of Han that may be broken anywhere. */
export function han(count: number): string {
  return Array.from({ length: count }, (_, i) => '东南西北山川湖海林田路桥村镇城乡'[i % 16]).join('');
}
