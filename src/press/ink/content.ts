/**
 * Rewrites the colours of a content stream in inks (ISO 32000-1, 8.6.8), and with them the overprint of black. Every
 * other byte stays as it was: places and glyphs are those of the screen PDF.
 *
 *     .549 .1098 .0745 rg          →   .2 1 1 .3 k /NJ00 gs
 *     0 0 0 rg                     →   0 0 0 1 k /NJ01 gs
 *     /NonStruct <</MCID 3>>BDC    →   (nothing: the press file has no structure)
 */
import { ContentScanner, operatorCode } from '../pdf/content-scanner.js';
import { ContentWriter } from '../pdf/content-writer.js';
import { PdfName, type PdfStream, type PdfValue } from '../pdf/values.js';
import { inksOf } from './colour.js';
import { BLACK, type Cmyk, type Inks, isBlack, operandsOf } from './inks.js';
import { overprintName } from './overprint.js';
import { componentsOf, type Space } from './spaces.js';

/** What a stream is asked about its resources while it is rewritten. */
export interface ContentDesk {
  inks: Inks;
  space(value: PdfValue): Space;
  /** Whether anything of a graphics state is left to be set. */
  keepsState(name: string): boolean;
  /** Makes an image of its own of one that stands in the stream; gives its name, or nothing where it may stay. */
  inlineImage(image: PdfStream): string | undefined;
}

export interface PressContent {
  bytes: Uint8Array;
  /** How often each colour was set that is not in the ink table, `#7a9b3c`. */
  foreign: Map<string, number>;
  /** Colour spaces that were not converted. */
  spaces: Set<string>;
}

/** The name under which an uncoloured pattern takes its inks. */
export const PATTERN_SPACE = 'NJPattern';

interface Side {
  space: Space;
  black: boolean;
}

interface State {
  fill: Side;
  stroke: Side;
  /** The overprint that is set; nothing where the stream took over one that it does not know. */
  overprint: string | undefined;
}

const GREY: Space = { kind: 'grey' };
const RGB: Space = { kind: 'rgb' };
const CMYK: Space = { kind: 'cmyk' };

const OP = Object.fromEntries(
  'q Q g G rg RG k K cs CS sc SC scn SCN gs BI BDC BMC EMC'.split(' ').map((word) => [word, operatorCode(word)]),
) as Record<string, number>;
const { q, Q, g, G, rg, RG, k, K, cs, CS, sc, SC, scn, SCN, gs, BI, BDC, BMC, EMC } = OP;

