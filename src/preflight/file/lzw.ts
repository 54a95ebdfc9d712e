/** LZWDecode (ISO 32000-1, 7.4.4.2): variable codes of 9 to 12 bits, high bit first. */
import { byteSink } from './byte-sink.js';

const CLEAR = 256;
const END = 257;

/** @param early code lengths grow one code early, as `EarlyChange` 1 says and nearly everybody does */
export function lzwDecode(bytes: Uint8Array, early: boolean, limit: number): Uint8Array {
  // Each entry beyond 257 is an earlier entry and one byte more.
  const prefix = new Int32Array(4097);
  const last = new Uint8Array(4097);
  const length = new Int32Array(4097);
  const out = byteSink(limit);
  let next = 258;
  let width = 9;
  let previous = -1;
  let bits = 0;
  let held = 0;
  const entry = (code: number): Uint8Array => {
    if (code < 256) return Uint8Array.of(code);
    const out = new Uint8Array(length[code] as number);
    for (let i = out.length - 1, at = code; i >= 0; i--) {
      out[i] = at < 256 ? at : (last[at] as number);
      at = at < 256 ? 0 : (prefix[at] as number);
    }
    return out;
  };
  for (const byte of bytes) {
    bits = ((bits << 8) | byte) & 0xffffff;
    held += 8;
    if (held < width) continue;
    held -= width;
    const code = (bits >> held) & ((1 << width) - 1);
    if (code === END || out.full()) break;
    if (code === CLEAR) {
      next = 258;
      width = 9;
      previous = -1;
      continue;
    }
    if (code > next || (code === next && previous < 0)) break;
    if (previous >= 0 && next < 4096) {
      prefix[next] = previous;
      length[next] = (previous < 256 ? 1 : (length[previous] as number)) + 1;
      last[next] = (entry(code === next ? previous : code)[0] as number) ?? 0;
      next++;
    }
    const piece = entry(code);
    out.pushAll(piece);
    previous = code;
    const reach = next + (early ? 1 : 0);
    width = reach >= 2048 ? 12 : reach >= 1024 ? 11 : reach >= 512 ? 10 : 9;
  }
  return out.bytes();
}
