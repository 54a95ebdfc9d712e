/** A damaged or foreign file gives a PdfError in Chinese, at once, and never anything else. */
import { beforeAll, describe, expect, it } from 'vitest';
import { finishPdf } from '../../src/press/finish.js';
import { fontsOf } from '../../src/press/fonts-of.js';
import { PdfError } from '../../src/press/pdf/pdf-error.js';
import { openPdf } from '../../src/press/pdf/pdf-file.js';
import { extractText } from '../../src/press/text/extract.js';
import { printSample } from './sample-book.js';

let printed: Uint8Array;
beforeAll(async () => {
  printed = await printSample();
}, 60_000);

/** Numbers that look random and are the same in every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * sides);
  };
}

const READERS = [
  extractText,
  fontsOf,
  (bytes: Uint8Array) => finishPdf(bytes, { title: '题', language: 'zh-CN', date: new Date(0), outline: [] }),
];

/** Whether all readers get through or give a PdfError, each within a second. */
function survive(bytes: Uint8Array, what: string): void {
  for (const read of READERS) {
    const start = performance.now();
    try {
      read(bytes);
    } catch (error) {
      expect(error, what).toBeInstanceOf(PdfError);
      expect((error as Error).message, what).toMatch(/PDF.*。$/);
    }
    expect(performance.now() - start, what).toBeLessThan(1000);
  }
}

describe('a damaged PDF', () => {
  it('that was cut off is named as incomplete', () => {
    const roll = dice(1);
    for (let i = 0; i < 100; i++) {
      const length = roll(printed.length - 10);
      const cut = printed.subarray(0, length);
      expect(() => openPdf(cut), `cut at ${length}`).toThrow(length < 5 ? '这不是 PDF 文件' : 'PDF 文件不完整');
    }
  });

  it('that lacks a piece is refused or read', () => {
    const roll = dice(2);
    for (let i = 0; i < 100; i++) {
      const [from, length] = [roll(printed.length), roll(500)];
      survive(
        Buffer.concat([printed.subarray(0, from), printed.subarray(from + length)]),
        `without ${length} at ${from}`,
      );
    }
  });

  it('that has wrong bytes is refused or read', () => {
    const roll = dice(3);
    const signs = '0123456789<>[]()/ R\n';
    // Most of the file is packed data, where a wrong byte shows only as “cannot be unpacked”: aim at the rest.
    const structure = structureOf(printed);
    for (let i = 0; i < 300; i++) {
      const bytes = Uint8Array.from(printed);
      for (let wrong = roll(5); wrong >= 0; wrong--) {
        bytes[structure[roll(structure.length)] as number] = signs.charCodeAt(roll(signs.length));
      }
      survive(bytes, `round ${i}`);
    }
  });
});

/** The places in a PDF that are outside of streams. */
function structureOf(bytes: Uint8Array): number[] {
  const text = Buffer.from(bytes).toString('latin1');
  const places: number[] = [];
  let from = 0;
  for (const match of text.matchAll(/stream\r?\n[\s\S]*?endstream/g)) {
    for (let at = from; at < match.index; at++) places.push(at);
    from = match.index + match[0].length;
  }
  for (let at = from; at < text.length; at++) places.push(at);
  return places;
}

describe('a foreign PDF', () => {
  const pdf = (body: string, trailer: string, xref = 'xref'): Uint8Array =>
    Buffer.from(
      `%PDF-1.4\n${body}${xref}\n0 1\n0000000000 65535 f \ntrailer\n${trailer}\nstartxref\n${9 + body.length}\n%%EOF\n`,
      'latin1',
    );

  it.each([
    ['no PDF', Buffer.from('PK\x03\x04 docx'), '这不是 PDF 文件。'],
    ['encrypted', pdf('', '<</Size 1 /Encrypt 3 0 R>>'), 'PDF 已加密，不能处理。'],
    ['with updates appended', pdf('', '<</Size 1 /Prev 9>>'), '有追加的部分'],
    ['with a cross-reference stream', pdf('', '<<>>', '9 0 obj'), '对象表不是 Chromium 的写法'],
    ['without a catalog', pdf('', '<</Size 1 /Root 1 0 R>>'), '没有目录对象'],
  ])('%s is refused by name', (_, bytes, message) => {
    expect(() => extractText(bytes)).toThrow(message);
    expect(() => extractText(bytes)).toThrow(PdfError);
  });

  it('that nests without end is refused', () => {
    const body = `1 0 obj\n${'['.repeat(100_000)}\nendobj\n`;
    const table = `xref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer\n<</Size 2 /Root 1 0 R>>`;
    const bytes = Buffer.from(`%PDF-1.4\n${body}${table}\nstartxref\n${9 + body.length}\n%%EOF\n`, 'latin1');
    expect(() => extractText(bytes)).toThrow('嵌套过深');
  });
});
