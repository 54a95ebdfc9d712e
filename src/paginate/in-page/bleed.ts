/**
 * 出血: the paper around the trimmed page on which the book is printed, so that what stands at the edge (书口标) runs
 * over it and no white shows where the knife is a hair off. Pages are measured without it: it is laid around them when
 * everything stands, and only in print.
 */

/** Lays `px` of paper around every page under `root`, in whole CSS px, and tells the style sheets (`--bleed`). */
export function layBleed(root: Element, px: number): void {
  const page = root.querySelector('.pagedjs_page');
  if (!page) return;
  const { width, height } = page.getBoundingClientRect();
  const style = document.createElement('style');
  // Paged.js makes its pages as high as the paper; here the paper is higher. Its own rules carry !important.
  style.textContent = `
    @page { size: ${width + 2 * px}px ${height + 2 * px}px; margin: 0 }
    @media print {
      :root { --bleed: ${px}px }
      .pagedjs_pages > .pagedjs_page.pagedjs_page {
        box-sizing: content-box;
        width: ${width}px;
        height: ${height}px !important;
        min-height: 0;
        max-height: none;
        padding: ${px}px;
      }
      .pagedjs_pages .pagedjs_sheet { height: ${height}px !important; min-height: 0; max-height: none }
    }`;
  document.head.append(style);
}
