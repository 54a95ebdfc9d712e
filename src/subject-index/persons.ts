/**
 * The persons that the manuscripts name: holders of posts in rosters, tables with a column of names (awards), and
 * marks `:索引[李强]{人名}`. 索引.不收 is about subjects and does not matter here; the 卷首 names those who made the
 * book, not those of whom it tells, so only marks count there.
 */
import type { Break, Cell, Holder, Phrasing, Table, Text, Volume } from '../tree/nodes.js';
import { select, visit } from '../tree/visit.js';
import { type Card, card, occurrenceOf, type Spot } from './cards.js';
import { nameCells } from './name-columns.js';
import { namesIn } from './person-names.js';
import { markCard } from './terms.js';
import { tidyTerm } from './words.js';

/** The cards of the index of persons, in the order of the book. */
export function personCards(volume: Volume): Card[] {
  const cards: Card[] = [];
  for (const part of volume.children)
    for (const manuscript of part.children)
      visit(manuscript, (node, parents) => {
        const spot: Spot = { part, manuscript, parents };
        if (node.type === 'mark' && node.person) cards.push(personMark(markCard(node, spot)));
        if (part.role === 'front') return;
        if (node.type === 'post' && !NO_PERSONS.test(node.title.value))
          cards.push(...node.holders.flatMap((holder) => holderCards(holder, spot)));
        else if (node.type === 'table') cards.push(...tableCards(node, spot));
      });
  return cards;
}

/** The first mark of a person: where no index of persons is printed, it has no use. */
export function firstPersonMark(volume: Volume): Card | undefined {
  for (const part of volume.children)
    for (const manuscript of part.children) {
      const mark = select(manuscript, 'mark').find(({ person }) => person);
      if (mark) return markCard(mark, { part, manuscript, parents: [manuscript] });
    }
  return undefined;
}

/** Lines of a roster that name no one. */
const NO_PERSONS = /(?:地址|驻地|电话|传真|邮编|邮箱|网址|单位|机构|人数|编制|面积)$/u;

/** A name is filed without the space that pads it. */
function personMark(given: Card): Card {
  const path = given.path.map((name) =>
    /^\p{Script=Han}\s+\p{Script=Han}$/u.test(name) ? name.replace(/\s/gu, '') : tidyTerm(name),
  );
  return { ...given, path, given: path };
}

function holderCards({ name }: Holder, spot: Spot): Card[] {
  return namesIn(name.value).map((found) =>
    card(
      [found.name],
      occurrenceOf('roster', spot, { words: name.value, from: [name], fallback: name.position.start }),
    ),
  );
}

function tableCards(table: Table, spot: Spot): Card[] {
  return nameCells(table).flatMap((cell) => cellCards(table, cell, spot));
}

/** A name stands where the text begins that holds it. */
function cellCards(table: Table, cell: Cell, spot: Spot): Card[] {
  const leaves = leavesOf(cell.children);
  const text = leaves.map((leaf) => (leaf.type === 'text' ? leaf.value : '\n')).join('');
  return namesIn(text).map(({ name, at }) => {
    const leaf = leafAt(leaves, at);
    const passage = { id: table.id, words: leaf.value, from: [leaf], fallback: cell.position.start };
    return card([name], occurrenceOf('award', spot, passage));
  });
}

function leavesOf(nodes: readonly Phrasing[]): (Text | Break)[] {
  return nodes.flatMap((node): (Text | Break)[] => ('children' in node ? leavesOf(node.children) : [node]));
}

function leafAt(leaves: readonly (Text | Break)[], at: number): Text {
  let end = 0;
  for (const leaf of leaves) {
    end += leaf.type === 'text' ? leaf.value.length : 1;
    if (leaf.type === 'text' && at < end) return leaf;
  }
  throw new Error('a name outside the text that holds it');
}
