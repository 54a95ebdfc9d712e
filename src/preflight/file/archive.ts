/**
 * Any PDF, opened for looking at: old and new cross-references, object streams, appended updates, damage. Objects
 * are read when asked for. Nothing here throws but for what is no PDF at all: what is broken is noted in `damage`,
 * and null stands for what cannot be read.
 */
import { Lexer } from '../../press/pdf/lexer.js';
import { PdfError } from '../../press/pdf/pdf-error.js';
import type { PdfFile } from '../../press/pdf/pdf-file.js';
import { type PdfDict, PdfName, PdfRef, PdfStream, type PdfValue } from '../../press/pdf/values.js';
import { type DamageLog, damageLog } from './damage.js';
import { type Decoded, decodeFilters } from './filters.js';
import { beginsObject, isKeyword, salvage } from './salvage.js';
import { type Entry, readXrefChain, startsWith, type Xref } from './xref.js';

export interface Archive extends PdfFile {
  /** `1.6`, from the first line of the file. */
  headerVersion: string;
  damage: DamageLog;
  encrypted: boolean;
  /** Cross-reference streams or object streams are used. */
  compressedObjects: boolean;
  /** Every object number in use. */
  numbers(): number[];
  /** Undoes the filters as far as they are known. */
  unpack(stream: PdfStream): Decoded;
  /** The object number of a value that is a reference. */
  numberOf(value: PdfValue | undefined): number | undefined;
}

/** The header may follow some junk (ISO 32000-1, annex H.3). */
const HEAD = 1024;
const TAIL = 2048;
/** Object streams kept unpacked: all of a book's, but not all of a file made to fill the memory. */
const MAX_OBJECT_STREAMS = 4096;

