/**
 * Reads the text out of content streams (ISO 32000-1, 8 and 9) and through the form XObjects they draw. Images stay
 * packed.
 */
import { Keyword, Lexer } from '../pdf/lexer.js';
import { PdfError } from '../pdf/pdf-error.js';
import type { PdfFile } from '../pdf/pdf-file.js';
import { type PdfDict, PdfName, PdfStream, type PdfValue } from '../pdf/values.js';
import { type ContentState, contentState, type TextSession } from './content-state.js';
import { nameOf } from './font.js';
import { IDENTITY, type Matrix, multiply } from './matrix.js';
import { OPERATORS } from './operators.js';
import type { RunCollector } from './text-run.js';

/** A book of 2,000 dense pages has 20 million tokens. */
const BUDGET = 200_000_000;
/** Chromium nests forms two or three deep. */
const MAX_FORMS = 12;

export function textSession(file: PdfFile): TextSession {
  return { file, fonts: new Map(), budget: BUDGET };
}

/**
 * Runs through one content stream and adds its text to `runs`.
 *
 * @param ctm from the stream's space to points from the top left corner of the page, y downward
 */
export function readContent(
  session: TextSession,
  content: Uint8Array,
  resources: PdfDict,
  ctm: Matrix,
  runs: RunCollector,
  depth = 0,
): void {
  const lexer = new Lexer(content);
  const state = contentState(session, resources, ctm, runs, depth);
  for (let token = lexer.next(); token !== undefined; token = lexer.next()) {
    if (--session.budget < 0) throw new PdfError('PDF 内容过多，无法读取文字。');
    if (!(token instanceof Keyword)) {
      state.operands.push(token);
      continue;
    }
    const operate = OPERATORS.get(token.word);
    if (operate) operate(state);
    else if (token.word === 'Do') drawForm(state, state.operands[0]);
    else if (token.word === 'ID') skipInlineImage(lexer);
    while (state.operands.length > 0) state.operands.pop();
  }
}

/** Do: a form is a content stream of its own; an image is no text. */
function drawForm({ session, resources, graphics, runs, depth }: ContentState, operand: PdfValue | undefined): void {
  if (!(operand instanceof PdfName)) return;
  const { file } = session;
  const form = file.resolve(file.dict(resources.get('XObject')).get(operand.name));
  if (!(form instanceof PdfStream) || nameOf(file, form.dict.get('Subtype')) !== 'Form') return;
  if (depth >= MAX_FORMS) throw new PdfError('PDF 内容损坏：图形嵌套过深。');
  const own = form.dict.has('Resources') ? file.dict(form.dict.get('Resources')) : resources;
  const ctm = multiply(formMatrix(file, form.dict.get('Matrix')), graphics.ctm);
  runs.close();
  readContent(session, file.decode(form), own, ctm, runs, depth + 1);
  runs.close();
}

function formMatrix(file: PdfFile, value: PdfValue | undefined): Matrix {
  const list = file.resolve(value);
  const numbers = Array.isArray(list) ? list.map((each) => file.resolve(each)) : [];
  const isMatrix = numbers.length === 6 && numbers.every((each) => typeof each === 'number');
  return isMatrix ? (numbers as unknown as Matrix) : IDENTITY;
}

/** The data of an inline image end at `EI` between white space. */
function skipInlineImage(lexer: Lexer): void {
  const { bytes, end } = lexer;
  const isSpace = (byte: number | undefined): boolean =>
    byte === undefined || byte === 10 || byte === 13 || byte === 32;
  for (let at = lexer.position + 1; at < end; at++) {
    if (bytes[at] === 0x45 && bytes[at + 1] === 0x49 && isSpace(bytes[at - 1]) && isSpace(bytes[at + 2])) {
      lexer.position = at + 2;
      return;
    }
  }
  lexer.position = end;
}
