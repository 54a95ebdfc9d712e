/** Shows strings: every glyph becomes text at a place, and the pen moves on (ISO 32000-1, 9.4.3 and 9.4.4). */
import { decodeText, PdfName, PdfString, type PdfValue } from '../pdf/values.js';
import type { ContentState, Mark } from './content-state.js';
import { UNKNOWN_CHARACTER } from './font.js';

/** Shows one string in the current font. */
export function show(state: ContentState, string: PdfValue | undefined): void {
  const { graphics, cursor, runs } = state;
  const { font, ctm, rise } = graphics;
  if (!(string instanceof PdfString) || !font) return;
  const { bytes } = string;
  const mark = state.marks.length > 0 ? state.marks.find((each) => each.actualText !== undefined) : undefined;
  const points = Math.round(cursor.scale(ctm) * Math.abs(graphics.size) * 1000) / 1000;
  for (let i = 0; i + font.codeBytes <= bytes.length; i += font.codeBytes) {
    const first = bytes.charCodeAt(i);
    const code = font.codeBytes === 2 ? (first << 8) | bytes.charCodeAt(i + 1) : first;
    const x = cursor.x(ctm, rise);
    const y = cursor.y(ctm, rise);
    const wordSpace = font.codeBytes === 1 && code === 32 ? graphics.wordSpace : 0;
    const width = font.width(code);
    cursor.advance((width * graphics.size + graphics.charSpace + wordSpace) * graphics.scale);
    const text = mark ? actualText(mark) : (font.toUnicode.get(code) ?? UNKNOWN_CHARACTER);
    runs.add(text, x, y, cursor.x(ctm, rise), points, font.name, width * points * graphics.scale);
  }
}

/** TJ: strings, and between them how far the pen moves back in thousandths of the font size. */
export function showSpaced(state: ContentState, items: PdfValue | undefined): void {
  const { graphics, cursor } = state;
  for (const item of Array.isArray(items) ? items : []) {
    if (typeof item === 'number') cursor.advance((-item / 1000) * graphics.size * graphics.scale);
    else show(state, item);
  }
}

/** BDC: `/Span <</ActualText <FEFF2014>>>`, or the name of such a dictionary among the resources. */
export function openMark({ session: { file }, resources }: ContentState, properties: PdfValue | undefined): Mark {
  const entries =
    properties instanceof PdfName ? file.dict(file.dict(resources.get('Properties')).get(properties.name)) : properties;
  const actual = entries instanceof Map ? file.resolve(entries.get('ActualText')) : null;
  return actual instanceof PdfString ? { actualText: decodeText(actual) } : {};
}

/** The whole text goes to the first glyph of the span, nothing to the others. */
function actualText(mark: Mark): string {
  const text = mark.given ? '' : (mark.actualText as string);
  mark.given = true;
  return text;
}