/** @param begins whether the stream begins with black (a page, a pattern), or with what it is drawn in (a form) */
export function pressContent(bytes: Uint8Array, desk: ContentDesk, begins: 'black' | 'as-drawn'): PressContent {
  const scanner = new ContentScanner(bytes);
  const out = new ContentWriter(bytes.length);
  const foreign = new Map<string, number>();
  const spaces = new Set<string>();
  const saved: State[] = [];
  /** Whether each open span of marked content is kept. */
  const marks: boolean[] = [];
  const black = begins === 'black';
  let state: State = { fill: { space: GREY, black }, stroke: { space: GREY, black }, overprint: undefined };
  let copied = 0;
  let waiting = false;

  /** Puts `text` in the place of the operator and its operands. */
  const replace = (text: string): void => {
    out.copy(bytes, copied, scanner.from);
    out.write(text);
    copied = scanner.position;
  };
  /** Colours come in pairs, for lines and for areas: the overprint of both is set before whatever comes next. */
  const settle = (): void => {
    waiting = false;
    const wanted = overprintName(state.stroke.black, state.fill.black);
    if (wanted === state.overprint) return;
    state.overprint = wanted;
    out.copy(bytes, copied, scanner.from);
    copied = scanner.from;
    out.write(`/${wanted} gs\n`);
  };
  const paint = (side: 'fill' | 'stroke', space: Space, cmyk: Cmyk): void => {
    state[side] = { space, black: isBlack(cmyk) };
    replace(`${operandsOf(cmyk)} ${side === 'fill' ? 'k' : 'K'}`);
    waiting = true;
  };
  /** Spots and patterns stay as they are, and knock out. */
  const keep = (side: 'fill' | 'stroke', space: Space): void => {
    state[side] = { space, black: false };
    waiting = true;
  };
  const note = (space: Space, components: readonly number[]): void => {
    const rgb =
      space.kind === 'indexed' ? paletteColour(space, components) : space.kind === 'rgb' ? components : undefined;
    const name = rgb && desk.inks.foreign(rgb[0] ?? 0, rgb[1] ?? 0, rgb[2] ?? 0);
    if (name) foreign.set(name, (foreign.get(name) ?? 0) + 1);
    if (space.kind === 'foreign') spaces.add(space.name);
  };
  const setColour = (side: 'fill' | 'stroke', space: Space, operands: readonly PdfValue[]): void => {
    const components = operands.filter((each): each is number => typeof each === 'number');
    note(space, components);
    const cmyk = inksOf(space, components, desk.inks);
    if (cmyk) paint(side, space, cmyk);
    else if (space.kind === 'pattern' && space.under && components.length > 0) {
      note(space.under, components);
      const under = inksOf(space.under, components, desk.inks) ?? BLACK;
      const pattern = operands.at(-1);
      const letters = side === 'fill' ? ['cs', 'scn'] : ['CS', 'SCN'];
      const named = pattern instanceof PdfName ? pattern.name : '';
      replace(`/${PATTERN_SPACE} ${letters[0]} ${operandsOf(under)} /${named} ${letters[1]}`);
      keep(side, space);
    } else keep(side, space);
  };
  const setSpace = (side: 'fill' | 'stroke', value: PdfValue): void => {
    const space = desk.space(value);
    // A colour space begins with its black, or with the first colour of its palette.
    const initial = space.kind === 'cmyk' ? BLACK : inksOf(space, new Array(componentsOf(space)).fill(0), desk.inks);
    if (initial) paint(side, space, initial);
    else if (space.kind === 'pattern') {
      replace(`/Pattern ${side === 'fill' ? 'cs' : 'CS'}`);
      keep(side, space);
    } else {
      note(space, []);
      keep(side, space);
    }
  };

  if (black) {
    const overprint = overprintName(true, true);
    out.write(`0 0 0 1 K 0 0 0 1 k /${overprint} gs\n`);
    state.overprint = overprint;
  }
  while (scanner.next()) {
    const { code } = scanner;
    switch (code) {
      case rg:
        setColour('fill', RGB, scanner.operands());
        continue;
      case RG:
        setColour('stroke', RGB, scanner.operands());
        continue;
      case g:
        setColour('fill', GREY, scanner.operands());
        continue;
      case G:
        setColour('stroke', GREY, scanner.operands());
        continue;
      case k:
        setColour('fill', CMYK, scanner.operands());
        continue;
      case K:
        setColour('stroke', CMYK, scanner.operands());
        continue;
      case cs:
        setSpace('fill', scanner.operands()[0] ?? null);
        continue;
      case CS:
        setSpace('stroke', scanner.operands()[0] ?? null);
        continue;
      case sc:
      case scn:
        setColour('fill', state.fill.space, scanner.operands());
        continue;
      case SC:
      case SCN:
        setColour('stroke', state.stroke.space, scanner.operands());
        continue;
    }
    if (waiting) settle();
    switch (code) {
      case q:
        saved.push({ ...state });
        break;
      case Q:
        state = saved.pop() ?? state;
        break;
      case gs: {
        const [named] = scanner.operands();
        if (named instanceof PdfName && !desk.keepsState(named.name)) replace('');
        break;
      }
      case BI: {
        const { from } = scanner;
        const image = scanner.inlineImage();
        const named = desk.inlineImage(image);
        scanner.from = from;
        if (named) replace(`/${named} Do`);
        break;
      }
      case BDC:
      case BMC: {
        const keeps = code === BDC && saysMore(scanner.operands()[1]);
        marks.push(keeps);
        if (!keeps) replace('');
        break;
      }
      case EMC:
        if (!(marks.pop() ?? false)) replace('');
        break;
    }
  }
  out.copy(bytes, copied, bytes.length);
  return { bytes: out.written(), foreign, spaces };
}

/** A span of marked content is wanted where it says the text of its glyphs, or names what says so. */
function saysMore(properties: PdfValue | undefined): boolean {
  return properties instanceof PdfName || (properties instanceof Map && properties.has('ActualText'));
}

function paletteColour(space: Space & { kind: 'indexed' }, [at = 0]: readonly number[]): number[] | undefined {
  if (space.base.kind !== 'rgb') return undefined;
  const start = Math.round(at) * 3;
  return [...space.palette.subarray(start, start + 3)].map((byte) => byte / 255);
}
