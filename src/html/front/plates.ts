/** 彩页: each plate is one page of justified rows, its section's title in a band on the first. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { PlateMeasures } from '../../design/measures.js';
import { arrangePlates, type PlateRow } from '../../plates/arrange.js';
import type { Block, Figure, Manuscript, PlateSection } from '../../tree/nodes.js';
import { phrasingText } from '../../tree/tree-text.js';
import { textWidth } from '../advance.js';
import { renderBlocks } from '../blocks.js';
import type { Material } from '../material.js';
import { renderPhrasing } from '../phrasing.js';
import { type Pictures, renderPicture, shapeOf } from '../picture.js';
import { renderOpenedSubcategory, renderTitleLines } from '../title-block.js';

export function renderPlates(manuscript: Manuscript, material: Material): Element[] {
  const { pictures } = material;
  const area = material.measures.plate;
  const head = [...renderOpenedSubcategory(manuscript), ...renderTitleLines(manuscript)];
  const pages = manuscript.children.flatMap((child) =>
    child.type === 'plates'
      ? renderSection(child, material)
      : child.type === 'figure'
        ? renderFigures([child], pictures, { ...area, titleHeight: 0 }, undefined)
        : [h('div', { className: ['plate-text'] }, renderBlocks([child as Block], material))],
  );
  // The title of the manuscript stands at the right of the first band, so that it takes no page of its own.
  if (head.length > 0) {
    const header = h('header', { className: ['plates-title'] }, head);
    if (pages[0]) pages[0].children.unshift(header);
    else pages.push(header);
  }
  return pages;
}

function renderSection(section: PlateSection, material: Material): Element[] {
  const title = h('h2', { id: section.id, className: ['plate-title'] }, renderPhrasing(section.title));
  const figures = section.children.filter((child) => child.type === 'figure');
  const others = section.children.filter((child) => child.type !== 'figure');
  if (figures.length === 0) return [h('section', { className: ['plate'] }, [title, ...renderBlocks(others, material)])];
  return [
    ...renderFigures(figures, material.pictures, material.measures.plate, title),
    ...(others.length > 0 ? [h('div', { className: ['plate-text'] }, renderBlocks(others, material))] : []),
  ];
}

function renderFigures(
  figures: Figure[],
  pictures: Pictures,
  area: PlateMeasures,
  title: Element | undefined,
): Element[] {
  const items = figures.map((figure) => ({
    ratio: ratioOf(figure, pictures),
    captionWidth: textWidth(phrasingText(figure.caption)) * area.captionSize,
  }));
  return arrangePlates(items, area).map((plate, i) =>
    h('section', { className: ['plate'] }, [
      i === 0 ? title : undefined,
      h(
        'div',
        { className: ['rows'] },
        plate.rows.map((row) => renderRow(row, figures, pictures, area)),
      ),
    ]),
  );
}

function renderRow(row: PlateRow, figures: Figure[], pictures: Pictures, area: PlateMeasures): Element {
  return h(
    'div',
    { className: ['row'] },
    row.items.map(({ index, width }) => {
      const figure = figures[index] as Figure;
      const room = width - area.photoGap * (figure.photos.length - 1);
      return h('figure', { id: figure.id, style: `width:${width.toFixed(2)}px` }, [
        h(
          'div',
          { className: ['photos'], style: `height:${row.height.toFixed(2)}px` },
          figure.photos.map((photo) => {
            const share = (room * shapeOf(photo, pictures)) / ratioOf(figure, pictures);
            return renderPicture(photo, pictures, share, phrasingText(figure.caption));
          }),
        ),
        figure.caption.length > 0 ? h('figcaption', renderPhrasing(figure.caption)) : undefined,
      ]);
    }),
  );
}

/** Several photos of one caption stand side by side at one height. */
function ratioOf(figure: Figure, pictures: Pictures): number {
  return figure.photos.reduce((sum, photo) => sum + shapeOf(photo, pictures), 0);
}
