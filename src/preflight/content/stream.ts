/** Reads one content stream, operator by operator, and through whatever it draws. */
import { Keyword, Lexer } from '../../press/pdf/lexer.js';
import { PdfError } from '../../press/pdf/pdf-error.js';
import { type PdfDict, PdfName, PdfStream } from '../../press/pdf/values.js';
import { IDENTITY } from '../../press/text/matrix.js';
import { isName } from '../file/pages.js';
import { endOfInlineImage, inlineDict, paintImage, plainLength } from './image.js';
import { drawForm } from './nested.js';
import { PATH_OPERATORS } from './path-operators.js';
import {
  addProblem,
  emptyPath,
  type Operator,
  type PageReading,
  type StreamStart,
  type StreamState,
} from './reading.js';
import { STATE_OPERATORS } from './state-operators.js';
import { TEXT_OPERATORS } from './text-operators.js';

/** Entering a stream costs as much as this many tokens. */
const ENTRY_COST = 200;
/** More operands than this before one operator are damage. */
const MAX_OPERANDS = 4096;

export function readStream(reading: PageReading, bytes: Uint8Array, resources: PdfDict, start: StreamStart): void {
  const state: StreamState = {
    reading,
    resources,
    within: start.within,
    graphics: start.graphics,
    saved: [],
    base: start.graphics.ctm,
    path: emptyPath(),
    clipping: false,
    textMatrix: IDENTITY,
    lineMatrix: IDENTITY,
    operands: [],
    colourless: start.colourless,
    placedAt: start.placedAt,
    tolerant: 0,
  };
  const lexer = new Lexer(bytes);
  if (!spend(reading, ENTRY_COST + (bytes.length >> 6))) return;
  try {
    for (let token = lexer.next(); token !== undefined; token = lexer.next()) {
      if (!spend(reading, 1)) return;
      if (!(token instanceof Keyword)) {
        if (state.operands.length < MAX_OPERANDS) state.operands.push(token);
        continue;
      }
      operate(state, token.word, lexer);
      state.operands.length = 0;
    }
  } catch (error) {
    if (!(error instanceof PdfError)) throw error;
    addProblem(reading, `内容流损坏：${error.message.replace(/^PDF 内容损坏：|。$/g, '')}`, true, start.within.object);
  }
  if (state.saved.length > 0) addProblem(reading, '图形状态不成对（缺少 Q）', false, start.within.object);
}

/** False, and noted, when the page or the file has used up its steps. */
function spend(reading: PageReading, steps: number): boolean {
  reading.budget -= steps;
  reading.session.budget -= steps;
  if (reading.budget >= 0 && reading.session.budget >= 0) return true;
  addProblem(reading, '内容过多，没有查完', true);
  return false;
}

const OPERATORS: ReadonlyMap<string, Operator> = new Map(
  [STATE_OPERATORS, PATH_OPERATORS, TEXT_OPERATORS].flatMap((group) => Object.entries(group)),
);

function operate(state: StreamState, word: string, lexer: Lexer): void {
  const operator = OPERATORS.get(word);
  if (operator) {
    operator(state);
    return;
  }
  switch (word) {
    case 'Do':
      draw(state);
      return;
    case 'sh':
      paintShading(state);
      return;
    case 'BI':
      return;
    case 'ID':
      inlineImage(state, lexer);
      return;
    case 'EI':
    case 'd0':
      return;
    case 'd1':
      state.colourless = true;
      return;
    default:
      if (state.tolerant <= 0)
        addProblem(state.reading, `有不认识的操作符“${word.slice(0, 20)}”`, false, state.within.object);
  }
}

/** Do: a form, a picture, or PostScript. */
function draw(state: StreamState): void {
  const { archive } = state.reading.session;
  const [name] = state.operands;
  if (!(name instanceof PdfName)) return;
  const ref = archive.dict(state.resources.get('XObject')).get(name.name);
  const object = archive.numberOf(ref);
  const found = archive.resolve(ref);
  if (!(found instanceof PdfStream)) {
    addProblem(state.reading, `找不到要画的对象“${name.name}”`, true, object);
    return;
  }
  const subtype = archive.resolve(found.dict.get('Subtype'));
  if (isName(subtype, 'Form')) drawForm(state, found, object);
  else if (isName(subtype, 'Image')) paintImage(state, found.dict, object);
  else addProblem(state.reading, '含有 PostScript 或不认识的对象', true, object);
}

/** sh: fills the clip with a shading. */
function paintShading(state: StreamState): void {
  const { reading, graphics } = state;
  const { archive, spaces } = reading.session;
  const [name] = state.operands;
  if (!(name instanceof PdfName)) return;
  if (graphics.clip[2] < graphics.clip[0]) return;
  const ref = archive.dict(state.resources.get('Shading')).get(name.name);
  reading.marks.push({
    kind: 'shading',
    box: state.placedAt ?? graphics.clip,
    within: state.within,
    overprint: { fill: graphics.overprintFill, stroke: false, mode: graphics.overprintMode },
    transparency: graphics.transparency,
    object: archive.numberOf(ref),
    space: spaces.read(archive.dict(ref).get('ColorSpace'), state.resources),
  });
}

/** The lexer stands behind ID and one white space; it goes behind EI. */
function inlineImage(state: StreamState, lexer: Lexer): void {
  const dict = inlineDict(state.operands);
  const { spaces } = state.reading.session;
  const space = dict.has('ColorSpace') ? spaces.read(dict.get('ColorSpace'), state.resources) : undefined;
  lexer.position = endOfInlineImage(lexer.bytes, lexer.position + 1, plainLength(dict, space));
  paintImage(state, dict, undefined);
}
