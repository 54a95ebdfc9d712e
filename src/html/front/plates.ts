/**
 * 彩页: what the arrangement of plates (src/plates) gives, as pages. Sections follow each other, each under its title;
 * text between photos stands under the page before it.
 */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { PlateMeasures } from '../../design/measures.js';
import { arrangePlates } from '../../plates/arrangement/arrange.js';
import type { Plate, PlateBlock } from '../../plates/arrangement/plate.js';
import type { Block, Figure, Manuscript, Phrasing, PlateSettings } from '../../tree/nodes.js';
import { phrasingText } from '../../tree/tree-text.js';
import { textWidth } from '../advance.js';
import { renderBlocks } from '../blocks.js';
import type { Material } from '../material.js';
import { renderPhrasing } from '../phrasing.js';
import type { Pictures } from '../picture.js';
import { renderOpenedSubcategory, renderTitleLines } from '../title-block.js';
import { renderFullBleed } from './full-bleed.js';
import { plateItem, renderPlateFigure } from './plate-figure.js';
import { renderTail, type Tail, tailOf } from './plates-tail.js';

/** Figures that no text parts, or a text; either may open a section. */
interface Unit {
  opens?: { id: string; title: Phrasing[] };
  /** Title of the section to which it belongs. */
  section: string;
  settings: PlateSettings;
  figures: Figure[];
  text: Block[];
}

/** The plates of a manuscript, a `section` for each page; `area` is that of the pages on which they stand. */
export function renderPlates(manuscript: Manuscript, material: Material, area = material.measures.plate): Element[] {
  const titles = [...renderOpenedSubcategory(manuscript), ...renderTitleLines(manuscript)];
  const header = titles.length > 0 ? h('header', { className: ['plates-title'] }, titles) : undefined;
  const tail = tailOf(manuscript, area);
  const units = unitsOf(manuscript);
  const pages: Element[] = [];
  for (const run of runsOf(units)) {
    const last = run.at(-1) === units.at(-1);
    if (run[0]?.text.length) pages.push(renderText(run[0], material));
    else pages.push(...renderFigures(run, material.pictures, area, last ? tail : undefined));
  }
  // The title of the manuscript stands at the right of the first band, so that it takes no page of its own.
  if (header) {
    const [first] = pages;
    if (first) (holderOfTitle(first) ?? first).children.unshift(header);
    else pages.push(header);
  }
  if (tail && (pages.length === 0 || units.at(-1)?.text.length)) pages.push(renderTail(tail));
  return pages;
}

function unitsOf({ children }: Manuscript): Unit[] {
  return children.flatMap((child): Unit[] => {
    if (child.type !== 'plates') return partedByText([child as Block], '', {});
    const title = phrasingText(child.title);
    const [first, ...more] = partedByText(child.children, title, child.settings);
    const empty = { section: title, settings: child.settings, figures: [], text: [] };
    return [{ ...(first ?? empty), opens: { id: child.id, title: child.title } }, ...more];
  });
}

function partedByText(blocks: Block[], section: string, settings: PlateSettings): Unit[] {
  const units: Unit[] = [];
  for (const block of blocks) {
    const last = units.at(-1);
    const kind = block.type === 'figure' ? 'figures' : 'text';
    if (last && last[kind].length > 0) (last[kind] as Block[]).push(block);
    else units.push({ section, settings, figures: [], text: [], [kind]: [block] });
  }
  return units;
}

/** Units of figures that follow each other are arranged together; a text, or a section of nothing, stands by itself. */
function runsOf(units: readonly Unit[]): Unit[][] {
  const runs: Unit[][] = [];
  for (const unit of units) {
    const last = runs.at(-1);
    if (unit.figures.length > 0 && last?.[0] && last[0].figures.length > 0) last.push(unit);
    else runs.push([unit]);
  }
  return runs;
}

