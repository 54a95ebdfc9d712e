/** Stream filters, by the examples of the standard and by their bounds. */
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decodeFilters } from '../../src/preflight/file/filters.js';
import { lzwDecode } from '../../src/preflight/file/lzw.js';

const text = (filter: string, bytes: Uint8Array | string, parameters: [string, number][] = []): string => {
  const data = typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes;
  return Buffer.from(decodeFilters(data, [filter], [new Map(parameters)]).bytes).toString('latin1');
};

describe('filters', () => {
  it('undo ASCIIHex, ASCII85 and run lengths', () => {
    expect(text('ASCIIHexDecode', '48 65 6C6c 6F>')).toBe('Hello');
    expect(text('ASCII85Decode', '87cURD]i,"Ebo80~>')).toBe('Hello World!');
    expect(text('A85', 'z~>')).toBe('\0\0\0\0');
    expect(text('RunLengthDecode', '\x02abc\xfex\x80junk')).toBe('abcxxx');
  });

  it('undo LZW: the example of ISO 32000-1, 7.4.4.2', () => {
    const packed = Uint8Array.of(0x80, 0x0b, 0x60, 0x50, 0x22, 0x0c, 0x0c, 0x85, 0x01);
    expect([...lzwDecode(packed, true, 1000)]).toEqual([45, 45, 45, 45, 45, 65, 45, 45, 45, 66]);
    expect(lzwDecode(packed, true, 4)).toHaveLength(4);
  });

  it('undo PNG and TIFF predictors', () => {
    const png = Uint8Array.of(1, 10, 1, 1, 2, 1, 1, 1, 4, 1, 0, 0);
    const columns: [string, number][] = [['Columns', 3]];
    expect([...Buffer.from(text('FlateDecode', deflateSync(png), [['Predictor', 15], ...columns]), 'latin1')]).toEqual([
      10, 11, 12, 11, 12, 13, 12, 12, 13,
    ]);
    const tiff = deflateSync(Uint8Array.of(1, 1, 1, 5, 1, 1));
    expect([...Buffer.from(text('FlateDecode', tiff, [['Predictor', 2], ...columns]), 'latin1')]).toEqual([
      1, 2, 3, 5, 6, 7,
    ]);
  });

  it('stop at what they do not know, and say so', () => {
    const data = Buffer.from('4A>');
    expect(decodeFilters(data, ['ASCIIHexDecode', 'DCTDecode'], [])).toEqual({
      bytes: Buffer.from('J'),
      packed: 'DCTDecode',
    });
  });

  it('give what comes before damage', () => {
    const whole = deflateSync(Buffer.from('0 g '.repeat(10_000)), { level: 0 });
    const { bytes, broken } = decodeFilters(whole.subarray(0, whole.length - 1000), ['FlateDecode'], []);
    expect(broken).toBe(true);
    expect(Buffer.from(bytes.subarray(0, 4)).toString()).toBe('0 g ');
  });
});
