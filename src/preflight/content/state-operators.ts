/** Operators that set the graphics state and colours (ISO 32000-1, 8.4.4 and 8.6.8). */
import { PdfName, PdfStream, type PdfValue } from '../../press/pdf/values.js';
import { multiply } from '../../press/text/matrix.js';
import { type Colour, familyOf, type Space } from './colour.js';
import { CMYK, GRAY, RGB } from './colour-space.js';
import { readSoftMask } from './nested.js';
import { addProblem, matrixAt, numberAt, type Operator, type StreamState } from './reading.js';
import { setFont } from './text-operators.js';

/** A stack deeper than this is damage; Acrobat's own limit is 28. */
const MAX_SAVED = 512;

export const STATE_OPERATORS: Record<string, Operator> = {
  q(state) {
    if (state.saved.length >= MAX_SAVED) return addProblem(state.reading, '图形状态嵌套过深（q 过多）', true);
    state.saved.push(state.graphics);
    state.graphics = { ...state.graphics };
  },
  Q(state) {
    const saved = state.saved.pop();
    if (saved) state.graphics = saved;
    else addProblem(state.reading, '图形状态不成对（多出 Q）', false);
  },
  cm(state) {
    state.graphics.ctm = multiply(matrixAt(state), state.graphics.ctm);
  },
  w(state) {
    state.graphics.lineWidth = Math.abs(numberAt(state, 0));
  },
  gs(state) {
    const [name] = state.operands;
    if (name instanceof PdfName) setParameters(state, name.name);
  },
  J: () => undefined,
  j: () => undefined,
  M: () => undefined,
  d: () => undefined,
  ri: () => undefined,
  i: () => undefined,
  BMC: () => undefined,
  BDC: () => undefined,
  EMC: () => undefined,
  MP: () => undefined,
  DP: () => undefined,
  BX(state) {
    state.tolerant++;
  },
  EX(state) {
    state.tolerant--;
  },
  g: (state) => device(state, 'fill', GRAY),
  G: (state) => device(state, 'stroke', GRAY),
  rg: (state) => device(state, 'fill', RGB),
  RG: (state) => device(state, 'stroke', RGB),
  k: (state) => device(state, 'fill', CMYK),
  K: (state) => device(state, 'stroke', CMYK),
  cs: (state) => space(state, 'fill'),
  CS: (state) => space(state, 'stroke'),
  sc: (state) => components(state, 'fill'),
  scn: (state) => components(state, 'fill'),
  SC: (state) => components(state, 'stroke'),
  SCN: (state) => components(state, 'stroke'),
};

type Target = 'fill' | 'stroke';

function device(state: StreamState, target: Target, plain: Space): void {
  const resolved = state.reading.session.spaces.device(plain, state.resources);
  const values = state.operands.slice(0, plain.components).map((each) => (typeof each === 'number' ? each : 0));
  setColour(state, target, { space: resolved, values });
}

function space(state: StreamState, target: Target): void {
  const found = state.reading.session.spaces.read(state.operands[0], state.resources);
  setColour(state, target, { space: found, values: initialValues(found) });
}

/** Black, but full tint of a spot ink (8.6.8). */
function initialValues({ kind, components: count }: Space): number[] {
  if (kind === 'DeviceCMYK' || kind === 'ICCCMYK') return [0, 0, 0, 1];
  const initial = kind === 'Separation' || kind === 'DeviceN' ? 1 : 0;
  return Array.from({ length: Math.min(count, 32) }, () => initial);
}

function components(state: StreamState, target: Target): void {
  const current = state.graphics[target].space;
  const values = state.operands.filter((each): each is number => typeof each === 'number');
  const name = state.operands.at(-1);
  if (!(name instanceof PdfName)) {
    setColour(state, target, { space: current, values });
    return;
  }
  const { archive } = state.reading.session;
  const ref = archive.dict(state.resources.get('Pattern')).get(name.name);
  const object = archive.numberOf(ref);
  const pattern = { value: archive.resolve(ref), ...(object === undefined ? {} : { object }) };
  setColour(state, target, { space: { ...current, kind: 'Pattern' }, values, pattern });
}

function setColour(state: StreamState, target: Target, colour: Colour): void {
  if (state.colourless) return;
  if (familyOf(colour.space) === 'rgb') state.reading.rgbOperators++;
  state.graphics[target] = colour;
}

/** gs: the entries of an ExtGState dictionary that concern plates. */
function setParameters(state: StreamState, name: string): void {
  const { archive } = state.reading.session;
  const entries = archive.dict(archive.dict(state.resources.get('ExtGState')).get(name));
  const { graphics } = state;
  const get = (key: string): PdfValue => archive.resolve(entries.get(key));
  const [width, fill, stroke, mode] = [get('LW'), get('op'), get('OP'), get('OPM')];
  if (typeof width === 'number') graphics.lineWidth = Math.abs(width);
  if (typeof stroke === 'boolean') {
    graphics.overprintStroke = stroke;
    // Without `op`, `OP` is for both (table 58).
    if (typeof fill !== 'boolean') graphics.overprintFill = stroke;
  }
  if (typeof fill === 'boolean') graphics.overprintFill = fill;
  if (typeof mode === 'number') graphics.overprintMode = mode === 1 ? 1 : 0;
  const font = get('Font');
  if (Array.isArray(font)) setFont(state, font[0], archive.resolve(font[1]));
  const transparency = { ...graphics.transparency };
  const [alpha, strokeAlpha, blend, mask] = [get('ca'), get('CA'), get('BM'), get('SMask')];
  if (typeof alpha === 'number') transparency.alpha = alpha;
  if (typeof strokeAlpha === 'number') transparency.strokeAlpha = strokeAlpha;
  const first = Array.isArray(blend) ? archive.resolve(blend[0]) : blend;
  if (first instanceof PdfName) transparency.blend = first.name === 'Compatible' ? 'Normal' : first.name;
  if (mask instanceof PdfName) transparency.softMask = false;
  else if (mask instanceof Map) {
    transparency.softMask = true;
    const group = archive.resolve(mask.get('G'));
    if (group instanceof PdfStream) readSoftMask(state, group, archive.numberOf(mask.get('G')));
  }
  graphics.transparency = transparency;
}