/** A text under the plates before it; one that opens a section opens a page. */
function renderText({ opens, text }: Unit, material: Material): Element {
  const blocks = renderBlocks(text, material);
  return opens
    ? h('section', { className: ['plate'] }, [renderTitle(opens), ...blocks])
    : h('div', { className: ['plate-text'] }, blocks);
}

function renderTitle({ id, title }: NonNullable<Unit['opens']>): Element {
  // The theme sets a long title smaller, so that it keeps to one line.
  const length = Math.ceil(textWidth(phrasingText(title)));
  return h('h2', { id, className: ['plate-title'], style: `--length:${length}` }, renderPhrasing(title));
}

function renderFigures(run: Unit[], pictures: Pictures, area: PlateMeasures, tail: Tail | undefined): Element[] {
  if (run.every(({ figures }) => figures.length === 0)) {
    return run.map(({ opens }) => h('section', { className: ['plate'] }, opens ? [renderTitle(opens)] : []));
  }
  const sections = run.map(({ opens, figures, settings: { perPage, tint } }) => ({
    items: figures.map((figure) => plateItem(figure, pictures, area)),
    titled: opens !== undefined,
    ...(perPage !== undefined && { perPage }),
    ...(tint !== undefined && { apart: true }),
  }));
  const plates = arrangePlates(sections, { ...area, tailHeight: tail?.height ?? 0 });
  return plates.map((plate, i) => renderPlate(plate, run, pictures, area, i === plates.length - 1 ? tail : undefined));
}

function renderPlate(
  plate: Plate,
  run: readonly Unit[],
  pictures: Pictures,
  area: PlateMeasures,
  tail: Tail | undefined,
): Element {
  const [first] = plate.blocks;
  const unit = run[first?.section ?? 0];
  if (plate.fullBleed && first && unit) {
    const title = first.opens && unit.opens ? [renderTitle(unit.opens)] : [];
    const figure = unit.figures[first.figures[0]?.index ?? 0] as Figure;
    return renderFullBleed(figure, pictures, area, { title, section: unit.section, tail });
  }
  const tint = unit?.settings.tint;
  return h(
    'section',
    {
      className: ['plate', ...(tint ? [TINTS[tint]] : [])],
      style: `height:${tail ? area.height - 1 : Math.min(area.height - 1, Math.ceil(footOf(plate, area)))}px`,
    },
    [...plate.blocks.map((block) => renderBlock(block, run, pictures, area)), tail && renderTail(tail)],
  );
}

/** Classes of 底色 in styles/plates.css. */
const TINTS = { 浅: 'tinted-light', 灰: 'tinted-grey' };

/** Where the last caption of a plate ends. */
function footOf({ blocks }: Plate, { captionGap, captionLine }: PlateMeasures): number {
  const feet = blocks.flatMap((block) =>
    block.figures.map((figure) => {
      const caption = figure.captionLines > 0 ? captionGap + figure.captionLines * captionLine : 0;
      return block.top + figure.top + figure.height + caption;
    }),
  );
  return Math.max(...feet);
}

function renderBlock(block: PlateBlock, run: readonly Unit[], pictures: Pictures, area: PlateMeasures): Element {
  const unit = run[block.section];
  return h('div', { className: ['plate-block'], style: `top:${block.top.toFixed(2)}px` }, [
    block.opens && unit?.opens ? renderTitle(unit.opens) : undefined,
    ...block.figures.map((place) =>
      renderPlateFigure(unit?.figures[place.index] as Figure, place, pictures, area, unit?.section ?? ''),
    ),
  ]);
}

/** Where the title of the manuscript goes on its first page: into the label of a photo in 满版. */
function holderOfTitle(page: Element): Element | undefined {
  const inside = page.children.flatMap((child) => (child.type === 'element' ? [child, ...child.children] : []));
  return inside.find(
    (child): child is Element =>
      child.type === 'element' && [child.properties.className].flat().includes('plate-label'),
  );
}
