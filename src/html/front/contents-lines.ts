/** What the 目录 and the bookmarks list: 类目, 分目 and titled manuscripts, 条目, in the order of the book. */
import type { Manuscript, ManuscriptContent, Part, Volume } from '../../tree/nodes.js';
import { phrasingText } from '../../tree/tree-text.js';
import type { ContentsLine } from './contents.js';

/** The lines of the body. */
export function contentsLines(volume: Volume): ContentsLine[] {
  return volume.children.filter((part) => part.role === 'body').flatMap(partLines);
}

/**
 * The 彩页 of the 卷首, each with its sections; these alone where the manuscript has no title, and its title alone where it
 * has no sections. Plates among the text of a 类目 are found by that.
 */
export function plateLines(volume: Volume): ContentsLine[] {
  return volume.children
    .filter((part) => part.role === 'front')
    .flatMap((part) => part.children)
    .filter(({ genre }) => genre === '彩页')
    .flatMap(({ id, title, children }): ContentsLine[] => {
      const sections = children.filter((child) => child.type === 'plates');
      return [
        ...(title ? [{ id, level: 1, title: title.value, plates: true } as const] : []),
        ...sections.map(({ id: section, title: words }): ContentsLine => {
          return { id: section, level: 2, title: phrasingText(words), plates: true };
        }),
      ];
    });
}

function partLines(part: Part): ContentsLine[] {
  return [{ id: part.id, level: 1, title: part.title }, ...part.children.flatMap(manuscriptLines)];
}

function manuscriptLines(manuscript: Manuscript): ContentsLine[] {
  const lines: ContentsLine[] = [];
  if (manuscript.opensSubcategory && manuscript.subcategory) {
    lines.push({ id: `${manuscript.id}-subcategory`, level: 2, title: manuscript.subcategory.value });
  }
  if (manuscript.title) {
    lines.push({ id: manuscript.id, level: manuscript.subcategory ? 3 : 2, title: manuscript.title.value });
  }
  return [...lines, ...manuscript.children.flatMap(contentLines)];
}

function contentLines(node: ManuscriptContent): ContentsLine[] {
  if (node.type === 'entry') return [{ id: node.id, level: 3, title: phrasingText(node.title) }];
  if (node.type !== 'subcategory') return [];
  return [
    { id: node.id, level: 2, title: phrasingText(node.title) },
    ...node.children.flatMap((child) => (child.type === 'entry' ? contentLines(child) : [])),
  ];
}
