/** The measures and choices as CSS knows them: custom properties of the root, named as the style sheets use them. */
import type { FontRole, LayoutSettings } from '../tree/layout.js';
import type { Measures } from './measures.js';

/** The variables of `styles/type.css` that hold the families. */
const FAMILIES: Record<FontRole, string> = { 宋: 'var(--song)', 黑: 'var(--hei)', 楷: 'var(--kai)' };

/** What the style sheets read; a choice that book.yaml leaves to the theme is not set. */
export function propertiesOf(
  measures: Measures,
  { accent, bodyFont, headFont }: LayoutSettings,
): Record<string, string> {
  const { area, plate } = measures;
  return {
    ...pageProperties(measures),
    '--body-size': px(measures.body),
    '--small': px(measures.small),
    '--line': px(measures.line),
    '--columns': String(area.columns),
    '--gap': px(area.gap),
    '--area-width': px(area.width),
    '--area-height': px(area.height),
    '--contents-columns': String(measures.contentsColumns),
    '--plate-title': px(plate.titleHeight),
    '--plate-caption': px(plate.captionSize),
    '--plate-caption-line': px(plate.captionLine),
    '--plate-caption-gap': px(plate.captionGap),
    '--plate-width': px(plate.width),
    ...(accent !== undefined && { '--accent': accent }),
    ...(bodyFont !== undefined && { '--text': FAMILIES[bodyFont] }),
    // 黑 in a text of 黑 must be bolder to be seen.
    ...(bodyFont === '黑' && { '--strong-weight': '700' }),
    ...(headFont !== undefined && { '--head': FAMILIES[headFont], '--display': FAMILIES[headFont] }),
  };
}

/** What the page sheet names; Paged.js has to find literal lengths there. */
export function pageProperties({ trim, margins, plate, furniture }: Measures): Record<string, string> {
  return {
    '--trim-width': `${trim.widthMm}mm`,
    '--trim-height': `${trim.heightMm}mm`,
    '--margin-top': px(margins.top),
    '--margin-outer': px(margins.outer),
    '--margin-bottom': px(margins.bottom),
    '--margin-inner': px(margins.inner),
    '--plate-margin-top': px(plate.margins.top),
    '--plate-margin-side': px(plate.margins.outer),
    '--plate-margin-bottom': px(plate.margins.bottom),
    '--head-distance': px(furniture.head),
    '--folio-distance': px(furniture.folio),
  };
}

/** A float such as 71.70000000000005 is 71.7 px. */
function px(value: number): string {
  return `${Number(value.toFixed(4))}px`;
}
