/**
 * The terms that the manuscripts give: titles of entries, index marks, and where book.yaml wants them captions of
 * tables (表题) and photos (图题). A 类目 of 索引.不收 keeps its titles and captions out; a mark always counts,
 * because someone has set it on purpose.
 */
import type { Entry, Figure, IndexMark, Table, Volume } from '../tree/nodes.js';
import { phrasingText } from '../tree/tree-text.js';
import { visit } from '../tree/visit.js';
import { type Card, card, occurrenceOf, type Reference, type Spot } from './cards.js';
import { tidyTerm } from './words.js';

/** The cards of the subject index, in the order of the book. */
export function termCards(volume: Volume): Card[] {
  const { tables, figures } = volume.settings.index;
  const cards: Card[] = [];
  for (const part of volume.children)
    for (const manuscript of part.children)
      visit(manuscript, (node, parents) => {
        const spot: Spot = { part, manuscript, parents };
        if (node.type === 'mark' && !node.person) cards.push(markCard(node, spot));
        if (!part.indexed) return;
        if (node.type === 'entry') cards.push(...entryCard(node, spot));
        else if (node.type === 'table' && tables) cards.push(...tableCard(node, spot));
        else if (node.type === 'figure' && figures) cards.push(...figureCard(node, spot));
      });
  return cards;
}

/** Nothing for an entry without a title: that is an error of the manuscript. */
function entryCard(entry: Entry, spot: Spot): Card[] {
  const words = phrasingText(entry.title);
  const term = tidyTerm(words);
  return term === '' ? [] : [card([term], entryOccurrence(entry, spot))];
}

/** An entry from its title to its last printed text. */
export function entryOccurrence(entry: Entry, spot: Spot) {
  const occurrence = occurrenceOf('entry', spot, {
    id: entry.id,
    words: phrasingText(entry.title),
    from: entry.title,
    to: [...entry.title, ...entry.children],
    fallback: entry.position.start,
  });
  return { ...occurrence, entry: phrasingText(entry.title) };
}

/** The card of a mark, whether of a term or of a person. */
export function markCard(mark: IndexMark, spot: Spot): Card {
  const occurrence = occurrenceOf('mark', spot, {
    id: mark.id,
    words: phrasingText(mark.children),
    from: mark.children,
    fallback: mark.position.start,
  });
  const { line, column } = mark.position.start;
  const at = { file: spot.manuscript.file, line, column };
  const path = [mark.term, ...(mark.subterm === undefined ? [] : [mark.subterm])].map(tidyTerm);
  const from = path.join('/');
  const references: Reference[] = [
    ...(mark.see === undefined ? [] : [{ kind: '见' as const, from, target: mark.see, at }]),
    ...(mark.seeAlso === undefined ? [] : [{ kind: '参见' as const, from, target: mark.seeAlso, at }]),
  ];
  return card(path, occurrence, references, mark.see === undefined);
}

/** 表3, 表2-1, 附表十二, with what parts the number from the title. */
const TABLE_NUMBER =
  /^(?:续|附)?表\s*(?:\d+(?:[-–—.·]\d+)*|[一二三四五六七八九十]+)(?:[\s\u3000:：、．.]+|(?=[\p{Script=Han}《“]))/u;
const FIGURE_NUMBER =
  /^(?:附)?[图照](?:片)?\s*(?:\d+(?:[-–—.·]\d+)*|[一二三四五六七八九十]+)(?:[\s\u3000:：、．.]+|(?=[\p{Script=Han}《“]))/u;
/** （新华社记者　摄）, and the stop of a caption that is a sentence. */
const CREDIT = /[（(][^（）()]*(?:摄|供图|提供)[)）]\s*$|[。．.]\s*$/u;

function tableCard(table: Table, spot: Spot): Card[] {
  if (!table.caption) return [];
  const words = phrasingText(table.caption.children);
  const term = tidyTerm(words.trim().replace(TABLE_NUMBER, ''));
  if (term === '') return [];
  const { children, position } = table.caption;
  const passage = { id: table.id, words, from: children, to: [table], fallback: position.start };
  return [card([term], occurrenceOf('table', spot, passage))];
}

function figureCard(figure: Figure, spot: Spot): Card[] {
  const words = phrasingText(figure.caption);
  const term = tidyTerm(words.trim().replace(FIGURE_NUMBER, '').replace(CREDIT, '').replace(CREDIT, ''));
  if (term === '') return [];
  const passage = { id: figure.id, words, from: figure.caption, fallback: figure.position.start };
  return [card([term], occurrenceOf('figure', spot, passage))];
}
