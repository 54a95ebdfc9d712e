/** Streams that other streams draw: forms, tiling patterns, soft masks and the glyph procedures of Type 3 fonts. */
import type { Box } from '../../press/pdf/pages.js';
import { type PdfDict, PdfName, PdfStream, type PdfValue } from '../../press/pdf/values.js';
import { IDENTITY, type Matrix, multiply } from '../../press/text/matrix.js';
import type { Archive } from '../file/archive.js';
import { readBox } from '../file/pages.js';
import type { Colour } from './colour.js';
import type { ContentFont } from './font.js';
import { type GraphicsState, initialState, intersect, OPAQUE, transformBox } from './graphics-state.js';
import type { StreamKind } from './mark.js';
import { addProblem, type StreamState } from './reading.js';

/** Acrobat nests forms to 28. */
const MAX_NESTED = 28;
const EVERYWHERE: Box = [-1e6, -1e6, 1e6, 1e6];

/** How a nested stream begins. */
interface Entrance {
  kind: StreamKind;
  object: number | undefined;
  graphics: GraphicsState;
  colourless?: boolean;
  placedAt?: Box | undefined;
}

/** Reads a stream that another one draws, unless it draws itself or lies too deep. */
function enter(state: StreamState, stream: PdfStream, entrance: Entrance): void {
  const { reading } = state;
  const { archive } = reading.session;
  if (reading.open.has(stream)) {
    addProblem(
      reading,
      `${entrance.object === undefined ? '图形' : `对象 ${entrance.object}`} 画的是它自己`,
      true,
      entrance.object,
    );
    return;
  }
  if (reading.open.size >= MAX_NESTED) {
    addProblem(reading, '图形嵌套过深', true, entrance.object);
    return;
  }
  if (reading.budget < 0) return;
  const { bytes, packed, broken } = archive.unpack(stream);
  if (packed) addProblem(reading, `对象 ${entrance.object ?? '?'} 的数据流解不开（${packed}）`, true, entrance.object);
  if (packed) return;
  if (broken) {
    archive.damage.add('stream', `数据流 ${entrance.object ?? '?'} 损坏`, entrance.object);
    addProblem(reading, `对象 ${entrance.object ?? '?'} 的数据流损坏`, true, entrance.object);
  }
  const own = stream.dict.has('Resources') ? archive.dict(stream.dict.get('Resources')) : state.resources;
  reading.open.add(stream);
  reading.read(bytes, own, {
    within: { kind: entrance.kind, object: entrance.object, parent: state.within },
    graphics: entrance.graphics,
    colourless: state.colourless || (entrance.colourless ?? false),
    placedAt: state.placedAt ?? entrance.placedAt,
  });
  reading.open.delete(stream);
}

/** Do, for a form. */
export function drawForm(state: StreamState, form: PdfStream, object: number | undefined): void {
  const { archive } = state.reading.session;
  const ctm = multiply(matrixOf(archive, form.dict.get('Matrix')), state.graphics.ctm);
  const box = readBox(archive, form.dict.get('BBox'));
  const clip = box ? intersect(state.graphics.clip, transformBox(box, ctm)) : state.graphics.clip;
  const group = archive.dict(form.dict.get('Group'));
  if (nameText(archive.resolve(group.get('S'))) === 'Transparency' && object !== undefined)
    state.reading.groups.add(object);
  if (!clip) return;
  enter(state, form, { kind: 'form', object, graphics: { ...state.graphics, ctm, clip } });
}

