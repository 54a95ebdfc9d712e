/**
 * The galley (长条): a hidden strip in which the type areas of all pages of a flow lie side by side as columns, so that
 * Chromium's own fragmentation breaks the flow: orphans, widows, kept heads, repeated table heads, balanced columns.
 */
import type { GalleyFrame } from './slot.js';

export interface Galley {
  element: HTMLElement;
  frame: GalleyFrame;
}

/** Room between two pages of the strip, in CSS px: wide enough that no ink of one reaches into the other. */
const GUTTER = 200;

/** Lays `root` out in pages as large as the type area of `page`, a page that Paged.js has made for it. */
export function galleyOf(root: HTMLElement, page: HTMLElement): Galley {
  const area = page.querySelector('.pagedjs_page_content') as HTMLElement;
  const { width, height } = area.getBoundingClientRect();
  const element = document.createElement('div');
  element.className = 'galley';
  element.style.width = `${width}px`;
  element.style.height = `${height}px`;
  element.style.columnWidth = `${width}px`;
  element.style.columnGap = `${GUTTER}px`;
  element.append(root);
  document.body.append(element);
  const { left, top } = element.getBoundingClientRect();
  return { element, frame: { left, top, pageWidth: width, pageHeight: height, stride: width + GUTTER } };
}
