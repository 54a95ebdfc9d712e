/** A figure of a plate: its photos and its caption, at the place that the arrangement gives it. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { PlateMeasures } from '../../design/measures.js';
import { captionLines } from '../../plates/arrangement/caption-room.js';
import { figureShape, photoPlaces } from '../../plates/arrangement/figure-shape.js';
import type { PlateItem } from '../../plates/arrangement/plate.js';
import type { PlacedFigure } from '../../plates/arrangement/plate-page.js';
import type { Figure } from '../../tree/nodes.js';
import { phrasingText } from '../../tree/tree-text.js';
import { captionParts, renderFigureCaption } from '../figure-caption.js';
import { type Pictures, printedPhoto, renderPicture, shapeOf } from '../picture.js';

/** The least pixels an inch that a press wants, and CSS pixels of an inch. */
const LEAST_PPI = 225;
const CSS_PPI = 96;
/** A caption of more lines is no longer set in the middle. */
const CENTRED = 2;

/** What the arrangement has to know of a figure. */
export function plateItem(figure: Figure, pictures: Pictures, area: PlateMeasures): PlateItem {
  const { photos } = figure;
  const ratios = photos.map((photo) => shapeOf(photo, pictures));
  const group = photos.find(({ hints }) => hints.group !== undefined)?.hints.group;
  return {
    ratios,
    caption: captionWidths(figure, area),
    ...(photos.some(({ hints }) => hints.fullBleed) && { fullBleed: true }),
    ...(photos.some(({ hints }) => hints.spanning) && { spanning: true }),
    ...(group !== undefined && { group }),
    mostWidth: mostWidth(figure, ratios, pictures, area),
  };
}

/** The widest a figure may be so that none of its photos has fewer pixels than the press wants. */
function mostWidth({ photos }: Figure, ratios: number[], pictures: Pictures, area: PlateMeasures): number {
  const places = photoPlaces(ratios, figureShape(ratios, area.photoGap), area.width, area.photoGap);
  const widths = photos.map((photo, i) => {
    const share = (places[i]?.width ?? area.width) / area.width;
    return (printedPhoto(photo, pictures).width / LEAST_PPI) * (CSS_PPI / share);
  });
  return Math.min(...widths);
}

/** @param section its title is the alternative text of photos that have no caption */
export function renderPlateFigure(
  figure: Figure,
  place: PlacedFigure,
  pictures: Pictures,
  area: PlateMeasures,
  section: string,
): Element {
  const ratios = figure.photos.map((photo) => shapeOf(photo, pictures));
  const alt = phrasingText(figure.caption) || section;
  const places = photoPlaces(ratios, figureShape(ratios, area.photoGap), place.width, area.photoGap);
  const box = `left:${px(place.left)};top:${px(place.top)};width:${px(place.width)}`;
  return h('figure', { id: figure.id, style: box }, [
    h(
      'div',
      { className: ['photos'], style: `height:${px(place.height)}` },
      figure.photos.map((photo, i) => {
        const { left = 0, top = 0, width = 0 } = places[i] ?? {};
        const picture = renderPicture(photo, pictures, width, alt);
        if (figure.photos.length === 1) return picture;
        return h('div', { className: ['part-photo'], style: `left:${px(left)};top:${px(top)}` }, [picture]);
      }),
    ),
    renderPlateCaption(figure, place, area),
  ]);
}

/** Lines in the middle look well up to two; more are set as a paragraph. */
function renderPlateCaption(figure: Figure, { width }: PlacedFigure, area: PlateMeasures): Element | undefined {
  const caption = renderFigureCaption(figure);
  const lines = captionLines(captionWidths(figure, area), width);
  if (caption && lines > CENTRED) caption.properties.className = ['long'];
  return caption;
}

function captionWidths(figure: Figure, { captionSize }: PlateMeasures): number[] {
  return captionParts(figure).map((part) => part * captionSize);
}

function px(value: number): string {
  return `${value.toFixed(2)}px`;
}