/** What a pattern paints, once a page: the tiles of a tiling pattern, the colours of a shading. */
export function paintPattern(state: StreamState, colour: Colour, placedAt: Box): void {
  const { pattern } = colour;
  const { reading } = state;
  const { archive, spaces } = reading.session;
  if (!pattern || pattern.value === null || reading.visited.has(pattern.value)) return;
  reading.visited.add(pattern.value);
  const dict = archive.dict(pattern.value);
  if (archive.resolve(dict.get('PatternType')) === 2) {
    const shading = archive.dict(dict.get('Shading'));
    reading.marks.push({
      kind: 'shading',
      box: placedAt,
      within: { kind: 'pattern', object: pattern.object, parent: state.within },
      overprint: { fill: false, stroke: false, mode: 0 },
      transparency: state.graphics.transparency,
      object: pattern.object,
      space: spaces.read(shading.get('ColorSpace'), state.resources),
    });
    return;
  }
  if (!(pattern.value instanceof PdfStream)) return;
  const ctm = multiply(matrixOf(archive, dict.get('Matrix')), state.base);
  const uncoloured = archive.resolve(dict.get('PaintType')) === 2;
  const graphics = initialState(ctm, EVERYWHERE);
  if (uncoloured && colour.space.base) {
    const plain = { space: colour.space.base, values: colour.values };
    Object.assign(graphics, { fill: plain, stroke: plain });
  }
  graphics.overprintFill = state.graphics.overprintFill;
  graphics.overprintMode = state.graphics.overprintMode;
  enter(state, pattern.value, { kind: 'pattern', object: pattern.object, graphics, colourless: uncoloured, placedAt });
}

/** The group of a soft mask, once a page. */
export function readSoftMask(state: StreamState, group: PdfStream, object: number | undefined): void {
  if (state.reading.visited.has(group)) return;
  state.reading.visited.add(group);
  const { archive } = state.reading.session;
  const ctm = multiply(matrixOf(archive, group.dict.get('Matrix')), state.graphics.ctm);
  enter(state, group, { kind: 'softmask', object, graphics: initialState(ctm, EVERYWHERE) });
}

/** Glyph procedures, each once a file; a glyph that begins with `d1` has no colours of its own. */
export function readGlyphs(
  state: StreamState,
  font: ContentFont,
  codes: readonly number[],
  matrix: Matrix,
  placedAt: Box,
): void {
  const { session } = state.reading;
  const { archive } = session;
  const procedures = archive.dict(font.dict.get('CharProcs'));
  const names = glyphNames(archive, font.dict);
  const fontMatrix = matrixOf(archive, font.dict.get('FontMatrix'));
  const resources = font.dict.has('Resources') ? archive.dict(font.dict.get('Resources')) : state.resources;
  for (const code of codes) {
    const key = `${font.object ?? font.name} ${code}`;
    if (session.glyphs.has(key)) continue;
    session.glyphs.add(key);
    const procedure = archive.resolve(procedures.get(names.get(code) ?? ''));
    if (!(procedure instanceof PdfStream)) continue;
    const graphics = { ...state.graphics, ctm: multiply(fontMatrix, matrix), clip: EVERYWHERE, transparency: OPAQUE };
    const inner: StreamState = { ...state, resources };
    enter(inner, procedure, { kind: 'glyph', object: font.object, graphics, placedAt });
  }
}

function glyphNames(archive: Archive, font: PdfDict): Map<number, string> {
  const names = new Map<number, string>();
  const differences = archive.resolve(archive.dict(font.get('Encoding')).get('Differences'));
  let code = 0;
  for (const item of Array.isArray(differences) ? differences : []) {
    const value = archive.resolve(item);
    if (typeof value === 'number') code = value;
    else if (value instanceof PdfName) names.set(code++, value.name);
  }
  return names;
}

export function matrixOf(archive: Archive, value: PdfValue | undefined): Matrix {
  const list = archive.resolve(value);
  const numbers = Array.isArray(list) ? list.map((each) => archive.resolve(each)) : [];
  const isMatrix = numbers.length === 6 && numbers.every((each) => typeof each === 'number');
  return isMatrix ? (numbers as unknown as Matrix) : IDENTITY;
}

function nameText(value: PdfValue): string {
  return value instanceof PdfName ? value.name : '';
}
