/**
 * Where the next glyph stands (ISO 32000-1, 9.4). A class of plain numbers, because it moves once for every glyph
 * of the book: a matrix made anew each time costs more than all the rest of reading.
 */
import { IDENTITY, type Matrix } from './matrix.js';

export class TextCursor {
  /** The text matrix and the text line matrix share their first four numbers; only the translations differ. */
  private a = 1;
  private b = 0;
  private c = 0;
  private d = 1;
  private lineX = 0;
  private lineY = 0;
  private penX = 0;
  private penY = 0;

  /** Tm, and BT with the identity. */
  set([a, b, c, d, e, f]: Matrix = IDENTITY): void {
    this.a = a;
    this.b = b;
    this.c = c;
    this.d = d;
    this.lineX = this.penX = e;
    this.lineY = this.penY = f;
  }

  /** Td: to a new line, in units of text space. */
  moveLine(x: number, y: number): void {
    this.lineX = this.penX = this.lineX + x * this.a + y * this.c;
    this.lineY = this.penY = this.lineY + x * this.b + y * this.d;
  }

  /** Along the line, in units of text space. */
  advance(x: number): void {
    this.penX += x * this.a;
    this.penY += x * this.b;
  }

  /** The pen on the page, `rise` above the baseline. */
  x(ctm: Matrix, rise: number): number {
    return (this.penX + rise * this.c) * ctm[0] + (this.penY + rise * this.d) * ctm[2] + ctm[4];
  }

  y(ctm: Matrix, rise: number): number {
    return (this.penX + rise * this.c) * ctm[1] + (this.penY + rise * this.d) * ctm[3] + ctm[5];
  }

  /** How large a font of size 1 appears on the page: the height of its em in points. */
  scale(ctm: Matrix): number {
    const across = this.c * ctm[0] + this.d * ctm[2];
    const down = this.c * ctm[1] + this.d * ctm[3];
    return Math.sqrt(across * across + down * down);
  }
}
