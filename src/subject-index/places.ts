/** The places of a volume to which 索引.yaml may lead a term (增加): entries, titled manuscripts, 分目, whole files. */
import type { Field, Manuscript, Node, Part, Phrasing, Volume } from '../tree/nodes.js';
import { phrasingText, treeRuns } from '../tree/tree-text.js';
import { visit } from '../tree/visit.js';
import { chosen, isAt, type Location, readAddress } from './address.js';
import { manuscriptAnchor, occurrenceOf, type Spot } from './cards.js';
import type { Occurrence } from './model.js';
import { entryOccurrence } from './terms.js';
import { termKey } from './words.js';

export interface Place extends Location {
  /** The nearer to an entry, the likelier it is meant. */
  rank: number;
  title: string;
  occurrence(): Occurrence;
}

export interface PlaceBook {
  /** The places that an address may mean: several where it is not clear. */
  find(words: string): Place[];
  /** The titles of all places. */
  titles(): string[];
}

/**
 * All places of a volume; excluded 类目 too, because the compiler names them on purpose. Looked for only when the first
 * is asked for: most volumes ask for none.
 */
export function placesOf(volume: Volume): PlaceBook {
  let known: Known | undefined;
  const all = (): Known => {
    known ??= knownPlaces(volume);
    return known;
  };
  const find = (words: string): Place[] => {
    const { byTitle, byFile } = all();
    const file = byFile.get(words) ?? byFile.get(`${words}.md`);
    if (file) return [file];
    for (const address of readAddress(words)) {
      const found = chosen(
        address,
        nearestRank((byTitle.get(termKey(address.name)) ?? []).filter((place) => isAt(address, place))),
      );
      if (found.length > 0) return found;
    }
    return [];
  };
  const titles = (): string[] => [...all().byTitle.values()].flatMap(([place]) => place?.title ?? []);
  return { find, titles };
}

interface Known {
  byTitle: Map<string, Place[]>;
  byFile: Map<string, Place>;
}

function knownPlaces(volume: Volume): Known {
  const byTitle = new Map<string, Place[]>();
  const byFile = new Map<string, Place>();
  for (const part of volume.children) {
    for (const place of placesIn(part)) {
      const known = byTitle.get(termKey(place.title));
      if (known) known.push(place);
      else byTitle.set(termKey(place.title), [place]);
    }
    for (const manuscript of part.children) byFile.set(manuscript.file, filePlace(manuscript, part));
  }
  return { byTitle, byFile };
}

/** The address that leads to this place and, but for equal titles in one 分目, to no other. */
export function addressOf({ titles, title }: Pick<Place, 'titles' | 'title'>): string {
  return [...titles, title].join('/');
}

function nearestRank(places: Place[]): Place[] {
  const rank = Math.min(...places.map((place) => place.rank));
  return places.filter((place) => place.rank === rank);
}

const RANKS: Partial<Record<Node['type'], number>> = {
  entry: 0,
  subcategory: 2,
  section: 3,
  system: 2,
  unit: 2,
  month: 3,
  plates: 2,
};

function placesIn(part: Part): Place[] {
  const places: Place[] = [];
  for (const manuscript of part.children) {
    const { file, title, subcategory, opensSubcategory } = manuscript;
    const head = [part.title, ...(subcategory ? [subcategory.value] : [])];
    const spot: Spot = { part, manuscript, parents: [manuscript] };
    if (opensSubcategory && subcategory) {
      const occurrence = () => headOccurrence(spot, `${manuscript.id}-subcategory`, subcategory);
      places.push({ file, titles: [part.title], title: subcategory.value, rank: 2, occurrence });
    }
    if (title)
      places.push({ file, titles: head, title: title.value, rank: 1, occurrence: () => wholeManuscript(spot) });
    visit(manuscript, (node, parents) => {
      const rank = RANKS[node.type];
      if (rank === undefined || !isHeaded(node)) return;
      const own: Spot = { part, manuscript, parents: [...parents] };
      places.push({
        file,
        titles: [part.title, ...titlesAbove(manuscript, parents)],
        title: phrasingText(node.title),
        rank,
        occurrence: () => nodeOccurrence(node, own),
      });
    });
  }
  const [first] = part.children;
  if (first && part.role === 'body') {
    const occurrence = () => headOccurrence({ part, manuscript: first, parents: [] }, part.id, first.category);
    places.push({ file: first.file, titles: [], title: part.title, rank: 4, occurrence });
  }
  return places;
}

type Headed = Extract<Node, { id: string; title: Phrasing[] }>;

function isHeaded(node: Node): node is Headed {
  return 'title' in node && Array.isArray(node.title);
}

function titlesAbove(manuscript: Manuscript, parents: readonly Node[]): string[] {
  // `##` opens a 分目 of its own beside that of the front matter.
  const own = parents.some((node) => node.type === 'subcategory') ? undefined : manuscript.subcategory;
  return [
    ...(own ? [own.value] : []),
    ...(manuscript.title ? [manuscript.title.value] : []),
    ...parents.filter(isHeaded).map((node) => phrasingText(node.title)),
  ];
}

function nodeOccurrence(node: Headed, spot: Spot): Occurrence {
  if (node.type === 'entry') return { ...entryOccurrence(node, spot), kind: 'rule' };
  const { id, title, position } = node;
  return occurrenceOf('rule', spot, {
    id,
    words: phrasingText(title),
    from: title,
    to: [node],
    fallback: position.start,
  });
}

/** The head of a 分目 or a 类目: it may go on through several manuscripts, so the term leads to where it begins. */
function headOccurrence(spot: Spot, id: string, { value, position }: Field): Occurrence {
  return occurrenceOf('rule', spot, { id, words: value, from: [], fallback: position.start });
}

function filePlace(manuscript: Manuscript, part: Part): Place {
  const spot: Spot = { part, manuscript, parents: [manuscript] };
  const occurrence = () => wholeManuscript(spot);
  return { file: manuscript.file, titles: [part.title], title: manuscript.file, rank: 0, occurrence };
}

/** A manuscript from its first printed text to its last. */
function wholeManuscript(spot: Spot): Occurrence {
  const { manuscript, part } = spot;
  const runs = treeRuns(manuscript).filter(({ text }) => text.trim() !== '');
  const first = runs[0] ?? { text: '', ...manuscript.position.start };
  const last = runs.at(-1) ?? first;
  return {
    ...occurrenceOf('rule', spot, {
      id: manuscriptAnchor(manuscript, part),
      words: first.text,
      from: [],
      fallback: first,
    }),
    end: { line: last.line, column: last.column },
  };
}
