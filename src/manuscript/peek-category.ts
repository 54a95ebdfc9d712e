/** The 类目 of a manuscript, without reading anything else of it: for choosing which manuscripts to read. */
import { decodeText } from './text/encoding.js';

/** The value of 类目 in the front matter; nothing if there is none that can be read at a glance. */
export function peekCategory(bytes: Uint8Array): string | undefined {
  const head = /^\s*---[ \t]*\r?\n([\s\S]*?)^---[ \t]*\r?$/m.exec(headOf(bytes))?.[1];
  const value = head && /^类目:[ \t]+(.*?)(?:[ \t]+#.*)?[ \t]*\r?$/m.exec(head)?.[1];
  return value ? value.replace(/^(["'])(.*)\1$/, '$2') : undefined;
}

/** Front matter is short: the first kilobytes hold it, cut at the end of a line so that no character is halved. */
function headOf(bytes: Uint8Array): string {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const end = utf16 || bytes.length <= 4096 ? bytes.length : bytes.lastIndexOf(0x0a, 4096) + 1;
  return (decodeText(bytes.subarray(0, end === 0 ? bytes.length : end)).text ?? '').replace(/^\uFEFF/, '');
}
