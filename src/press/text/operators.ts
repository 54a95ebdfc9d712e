/**
 * The operators of a content stream that move or show text (ISO 32000-1, annex A). All others paint what is not
 * text, or say how it looks, and pass by.
 */
import { PdfName, type PdfValue } from '../pdf/values.js';
import { type ContentState, matrixOperands, numberAt } from './content-state.js';
import { readTextFont, type TextFont } from './font.js';
import { multiply } from './matrix.js';
import { openMark, show, showSpaced } from './show.js';

type Operator = (state: ContentState) => void;

const GRAPHICS: Record<string, Operator> = {
  q(state) {
    state.saved.push(state.graphics);
    state.graphics = { ...state.graphics };
  },
  Q(state) {
    state.graphics = state.saved.pop() ?? state.graphics;
  },
  cm(state) {
    state.graphics.ctm = multiply(matrixOperands(state), state.graphics.ctm);
  },
};

const MARKED_CONTENT: Record<string, Operator> = {
  BDC(state) {
    state.marks.push(openMark(state, state.operands[1]));
  },
  BMC(state) {
    state.marks.push({});
  },
  EMC(state) {
    state.marks.pop();
  },
};

const TEXT_STATE: Record<string, Operator> = {
  Tf(state) {
    state.graphics.font = fontOf(state, state.operands[0]);
    state.graphics.size = numberAt(state, 1);
  },
  TL(state) {
    state.graphics.leading = numberAt(state, 0);
  },
  Tc(state) {
    state.graphics.charSpace = numberAt(state, 0);
  },
  Tw(state) {
    state.graphics.wordSpace = numberAt(state, 0);
  },
  Tz(state) {
    state.graphics.scale = numberAt(state, 0) / 100;
  },
  Ts(state) {
    state.graphics.rise = numberAt(state, 0);
  },
};

const TEXT_POSITION: Record<string, Operator> = {
  BT(state) {
    state.cursor.set();
    state.runs.close();
  },
  ET(state) {
    state.runs.close();
  },
  Tm(state) {
    state.cursor.set(matrixOperands(state));
    state.runs.close();
  },
  Td(state) {
    state.cursor.moveLine(numberAt(state, 0), numberAt(state, 1));
  },
  TD(state) {
    state.graphics.leading = -numberAt(state, 1);
    state.cursor.moveLine(numberAt(state, 0), numberAt(state, 1));
  },
  'T*': nextLine,
};

const TEXT_SHOWING: Record<string, Operator> = {
  Tj(state) {
    show(state, state.operands[0]);
  },
  TJ(state) {
    showSpaced(state, state.operands[0]);
  },
  "'"(state) {
    nextLine(state);
    show(state, state.operands[0]);
  },
  '"'(state) {
    state.graphics.wordSpace = numberAt(state, 0);
    state.graphics.charSpace = numberAt(state, 1);
    nextLine(state);
    show(state, state.operands[2]);
  },
};

export const OPERATORS: ReadonlyMap<string, Operator> = new Map(
  [GRAPHICS, MARKED_CONTENT, TEXT_STATE, TEXT_POSITION, TEXT_SHOWING].flatMap((group) => Object.entries(group)),
);

function nextLine({ cursor, graphics }: ContentState): void {
  cursor.moveLine(0, -graphics.leading);
}

function fontOf({ session, resources }: ContentState, operand: PdfValue | undefined): TextFont | undefined {
  if (!(operand instanceof PdfName)) return undefined;
  const { file, fonts } = session;
  const dict = file.dict(file.dict(resources.get('Font')).get(operand.name));
  const known = fonts.get(dict);
  if (known) return known;
  const font = readTextFont(file, dict);
  fonts.set(dict, font);
  return font;
}
