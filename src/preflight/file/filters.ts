/**
 * Stream filters (ISO 32000-1, 7.4): FlateDecode and LZWDecode with predictors, ASCIIHexDecode, ASCII85Decode and
 * RunLengthDecode. The picture codecs (DCT, JPX, CCITT, JBIG2) stay packed: no rule looks at samples.
 */

import { constants, inflateSync } from 'node:zlib';
import { INLINE_FILTERS } from '../../press/pdf/inline-image-names.js';
import type { PdfDict } from '../../press/pdf/values.js';
import { byteSink } from './byte-sink.js';
import { lzwDecode } from './lzw.js';
import { undoPredictor } from './predictor.js';

/** No stream inflates to more than this many bytes; a larger one is a bomb. */
export const MAX_STREAM = 1 << 28;

export const IMAGE_FILTERS = new Set(['DCTDecode', 'JPXDecode', 'CCITTFaxDecode', 'JBIG2Decode']);

export function fullFilterName(name: string): string {
  return INLINE_FILTERS[name] ?? name;
}

export interface Decoded {
  bytes: Uint8Array;
  /** The filter decoding stopped at: a picture codec, or one nobody knows. */
  packed?: string;
  /** The data broke off; `bytes` holds what came before. */
  broken?: boolean;
}

/** Undoes the filters one after the other. */
export function decodeFilters(bytes: Uint8Array, filters: readonly string[], parameters: readonly PdfDict[]): Decoded {
  let data: Decoded = { bytes };
  // A chain of filters is one or two long; a long one is malice.
  if (filters.length > 8) return { bytes, packed: filters.join('、') };
  for (const [i, filter] of filters.entries()) {
    const name = fullFilterName(filter);
    const step = FILTERS[name];
    if (!step) return { ...data, packed: name };
    const next = step(data.bytes, parameters[i] ?? new Map());
    data = { bytes: next.bytes, broken: data.broken || next.broken };
  }
  return data;
}

const FILTERS: Record<string, (bytes: Uint8Array, parameters: PdfDict) => Decoded> = {
  FlateDecode(bytes, parameters) {
    const plain = inflate(bytes);
    return { ...plain, bytes: undoPredictor(plain.bytes, parameters) };
  },
  LZWDecode(bytes, parameters) {
    const early = parameters.get('EarlyChange') !== 0;
    return { bytes: undoPredictor(lzwDecode(bytes, early, MAX_STREAM), parameters) };
  },
  ASCIIHexDecode: (bytes) => ({ bytes: hexDecode(bytes) }),
  ASCII85Decode: (bytes) => ({ bytes: ascii85Decode(bytes) }),
  RunLengthDecode: (bytes) => ({ bytes: runLengthDecode(bytes) }),
  Crypt: (bytes) => ({ bytes }),
};

function inflate(bytes: Uint8Array): Decoded {
  // A page without content: some writers pack nothing into nothing.
  if (bytes.length === 0) return { bytes };
  try {
    return { bytes: inflateSync(bytes, { maxOutputLength: MAX_STREAM }) };
  } catch {
    // What comes before the damage may still be looked at.
    try {
      const options = { maxOutputLength: MAX_STREAM, finishFlush: constants.Z_SYNC_FLUSH };
      return { bytes: inflateSync(bytes, options), broken: true };
    } catch {
      return { bytes: new Uint8Array(0), broken: true };
    }
  }
}

function hexDecode(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1').split('>')[0] ?? '';
  const digits = text.replace(/[^0-9a-f]/gi, '');
  return Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex');
}

function ascii85Decode(bytes: Uint8Array): Uint8Array {
  const out = byteSink(MAX_STREAM);
  let group: number[] = [];
  const flush = (): void => {
    const count = group.length - 1;
    if (count < 1) return;
    const padded = [...group, 84, 84, 84, 84].slice(0, 5);
    const value = padded.reduce((sum, digit) => sum * 85 + digit, 0);
    for (let i = 0; i < count; i++) out.push(Math.floor(value / 256 ** (3 - i)) & 0xff);
    group = [];
  };
  for (const byte of bytes) {
    if (byte === 0x7e || out.full()) break;
    if (byte === 0x7a && group.length === 0) for (let i = 0; i < 4; i++) out.push(0);
    else if (byte >= 0x21 && byte <= 0x75) {
      group.push(byte - 0x21);
      if (group.length === 5) flush();
    }
  }
  flush();
  return out.bytes();
}

function runLengthDecode(bytes: Uint8Array): Uint8Array {
  const out = byteSink(MAX_STREAM);
  for (let at = 0; at < bytes.length && !out.full(); ) {
    const length = bytes[at] as number;
    if (length === 128) break;
    if (length < 128) out.pushAll(bytes.subarray(at + 1, at + 2 + length));
    else for (let i = 0; i < 257 - length; i++) out.push(bytes[at + 1] ?? 0);
    at += length < 128 ? length + 2 : 2;
  }
  return out.bytes();
}
