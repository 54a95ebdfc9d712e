/** What the build says of the photos: one line, and the file that has all of them. */
import { basename } from 'node:path';
import type { SheetSummary } from '../book/contact-sheet.js';

/** `照片　　64 处，1 处分辨率太低，1 处不到 300 ppi；2 张没有用到。逐张列在 photos.html` */
export function formatPhotos({ file, places, veryLow, low, unused }: SheetSummary): string {
  const quality = [
    ...(veryLow > 0 ? [`${veryLow} 处分辨率太低`] : []),
    ...(low > 0 ? [`${low} 处不到 300 ppi`] : []),
    ...(veryLow + low === 0 && places > 0 ? ['分辨率都够'] : []),
  ];
  const idle = unused > 0 ? `；${unused} 张没有用到` : '';
  return `照片　　${[`${places} 处`, ...quality].join('，')}${idle}。逐张列在 ${basename(file)}`;
}
