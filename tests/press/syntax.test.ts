import { describe, expect, it } from 'vitest';
import { Keyword, Lexer } from '../../src/press/pdf/lexer.js';
import { serialize } from '../../src/press/pdf/serialize.js';
import { decodeText, dict, name, PdfName, PdfRef, PdfString, textString } from '../../src/press/pdf/values.js';
import { parseToUnicode } from '../../src/press/text/to-unicode.js';

function tokens(source: string, refs = false): unknown[] {
  const lexer = new Lexer(Buffer.from(source, 'latin1'));
  const all: unknown[] = [];
  for (let token = lexer.next(refs); token !== undefined; token = lexer.next(refs)) all.push(token);
  return all;
}

describe('the syntax of PDF', () => {
  it.each([
    ['12 -3 +4 .5 -.25 7.', [12, -3, 4, 0.5, -0.25, 7]],
    ['true false null', [true, false, null]],
    ['/Name /A#20B /', [new PdfName('Name'), new PdfName('A B'), new PdfName('')]],
    ['(a(b)c) (\\(\\)\\\\) (\\101\\7x) (a\\\nb)', ['a(b)c', '()\\', 'A\x07x', 'ab'].map((text) => new PdfString(text))],
    ['<4E 2d> <4>', [new PdfString('N-'), new PdfString('@')]],
    ['% a remark\n[1 [2] (x)]', [[1, [2], new PdfString('x')]]],
    ['<</A 1 /B <</C /D>>>>', [dict({ A: 1, B: dict({ C: name('D') }) })]],
    [
      '1 0 0 1 5 6 Tm <01>Tj T* \' "',
      [
        1,
        0,
        0,
        1,
        5,
        6,
        new Keyword('Tm'),
        new PdfString('\x01'),
        new Keyword('Tj'),
        new Keyword('T*'),
        new Keyword("'"),
        new Keyword('"'),
      ],
    ],
  ])('%s', (source, expected) => {
    expect(tokens(source)).toEqual(expected);
  });

  it('knows references only where they can stand', () => {
    expect(tokens('[3 0 R 4 5 6 0 R 7]', true)).toEqual([[new PdfRef(3), 4, 5, new PdfRef(6), 7]]);
    expect(tokens('1 0 RG', true)).toEqual([1, 0, new Keyword('RG')]);
    expect(tokens('3 0 R')).toEqual([3, 0, new Keyword('R')]);
  });

  it.each(['(no end', '<41', '<4z>', '[1 2', '<</A>>', '<</A 1', ')'])('refuses %s', (source) => {
    expect(() => tokens(source)).toThrow('PDF 内容损坏');
  });

  it('is written as it is read', () => {
    const value = dict({
      Name: name('A B(1)'),
      Text: textString('年鉴𠮷'),
      Plain: new PdfString('a (b) \\'),
      List: [1, -0.5, 595.27559, true, null, new PdfRef(7)],
    });
    expect(serialize([0.1 + 0.2, 1e-9, -1e-9])).toBe('[0.3 0 0]');
    expect(tokens(serialize(value), true)).toEqual([value]);
    expect(decodeText(textString('年鉴𠮷'))).toBe('年鉴𠮷');
    expect(() => serialize(Number.NaN)).toThrow(RangeError);
  });
});

describe('a ToUnicode map', () => {
  it('reads single characters, counted ranges and listed ranges', () => {
    const cmap = `1 begincodespacerange <0000> <FFFF> endcodespacerange
      2 beginbfchar <0099> <4E00> <009B> <D842DFB7> endbfchar
      2 beginbfrange <0010> <0012> <0030> <0020> <0021> [<0041> <00660069>] endbfrange`;
    expect([...parseToUnicode(Buffer.from(cmap))]).toEqual([
      [0x99, '一'],
      [0x9b, '𠮷'],
      [0x10, '0'],
      [0x11, '1'],
      [0x12, '2'],
      [0x20, 'A'],
      [0x21, 'fi'],
    ]);
  });

  it('does not count without end', () => {
    const cmap = '1 beginbfrange <00000000> <FFFFFFFF> <0000> endbfrange';
    expect(parseToUnicode(Buffer.from(cmap)).size).toBeLessThanOrEqual(0x10000);
  });
});
