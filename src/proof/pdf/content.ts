/** What stands on a sheet, as operators of a content stream: the pages first, the furniture over them. */
import type { DrawItem, ProofColour, Sheet, TextItem } from '../drawing.js';
import { type EmbeddedFonts, hex } from './embedded-fonts.js';
import { type PageForms, placing } from './page-forms.js';
import type { ProofFonts } from './proof-fonts.js';

/** Where the parts of a sheet's content come from, and what it has used. */
export interface SheetContent {
  fonts: ProofFonts;
  embedded: EmbeddedFonts;
  forms: PageForms;
  /** Index of a page of the book in the file of pages. */
  pageOf: (sheet: number) => number;
  /** Opacities by the name of their graphics state. */
  opacities: Map<string, number>;
}

/** The content stream of a sheet. */
export function sheetContent(sheet: Sheet, parts: SheetContent): string {
  const pages = sheet.pages.map((placed) => {
    const { key, box } = parts.forms.form(parts.pageOf(placed.sheet));
    return `q ${placing(placed, box, sheet.height).map(number).join(' ')} cm /${key} Do Q\n`;
  });
  return [...pages, ...sheet.items.map((item) => drawItem(item, sheet.height, parts))].join('');
}

function drawItem(item: DrawItem, height: number, parts: SheetContent): string {
  if (item.type === 'text') return drawText(item, height, parts);
  if (item.type === 'line') {
    const dash = item.dash ? `[${item.dash.map(number).join(' ')}] 0 d ` : '';
    const path = `${point(item.from, height)} m ${point(item.to, height)} l S`;
    const body = `${colour(item.colour)} RG ${number(item.width)} w ${dash}${path}`;
    return `q ${body} Q\n`;
  }
  const { left, top, right, bottom, fill, stroke, width = 0.5, opacity } = item;
  const box = `${number(left)} ${number(height - bottom)} ${number(right - left)} ${number(bottom - top)} re`;
  const paints = `${fill ? 'B' : 'S'}`;
  const operator = fill && !stroke ? 'f' : paints;
  const inks = [
    fill ? `${colour(fill)} rg ` : '',
    stroke ? `${colour(stroke)} RG ${number(width)} w ` : '',
    opacity === undefined ? '' : `/${opacityState(opacity, parts)} gs `,
  ];
  return fill || stroke ? `q ${inks.join('')}${box} ${operator} Q\n` : '';
}

function drawText(item: TextItem, height: number, parts: SheetContent): string {
  const { x, y, size, text, font, align = 'left', angle = 0, opacity } = item;
  const turn = (angle * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const share = { left: 0, centre: 0.5, right: 1 }[align];
  const back = share === 0 ? 0 : parts.fonts.measure(text, font, size) * share;
  const matrix = [cos, sin, -sin, cos, x - back * cos, height - y - back * sin];
  let shown = '';
  let codes = '';
  let open = '';
  for (const glyph of parts.fonts.set(text, font)) {
    const key = parts.embedded.use(glyph);
    if (key !== open) {
      shown += `${codes ? `<${codes}> Tj ` : ''}/${key} ${number(size)} Tf `;
      codes = '';
      open = key;
    }
    codes += hex(glyph.glyph);
  }
  if (!codes) return '';
  const state = opacity === undefined ? '' : `/${opacityState(opacity, parts)} gs `;
  const body = `BT ${colour(item.colour)} rg ${matrix.map(number).join(' ')} Tm ${shown}<${codes}> Tj ET`;
  return state ? `q ${state}${body} Q\n` : `${body}\n`;
}

function opacityState(opacity: number, { opacities }: SheetContent): string {
  const key = `G${Math.round(opacity * 1000)}`;
  opacities.set(key, opacity);
  return key;
}

/** `#rrggbb` as three numbers. */
export function rgb(value: ProofColour): [number, number, number] {
  const at = (place: number): number => Number.parseInt(value.slice(place, place + 2), 16) / 255;
  return [at(1), at(3), at(5)];
}

function colour(value: ProofColour): string {
  return rgb(value).map(number).join(' ');
}

function point([x, y]: readonly [number, number], height: number): string {
  return `${number(x)} ${number(height - y)}`;
}

function number(value: number): string {
  return String(Math.round(value * 10000) / 10000);
}
