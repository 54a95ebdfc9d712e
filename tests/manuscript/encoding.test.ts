import { describe, expect, it } from 'vitest';
import { manuscript, places, read, short } from './sample.js';

const SOURCE = manuscript('全县收粮。\n');

function utf16(text: string, bigEndian: boolean): Uint8Array {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
}

/** 「类目: 农业」 and 「全县收粮。」 in GB18030. */
const GB18030 = Buffer.concat([
  Buffer.from('---\n'),
  Buffer.from([0xc0, 0xe0, 0xc4, 0xbf, 0x3a, 0x20, 0xc5, 0xa9, 0xd2, 0xb5]),
  Buffer.from('\n---\n\n'),
  Buffer.from([0xc8, 0xab, 0xcf, 0xd8, 0xca, 0xd5, 0xc1, 0xb8, 0xa1, 0xa3]),
  Buffer.from('\n'),
]);

describe('encodings', () => {
  it.each([
    ['UTF-8', Buffer.from(SOURCE)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${SOURCE}`)],
    ['UTF-16, little end first', utf16(SOURCE, false)],
    ['UTF-16, big end first', utf16(SOURCE, true)],
    ['Windows line ends', Buffer.from(SOURCE.replaceAll('\n', '\r\n'))],
    ['old Mac line ends', Buffer.from(SOURCE.replaceAll('\n', '\r'))],
  ])('%s is read without a word', async (_, bytes) => {
    const { manuscript: result, messages } = await read(bytes);
    const [paragraph] = result?.children ?? [];
    expect(messages).toEqual([]);
    expect(paragraph?.type === 'paragraph' && short(paragraph.children)).toBe('全县收粮。');
    expect(paragraph?.position.start).toMatchObject({ line: 5, column: 1 });
  });

  it('GB18030 is read, with a warning', async () => {
    const { manuscript: result, messages } = await read(GB18030);
    const [paragraph] = result?.children ?? [];
    expect(places(messages)).toEqual(['encoding-gb18030 1:1']);
    expect(messages[0]?.severity).toBe('warning');
    expect(paragraph?.type === 'paragraph' && short(paragraph.children)).toBe('全县收粮。');
  });

  it.each([
    ['a photo', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1])],
    ['a Word file', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])],
    ['half of UTF-16', Buffer.from([0xff, 0xfe, 0x41])],
  ])('%s is no manuscript', async (_, bytes) => {
    const { manuscript: result, messages } = await read(bytes);
    expect(result).toBeUndefined();
    expect(places(messages)).toEqual(['encoding-unknown']);
  });
});
