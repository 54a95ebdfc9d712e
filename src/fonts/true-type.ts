/**
 * What measuring and embedding ask of a TrueType file, read from its tables at once: opentype.js takes longer to load
 * than a proof takes to paint. The names of tables and fields are those of the OpenType specification.
 */

export interface TrueTypeFont {
  bytes: Uint8Array;
  unitsPerEm: number;
  /** Units: left, bottom, right, top of all glyphs. */
  box: readonly [number, number, number, number];
  /** Units above and below (negative) the baseline. */
  ascender: number;
  descender: number;
  glyphs: number;
  /** Glyph of a code point; 0 where the font has none. */
  glyph(codePoint: number): number;
  /** Advance width of a glyph, units. */
  advance(glyph: number): number;
}

/** Reads a font. Throws a RangeError where it is no TrueType file or is cut short. */
export function readTrueType(bytes: Uint8Array): TrueTypeFont {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = new Map<string, number>();
  for (let i = 0; i < view.getUint16(4); i++) {
    const entry = 12 + i * 16;
    const tag = String.fromCharCode(...bytes.subarray(entry, entry + 4));
    tables.set(tag, view.getUint32(entry + 8));
  }
  const table = (tag: string): number => {
    const offset = tables.get(tag);
    if (offset === undefined) throw new RangeError(`no table ${tag} in a font`);
    return offset;
  };
  const [head, hhea, hmtx] = [table('head'), table('hhea'), table('hmtx')];
  const long = view.getUint16(hhea + 34);
  const map = readCmap(view, table('cmap'));
  return {
    bytes,
    unitsPerEm: view.getUint16(head + 18),
    box: [view.getInt16(head + 36), view.getInt16(head + 38), view.getInt16(head + 40), view.getInt16(head + 42)],
    ascender: view.getInt16(hhea + 4),
    descender: view.getInt16(hhea + 6),
    glyphs: view.getUint16(table('maxp') + 4),
    glyph: (codePoint) => map.get(codePoint) ?? 0,
    // Glyphs behind the last long metric have its width.
    advance: (glyph) => view.getUint16(hmtx + Math.min(glyph, long - 1) * 4),
  };
}

/** Every code point of the best subtable: format 12 has all planes, format 4 the first. */
function readCmap(view: DataView, cmap: number): Map<number, number> {
  const subtables: number[] = [];
  for (let i = 0; i < view.getUint16(cmap + 2); i++) subtables.push(cmap + view.getUint32(cmap + 4 + i * 8 + 4));
  const ofFormat = (format: number): number | undefined => subtables.find((at) => view.getUint16(at) === format);
  const map = new Map<number, number>();
  const full = ofFormat(12);
  if (full !== undefined) {
    readGroups(view, full, map);
    return map;
  }
  const basic = ofFormat(4);
  if (basic === undefined) throw new RangeError('a font whose cmap has neither format 4 nor 12');
  readSegments(view, basic, map);
  return map;
}

function readGroups(view: DataView, at: number, map: Map<number, number>): void {
  for (let i = 0; i < view.getUint32(at + 12); i++) {
    const group = at + 16 + i * 12;
    const [first, last, glyph] = [view.getUint32(group), view.getUint32(group + 4), view.getUint32(group + 8)];
    for (let code = first; code <= last; code++) map.set(code, glyph + code - first);
  }
}

function readSegments(view: DataView, at: number, map: Map<number, number>): void {
  const doubled = view.getUint16(at + 6);
  const [ends, starts] = [at + 14, at + 16 + doubled];
  const [deltas, offsets] = [starts + doubled, starts + 2 * doubled];
  for (let i = 0; i < doubled; i += 2) {
    const [first, last] = [view.getUint16(starts + i), view.getUint16(ends + i)];
    const [delta, offset] = [view.getUint16(deltas + i), view.getUint16(offsets + i)];
    for (let code = first; code <= last && code !== 0xffff; code++) {
      const stored = offset === 0 ? code : view.getUint16(offsets + i + offset + (code - first) * 2);
      const glyph = stored === 0 && offset !== 0 ? 0 : (stored + delta) & 0xffff;
      if (glyph !== 0) map.set(code, glyph);
    }
  }
}
