/**
 * Boxes: the pieces of a flow on their pages. A box stands where its piece stood in the galley, to the pixel, so the
 * page no longer depends on fragmentation: what the screen measured is what the printer gets.
 */

import type { Piece } from './cut.js';
import { isMeasurable, leavesByBlock } from './leaves.js';
import { fitCarriedCells } from './table/continued-table.js';

export interface PlacedPiece {
  piece: Piece;
  box: HTMLElement;
}

/** Puts a piece into a page; {@link alignBoxes} moves it to its height. */
export function placePiece(piece: Piece, wrapper: HTMLElement, root: HTMLElement): PlacedPiece {
  const box = document.createElement('div');
  box.className = `box ${root.className}`;
  box.lang = root.lang;
  box.dataset.column = String(piece.slot.column);
  box.style.left = `${piece.slot.left}px`;
  box.style.width = `${piece.slot.width}px`;
  box.append(piece.content);
  wrapper.append(box);
  return { piece, box };
}

/**
 * Moves every box so that its first line stands where it stood in the galley, and notes in `data-drift` how far its
 * last line then is from its place there (CSS px): anything but 0 means that lines broke differently.
 */
export function alignBoxes(placed: PlacedPiece[]): void {
  fitCarriedCells(placed.map(({ box }) => box));
  const measured = measure(placed);
  for (const [i, { box }] of placed.entries()) {
    box.style.top = `${measured[i]?.top ?? 0}px`;
    box.dataset.drift = (measured[i]?.drift ?? 0).toFixed(2);
  }
}

/** Reads only: all boxes are measured in one pass of layout. */
function measure(placed: PlacedPiece[]): { top: number; drift: number }[] {
  return placed.map(({ piece, box }) => {
    const ink = inkOf(box);
    if (!ink || Number.isNaN(piece.top)) return { top: Number.NaN, drift: 0 };
    const top = piece.top - ink.top;
    return { top: Number.isNaN(top) ? 0 : top, drift: top + ink.bottom - piece.bottom };
  });
}

/** Top of the first line and bottom of the lowest, from the box's own top. */
function inkOf(box: HTMLElement): { top: number; bottom: number } | undefined {
  const origin = box.getBoundingClientRect().top;
  const range = document.createRange();
  let ink: { top: number; bottom: number } | undefined;
  // Lines of a block follow each other downwards: its first and its last text tell where it stands.
  const ends = leavesByBlock(box).flatMap((leaves) => [...new Set([leaves[0] as Text, leaves.at(-1) as Text])]);
  for (const node of ends) {
    if (!isMeasurable(node)) continue;
    if (node.nodeType === Node.TEXT_NODE) range.selectNodeContents(node);
    else range.selectNode(node);
    const rect = range.getBoundingClientRect();
    if (rect.height === 0) continue;
    const top = rect.top - origin;
    const bottom = rect.bottom - origin;
    ink = ink ? { top: ink.top, bottom: Math.max(ink.bottom, bottom) } : { top, bottom };
  }
  return ink;
}
