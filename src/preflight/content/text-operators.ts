/** Operators that set and show text (ISO 32000-1, 9.3 and 9.4). */
import { PdfName, PdfString, type PdfValue } from '../../press/pdf/values.js';
import { IDENTITY, type Matrix, multiply } from '../../press/text/matrix.js';
import { readContentFont } from './font.js';
import { intersect, transformBox } from './graphics-state.js';
import { paintPattern, readGlyphs } from './nested.js';
import { overprintOf } from './path-operators.js';
import { addProblem, matrixAt, numberAt, type Operator, type StreamState } from './reading.js';

/** How far Chinese glyphs reach above and below the baseline, in parts of the size. */
const ASCENT = 0.88;
const DESCENT = 0.12;

export const TEXT_OPERATORS: Record<string, Operator> = {
  BT(state) {
    state.textMatrix = IDENTITY;
    state.lineMatrix = IDENTITY;
  },
  ET: () => undefined,
  Tc(state) {
    state.graphics.charSpace = numberAt(state, 0);
  },
  Tw(state) {
    state.graphics.wordSpace = numberAt(state, 0);
  },
  Tz(state) {
    state.graphics.scale = numberAt(state, 0) / 100;
  },
  TL(state) {
    state.graphics.leading = numberAt(state, 0);
  },
  Ts(state) {
    state.graphics.rise = numberAt(state, 0);
  },
  Tr(state) {
    state.graphics.mode = numberAt(state, 0);
  },
  Tf(state) {
    const [name] = state.operands;
    if (!(name instanceof PdfName)) return;
    const { archive } = state.reading.session;
    setFont(state, archive.dict(state.resources.get('Font')).get(name.name), numberAt(state, 1));
  },
  Td: (state) => moveLine(state, numberAt(state, 0), numberAt(state, 1)),
  TD(state) {
    state.graphics.leading = -numberAt(state, 1);
    moveLine(state, numberAt(state, 0), numberAt(state, 1));
  },
  Tm(state) {
    state.textMatrix = matrixAt(state);
    state.lineMatrix = state.textMatrix;
  },
  'T*': (state) => moveLine(state, 0, -state.graphics.leading),
  Tj: (state) => show(state, [state.operands[0] ?? null]),
  TJ: (state) => show(state, Array.isArray(state.operands[0]) ? state.operands[0] : []),
  "'"(state) {
    moveLine(state, 0, -state.graphics.leading);
    show(state, [state.operands[0] ?? null]);
  },
  '"'(state) {
    state.graphics.wordSpace = numberAt(state, 0);
    state.graphics.charSpace = numberAt(state, 1);
    moveLine(state, 0, -state.graphics.leading);
    show(state, [state.operands[2] ?? null]);
  },
};

/** Tf, or the Font of an ExtGState. */
export function setFont(state: StreamState, value: PdfValue | undefined, size: PdfValue): void {
  const { session, page, fonts } = state.reading;
  const dict = session.archive.dict(value);
  if (dict.size === 0) addProblem(state.reading, '找不到文字用的字体', true);
  let font = session.fonts.get(dict);
  if (!font) {
    font = readContentFont(session.archive, value, page);
    // An empty dictionary is made anew for each missing font.
    if (dict.size > 0) session.fonts.set(dict, font);
  }
  fonts.add(font);
  state.graphics.font = font;
  state.graphics.size = typeof size === 'number' ? size : 0;
}

function moveLine(state: StreamState, x: number, y: number): void {
  state.lineMatrix = multiply([1, 0, 0, 1, x, y], state.lineMatrix);
  state.textMatrix = state.lineMatrix;
}

/** Tj and TJ: one mark for all strings of the operator. */
function show(state: StreamState, items: readonly PdfValue[]): void {
  const { graphics, reading } = state;
  const { font, size, scale, mode } = graphics;
  let advance = 0;
  let glyphs = 0;
  const shown: number[] = [];
  for (const item of items) {
    if (typeof item === 'number') advance -= (item / 1000) * size;
    if (!(item instanceof PdfString)) continue;
    if (!font) {
      glyphs += item.bytes.length;
      advance += (item.bytes.length * size) / 2;
      continue;
    }
    font.codes(item.bytes, (code) => {
      glyphs++;
      // Invisible text (mode 3) needs no outlines, but a reader that copies it needs its characters.
      font.used.add(code);
      if (font.subtype === 'Type3') shown.push(code);
      const space = code === 32 && !font.composite ? graphics.wordSpace : 0;
      advance += (font.vertical ? 1 : font.width(code)) * size + graphics.charSpace + space;
    });
  }
  const start = state.textMatrix;
  const along = font?.vertical ? ([0, -advance] as const) : ([advance * scale, 0] as const);
  state.textMatrix = multiply([1, 0, 0, 1, along[0], along[1]], start);
  // Modes 3 and 7 paint nothing.
  if (glyphs === 0 || mode === 3 || mode === 7) return;
  const matrix: Matrix = multiply(multiply([1, 0, 0, 1, 0, graphics.rise], start), graphics.ctm);
  const extent = transformBox(
    font?.vertical
      ? [-size / 2, -advance, size / 2, 0]
      : [Math.min(0, along[0]), -DESCENT * size, Math.max(0, along[0]), ASCENT * size],
    matrix,
  );
  const box = intersect(extent, graphics.clip);
  if (!box) return;
  const filled = mode === 0 || mode === 2 || mode === 4 || mode === 6;
  const stroked = mode === 1 || mode === 2 || mode === 5 || mode === 6;
  const placed = state.placedAt ?? box;
  const type3 = font?.subtype === 'Type3';
  reading.marks.push({
    kind: 'text',
    box: placed,
    within: state.within,
    overprint: overprintOf(state),
    transparency: graphics.transparency,
    ...(filled ? { fill: graphics.fill } : {}),
    ...(stroked ? { stroke: graphics.stroke } : {}),
    font,
    points: Math.abs(size) * Math.hypot(matrix[2], matrix[3]),
    glyphs,
  });
  if (filled) paintPattern(state, graphics.fill, placed);
  if (stroked) paintPattern(state, graphics.stroke, placed);
  if (type3 && font) readGlyphs(state, font, shown, matrix, placed);
}
