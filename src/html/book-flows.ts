/** The flows of a book in their order, and what its contents list. */
import { measuresOf } from '../design/measures.js';
import type { CompiledIndex } from '../subject-index/compile.js';
import type { Passage } from '../subject-index/locate.js';
import type { Occurrence } from '../subject-index/model.js';
import type { Figure, Manuscript, Volume, VolumeSettings } from '../tree/nodes.js';
import { phrasingText } from '../tree/tree-text.js';
import { select } from '../tree/visit.js';
import { figureNumbers } from './figure-numbers.js';
import type { Flow } from './flow.js';
import { type ContentsLine, contentsFlow } from './front/contents.js';
import { contentsLines, plateLines } from './front/contents-lines.js';
import { INDEX_FURNITURE } from './index-letters.js';
import { indexFlows, indexWords } from './index-pages.js';
import type { Rendered } from './material.js';
import { partFlows } from './part.js';
import type { Pictures } from './picture.js';

/** Words that the tool sets and no manuscript holds; the fonts must have them too. */
export const FURNITURE = `续表供稿目录摄影彩页、（）：图-0123456789${INDEX_FURNITURE}`;

/**
 * The flows that the manuscripts make: the 卷首, then the 类目 of the body.
 *
 * @param rendered gives HTML that an earlier run has made; without it all is made
 */
export function manuscriptFlows(volume: Volume, pictures: Pictures, rendered: Rendered = (_, make) => make()): Flow[] {
  const numbers = figureNumbers(volume, volume.settings.layout.figureNumbers ?? '否');
  const figureNumber = ({ id }: Figure): string | undefined => numbers.get(id);
  const numbered: Rendered = (node, make) =>
    rendered(
      node,
      make,
      select(node, 'figure')
        .map((figure) => figureNumber(figure) ?? '')
        .join(' '),
    );
  const material = { pictures, measures: measuresOf(volume.settings), figureNumber, rendered: numbered };
  return volume.children.flatMap((part) => partFlows(part, material));
}

/** The 索引 and the 人名索引, those that have headings; `find` gives the place of a passage on the pages. */
export function indexesOf(
  compiled: CompiledIndex,
  find: (occurrence: Occurrence) => Passage,
  settings: VolumeSettings,
): Flow[] {
  return indexFlows(compiled, find, settings.index, measuresOf(settings));
}

/** What the tool and the compiler's rules print that no manuscript holds: the fonts must have it too. */
export function furnitureOf(compiled: Pick<CompiledIndex, 'subjects' | 'persons'>, settings: VolumeSettings): string {
  return `${FURNITURE}${indexWords(compiled, settings.index, measuresOf(settings))}`;
}

/** The 目录 of the 彩页, the body and the indexes. */
export function contentsOf(volume: Volume, indexes: Flow[], folio: (id: string) => string): Flow {
  return contentsFlow([...plateLines(volume), ...contentsLines(volume), ...indexes.map(indexLine)], folio);
}

/** Bookmarks: all of the 卷首 and the 目录 too, which the contents do not list. */
export function bookmarkLines(volume: Volume, contents: Flow | undefined, indexes: Flow[]): ContentsLine[] {
  const front = volume.children
    .filter((part) => part.role === 'front')
    .flatMap((part) => part.children)
    .flatMap(frontLines);
  const own: ContentsLine[] = contents ? [{ id: 'contents', level: 1, title: contents.title }] : [];
  return [...front, ...own, ...contentsLines(volume), ...indexes.map(indexLine)];
}

function frontLines(manuscript: Manuscript): ContentsLine[] {
  const title = manuscript.title?.value ?? manuscript.category.value;
  const plates = manuscript.children.filter((child) => child.type === 'plates');
  return [
    { id: manuscript.id, level: 1, title },
    ...plates.map(({ id, title: words }): ContentsLine => ({ id, level: 2, title: phrasingText(words) })),
  ];
}

function indexLine({ id, title }: Flow): ContentsLine {
  return { id, level: 1, title };
}
