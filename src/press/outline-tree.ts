/** Bookmarks as a tree, from the flat lines of the contents. */
import type { OutlineItem } from './outline.js';

export interface OutlineLine {
  /** From 1. */
  level: number;
  title: string;
  /** Index of the page, from 0. */
  page: number;
  /** From the top of the page, points. */
  y: number;
}

interface Branch extends OutlineItem {
  level: number;
  children: Branch[];
}

/** Nests the lines by their levels; a line whose level is skipped hangs on the nearest higher one. */
export function nestOutline(lines: OutlineLine[]): OutlineItem[] {
  const roots: Branch[] = [];
  const open: Branch[] = [];
  for (const { level, title, page, y } of lines) {
    const item: Branch = { title, page, y, level, children: [] };
    while (open.length > 0 && (open.at(-1) as Branch).level >= level) open.pop();
    (open.at(-1)?.children ?? roots).push(item);
    open.push(item);
  }
  return roots;
}
