/**
 * Figures (图片) in the text: one or more photos with one caption, in their column or, where {通栏} asks for it, across
 * the page. Where they come to stand is decided when the pages are broken (`src/paginate/in-page/figures/floats.ts`).
 */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { PhotoMeasures } from '../design/measures.js';
import type { Figure, Photo } from '../tree/nodes.js';
import { phrasingText } from '../tree/tree-text.js';
import { renderFigureCaption } from './figure-caption.js';
import { type FigureRow, figureRows } from './figure-rows.js';
import type { Material } from './material.js';
import { generated } from './phrasing.js';
import { type Pictures, printedPhoto, renderPicture, shapeOf } from './picture.js';

/** Between two photos of one caption, CSS px (`styles/body.css`). */
const GAP = 6;
/** Shapes of the rows that are wished for: a lying photo fills a column, two stand side by side across the page. */
const COLUMN_SHAPE = 1.5;
const SPAN_SHAPE = 3;

/** The photos stand in the middle of whole lines, so that the text behind the figure stays on the grid. */
export function renderFigure(figure: Figure, { pictures, measures, figureNumber }: Material): Element {
  const spanning = spansPage(figure);
  const rows = spanning
    ? arrange(figure, pictures, measures.photo.span, SPAN_SHAPE)
    : arrange(figure, pictures, measures.photo.column, COLUMN_SHAPE);
  const height = rows.reduce((sum, row) => sum + row.height, GAP * (rows.length - 1));
  const style = `height:calc(${Math.ceil(height / measures.line - 0.01)} * var(--line))`;
  const words = phrasingText(figure.caption);
  const images = rows.map(({ first, widths }) =>
    widths.map((width, i) => renderPicture(photoAt(figure, first + i), pictures, width, words)),
  );
  return h('figure', { id: figure.id, className: ['photo', ...(spanning ? ['spanning'] : [])] }, [
    h(
      'div',
      { className: ['prints'], style },
      images.map((row) => (row.length > 1 ? h('div', { className: ['print-row'] }, row) : row)),
    ),
    renderFigureCaption(figure, number(figure, figureNumber(figure))),
  ]);
}

/** Whether the figure stands across the page: where one of its photos asks for it. */
function spansPage({ photos }: Figure): boolean {
  return photos.some(({ hints }) => hints.spanning);
}

function arrange(figure: Figure, pictures: Pictures, measure: PhotoMeasures, shape: number): FigureRow[] {
  const ratios = figure.photos.map((photo) => shapeOf(photo, pictures));
  const within = (width: number): FigureRow[] => {
    const rows = figureRows(ratios, { width, height: measure.height, gutter: GAP, shape });
    if (rows.length < 2) return rows;
    return figureRows(ratios, { width, height: measure.groupHeight, gutter: GAP, shape });
  };
  const rows = within(measure.width);
  const widths = rows.flatMap((row) => row.widths);
  const bearable = Math.min(...figure.photos.map((photo, i) => sharpWidth(photo, pictures) / (widths[i] as number)));
  if (bearable >= 1) return rows;
  const rowWidth = Math.max(...rows.map((row) => row.widths.reduce((sum, each) => sum + each, GAP * (row.count - 1))));
  return within(rowWidth * Math.max(bearable, SMALLEST));
}

/** A photo of few pixels is set smaller than its room, but not smaller than this share of it. */
const SMALLEST = 0.6;
/** Pixels of a photo on an inch of paper below which it begins to look soft. */
const SOFT_PPI = 225;

/** How wide a photo may be for its pixels, CSS px. */
function sharpWidth(photo: Photo, pictures: Pictures): number {
  return pictures.widest(photo.file, SOFT_PPI, printedPhoto(photo, pictures).treatment);
}

/** 图3, 图2-1, before the words of the caption. */
function number({ caption }: Figure, words: string | undefined): ElementContent[] {
  if (words === undefined) return [];
  return [generated(caption.length > 0 ? `${words}\u3000` : words, 'figure-number')];
}

function photoAt({ photos }: Figure, at: number): Photo {
  return photos[at] as Photo;
}
