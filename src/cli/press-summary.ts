/** What a build says of its press PDF. */
import { relative } from 'node:path';
import type { PressReport } from '../book/press-edition.js';

/** Two lines of the summary. */
export function formatPress({ file, bytes, standard, condition, bleedMm, marks, signatures }: PressReport): string[] {
  const { size, whole, rest, blanks } = signatures;
  const name = relative(process.cwd(), file) || file;
  const kinds = [standard, condition, `出血 ${bleedMm} 毫米`, ...(marks ? ['带裁切标记'] : [])];
  const pages = whole * size + rest;
  return [
    `印刷文件　${name}（${(bytes / 1e6).toFixed(1)} MB；${kinds.join('，')}）`,
    rest === 0
      ? `印张　　${pages} 面，每帖 ${size} 面，正好 ${whole} 帖`
      : `印张　　${pages} 面，每帖 ${size} 面：${whole} 整帖又 ${rest} 面，凑成 ${whole + 1} 帖还要 ${blanks} 面白页`,
  ];
}