/** Opens a PDF. Throws a PdfError where there is none. */
export function openArchive(bytes: Uint8Array): Archive {
  const damage = damageLog();
  const head = latin1(bytes, 0, HEAD);
  const header = /%PDF-(\d\.\d)/.exec(head);
  if (bytes.length === 0) throw new PdfError('文件是空的');
  if (!header && !/\d\s+obj\b/.test(latin1(bytes, 0, 1 << 16))) throw new PdfError('这不是 PDF 文件');
  if (!header) damage.add('header', '文件开头没有“%PDF-”标记');
  else if (header.index > 0) damage.add('header', `“%PDF-”标记前面有 ${header.index} 个多余的字节`);
  const tail = latin1(bytes, Math.max(0, bytes.length - TAIL), bytes.length);
  if (!tail.slice(-1024).includes('%%EOF')) damage.add('end', '文件没有结尾标记（%%EOF），可能没有传完');

  const cache = new Map<number, PdfValue>();
  const open = new Set<number>();
  let salvaged = false;
  // Empty while the real one is being read, which needs streams to be unpacked.
  let xref: Xref = { entries: new Map(), trailer: new Map(), streams: false };
  xref = firstXref();

  function firstXref(): Xref {
    const start = [...tail.matchAll(/startxref\s+(\d{1,10})/g)].at(-1)?.[1];
    try {
      if (start === undefined) throw new PdfError('找不到对象表（startxref）');
      const found = readXrefChain(bytes, Number(start), readStreamAt);
      const wrong = [...found.entries].filter(
        ([number, entry]) => entry !== 'free' && 'offset' in entry && !beginsObject(bytes, entry.offset, number),
      );
      // Some writers list free objects as used, at byte 0; no reader minds.
      const lost = wrong.filter(([, entry]) => entry !== 'free' && 'offset' in entry && entry.offset > 0);
      if (lost.length > 0) throw new PdfError(`对象表有 ${lost.length} 条指错了位置`);
      return found;
    } catch (error) {
      damage.add('xref', `对象表损坏：${error instanceof PdfError ? error.message : '读不出来'}`);
      return rescue();
    }
  }

  /** From a scan of the file; the objects inside of object streams are added to those that stand free. */
  function rescue(): Xref {
    salvaged = true;
    const found = salvage(bytes);
    for (const [number, entry] of [...found.entries]) {
      if (entry === 'free' || !('offset' in entry)) continue;
      const value = readAt(entry.offset, number, found);
      if (!(value instanceof PdfStream) || nameText(value.dict.get('Type')) !== 'ObjStm') continue;
      found.streams = true;
      for (const inner of objectStream(value).keys()) {
        if (!found.entries.has(inner)) found.entries.set(inner, { stream: number });
      }
    }
    if (!found.trailer.has('Root')) {
      for (const [number, entry] of found.entries) {
        if (entry === 'free' || !('stream' in entry)) continue;
        const value = inObjectStream(entry.stream, number, found);
        if (value instanceof Map && nameText(value.get('Type')) === 'Catalog') {
          found.trailer.set('Root', new PdfRef(number));
        }
      }
    }
    return found;
  }

  function readStreamAt(offset: number): { stream: PdfStream; bytes: Uint8Array } | undefined {
    const value = readAt(offset);
    if (!(value instanceof PdfStream)) return undefined;
    return { stream: value, bytes: unpack(value).bytes };
  }

  /** The object at a byte of the file; null, and noted, where it is damaged. */
  function readAt(offset: number, number?: number, within?: Xref): PdfValue {
    try {
      const lexer = new Lexer(bytes, offset);
      const stated = lexer.next();
      lexer.next();
      const keyword = lexer.next();
      if (typeof stated !== 'number' || (number !== undefined && stated !== number) || !isKeyword(keyword, 'obj')) {
        throw new PdfError('不在对象表所说的位置');
      }
      const value = lexer.next(true);
      if (value === undefined || isKeyword(value, 'endobj')) return null;
      if (!(value instanceof Map)) return value as PdfValue;
      const after = lexer.next();
      if (!isKeyword(after, 'stream')) {
        if (!isKeyword(after, 'endobj')) damage.add('object', `对象 ${stated} 没有结尾（endobj）`, stated);
        return value;
      }
      return new PdfStream(value, streamBytes(value, lexer.position, stated, within));
    } catch (error) {
      if (number !== undefined) {
        const why = error instanceof PdfError ? error.message.replace(/^PDF 内容损坏：|。$/g, '') : '读不出来';
        damage.add('object', `对象 ${number} 损坏：${why}`, number);
      }
      return null;
    }
  }

  function streamBytes(dict: PdfDict, position: number, number: number, within: Xref | undefined): Uint8Array {
    // The data begins after one line end: LF or CR LF.
    const start = position + (bytes[position] === 13 && bytes[position + 1] === 10 ? 2 : 1);
    const length = lengthOf(dict.get('Length'), number, within);
    if (length !== undefined && start + length <= bytes.length) {
      let at = start + length;
      while (at < start + length + 3 && (bytes[at] === 13 || bytes[at] === 10 || bytes[at] === 32)) at++;
      if (startsWith(bytes, at, 'endstream') || startsWith(bytes, at, 'endobj'))
        return bytes.subarray(start, start + length);
    }
    damage.add('stream', `数据流 ${number} 的长度不对`, number);
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const end = buffer.indexOf('endstream', start);
    return bytes.subarray(start, end < 0 ? bytes.length : end);
  }

  /** A length may stand in another object, which must not be a stream that asks for its own length. */
  function lengthOf(value: PdfValue | undefined, number: number, within: Xref | undefined): number | undefined {
    if (typeof value === 'number') return value >= 0 ? value : undefined;
    if (!(value instanceof PdfRef) || value.number === number) return undefined;
    const entry = (within ?? xref).entries.get(value.number);
    if (entry === undefined || entry === 'free') return undefined;
    const found = 'offset' in entry ? plainAt(entry.offset, value.number) : object(value.number);
    return typeof found === 'number' && found >= 0 ? found : undefined;
  }

  function plainAt(offset: number, number: number): PdfValue {
    try {
      const lexer = new Lexer(bytes, offset);
      const [stated, , , value] = [lexer.next(), lexer.next(), lexer.next(), lexer.next()];
      return stated === number && typeof value === 'number' ? value : null;
    } catch {
      return null;
    }
  }

  const objectStreams = new Map<number, Map<number, PdfValue>>();
  function inObjectStream(stream: number, number: number, within: Xref): PdfValue {
    let held = objectStreams.get(stream);
    if (!held) {
      const entry = within.entries.get(stream);
      const value = entry && entry !== 'free' && 'offset' in entry ? readAt(entry.offset, stream, within) : null;
      if (value instanceof PdfStream) held = objectStream(value);
      else damage.add('object', `对象 ${number} 所在的对象流 ${stream} 读不出来`, number);
      held ??= new Map();
      if (objectStreams.size >= MAX_OBJECT_STREAMS) objectStreams.delete(objectStreams.keys().next().value as number);
      objectStreams.set(stream, held);
    }
    return held.get(number) ?? null;
  }

  /** `10 0 11 25 …` and then the objects themselves (7.5.7). */
  function objectStream(stream: PdfStream): Map<number, PdfValue> {
    const held = new Map<number, PdfValue>();
    const [first, count] = [stream.dict.get('First'), stream.dict.get('N')];
    if (typeof first !== 'number' || typeof count !== 'number') return held;
    const plain = unpack(stream).bytes;
    const index = new Lexer(plain);
    for (let i = 0; i < count; i++) {
      try {
        const [number, offset] = [index.next(), index.next()];
        if (typeof number !== 'number' || typeof offset !== 'number') break;
        const value = new Lexer(plain, first + offset).next(true);
        if (value !== undefined && !(value as { word?: string }).word) held.set(number, value as PdfValue);
      } catch {
        damage.add('object', `对象流中有读不出来的对象`);
      }
    }
    return held;
  }

  function object(number: number): PdfValue {
    const known = cache.get(number);
    if (known !== undefined) return known;
    const entry: Entry | undefined = xref.entries.get(number);
    if (entry === undefined || entry === 'free' || open.has(number)) return null;
    open.add(number);
    const value = 'offset' in entry ? readAt(entry.offset, number) : inObjectStream(entry.stream, number, xref);
    open.delete(number);
    cache.set(number, value);
    return value;
  }

  function resolve(value: PdfValue | undefined): PdfValue {
    let found = value;
    for (let hops = 0; found instanceof PdfRef; hops++) {
      if (hops > 16) return null;
      found = object(found.number);
    }
    return found ?? null;
  }

  function dict(value: PdfValue | undefined): PdfDict {
    const found = resolve(value);
    if (found instanceof PdfStream) return found.dict;
    return found instanceof Map ? found : new Map();
  }

  function unpack(stream: PdfStream): Decoded {
    const list = (value: PdfValue): PdfValue[] => (Array.isArray(value) ? value : value === null ? [] : [value]);
    const names = list(resolve(stream.dict.get('Filter'))).map((each) => nameText(resolve(each)));
    const parameters = list(resolve(stream.dict.get('DecodeParms'))).map((each) => {
      const found = resolve(each);
      return found instanceof Map ? new Map([...found].map(([key, value]) => [key, resolve(value)])) : new Map();
    });
    return decodeFilters(stream.bytes, names, parameters);
  }

  if (!(resolve(xref.trailer.get('Root')) instanceof Map) && !salvaged) {
    damage.add('xref', '对象表损坏：找不到文件的目录对象（Root）');
    cache.clear();
    xref = rescue();
  }

  return {
    bytes,
    headerVersion: header?.[1] ?? '',
    damage,
    trailer: xref.trailer,
    encrypted: resolve(xref.trailer.get('Encrypt')) instanceof Map,
    compressedObjects: xref.streams,
    offsets: new Map(),
    xref: 0,
    numbers: () => [...xref.entries].filter(([, entry]) => entry !== 'free').map(([number]) => number),
    object,
    resolve,
    dict,
    unpack,
    numberOf: (value) => (value instanceof PdfRef ? value.number : undefined),
    decode(stream) {
      const { bytes: plain, packed, broken } = unpack(stream);
      if (packed || broken) throw new PdfError(packed ? `不能解开数据流（${packed}）` : '数据流损坏，解不开');
      return plain;
    },
  };
}

function nameText(value: PdfValue | undefined): string {
  return value instanceof PdfName ? value.name : '?';
}

function latin1(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', start, end);
}
