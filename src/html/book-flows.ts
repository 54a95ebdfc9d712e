/** The flows of a book in their order, and what its contents list. */
import { measuresOf } from '../design/measures.js';
import type { LocatedGroup } from '../subject-index/model.js';
import type { Manuscript, Volume } from '../tree/nodes.js';
import { phrasingText } from '../tree/tree-text.js';
import type { Flow } from './flow.js';
import { type ContentsLine, contentsFlow } from './front/contents.js';
import { contentsLines } from './front/contents-lines.js';
import { INDEX_WORDS, indexFlow } from './index-pages.js';
import { partFlows } from './part.js';
import type { Pictures } from './picture.js';

/** Words that the tool sets and no manuscript holds; the fonts must have them too. */
export const FURNITURE = `续表供稿目录索引见参见${INDEX_WORDS}`;

/** The flows that the manuscripts make: the 卷首, then the 类目 of the body. */
export function manuscriptFlows(volume: Volume, pictures: Pictures): Flow[] {
  const material = { pictures, measures: measuresOf(volume.settings) };
  return volume.children.flatMap((part) => partFlows(part, material));
}

/** The 索引, or nothing where no part is indexed. */
export function indexOf(groups: LocatedGroup[]): Flow | undefined {
  return groups.length > 0 ? indexFlow(groups) : undefined;
}

/** The 目录 of the body and the index. */
export function contentsOf(volume: Volume, index: Flow | undefined, folio: (id: string) => string): Flow {
  return contentsFlow([...contentsLines(volume), ...indexLines(index)], folio);
}

/** Bookmarks: the 卷首 and the 目录 too, which the contents do not list. */
export function bookmarkLines(volume: Volume, contents: Flow | undefined, index: Flow | undefined): ContentsLine[] {
  const front = volume.children
    .filter((part) => part.role === 'front')
    .flatMap((part) => part.children)
    .flatMap(frontLines);
  const own: ContentsLine[] = contents ? [{ id: 'contents', level: 1, title: contents.title }] : [];
  return [...front, ...own, ...contentsLines(volume), ...indexLines(index)];
}

function frontLines(manuscript: Manuscript): ContentsLine[] {
  const title = manuscript.title?.value ?? manuscript.category.value;
  const plates = manuscript.children.filter((child) => child.type === 'plates');
  return [
    { id: manuscript.id, level: 1, title },
    ...plates.map(({ id, title: words }): ContentsLine => ({ id, level: 2, title: phrasingText(words) })),
  ];
}

function indexLines(index: Flow | undefined): ContentsLine[] {
  return index ? [{ id: 'index', level: 1, title: index.title }] : [];
}
