/** From bytes to text. Departments send UTF-8 with and without mark, UTF-16, and files of old Windows (GB18030). */

export interface Decoded {
  /** Absent when the bytes are no text that we know. */
  text?: string;
  encoding: 'UTF-8' | 'UTF-16' | 'GB18030' | 'unknown';
}

/** Decodes a manuscript; the byte order mark is not part of the text. */
export function decodeText(bytes: Uint8Array): Decoded {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return decode('utf-16le', bytes.subarray(2), 'UTF-16');
  if (a === 0xfe && b === 0xff) return decode('utf-16be', bytes.subarray(2), 'UTF-16');
  const utf8 = decode('utf-8', bytes, 'UTF-8');
  if (utf8.text !== undefined) return utf8;
  const chinese = decode('gb18030', bytes, 'GB18030');
  // GB18030 gives almost any bytes some meaning: only text that holds Chinese and no control characters counts.
  const plausible =
    chinese.text !== undefined && /\p{Script=Han}/u.test(chinese.text) && !/[^\P{Cc}\t\n\r]|\p{Co}/u.test(chinese.text);
  return plausible ? chinese : { encoding: 'unknown' };
}

function decode(label: string, bytes: Uint8Array, encoding: Decoded['encoding']): Decoded {
  try {
    return { text: new TextDecoder(label, { fatal: true }).decode(bytes), encoding };
  } catch {
    return { encoding };
  }
}
