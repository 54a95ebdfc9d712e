/** The box of cards: which of them a rule means by its words. */

import type { IndexRule } from '../tree/index-rules.js';
import type { Placed } from '../tree/index-sources.js';
import type { Message } from '../tree/message.js';
import { INDEX_RULES_FILE } from '../volume/index-rules-file.js';
import { nearest } from '../volume/suggest.js';
import { chosen, isAt, type Location, readAddress } from './address.js';
import type { Card } from './cards.js';
import { addressOf, type PlaceBook } from './places.js';
import { inQuotes, pathKey, splitPath, termKey } from './words.js';

export interface Selection {
  cards: Card[];
  /** A whole term, one of its sub-headings, or the term at some places only. */
  form: 'term' | 'subheading' | 'place';
  /** How much of the path of each card the words name. */
  depth: number;
}

export interface CardBox {
  /** The cards that words mean: a term, heading/sub-heading, or 类目/分目/条目. */
  find(words: string): Selection | undefined;
  /** What to say of a line that meets no card. */
  unmatched(rule: IndexRule, words: Placed): Message;
}

/** Files cards by the words that manuscripts give, or by those that the rules have left. */
export function openCardBox(cards: readonly Card[], by: 'given' | 'path', places: PlaceBook): CardBox {
  let filed: Map<string, Card[]> | undefined;
  const byTerm = (): Map<string, Card[]> => {
    filed ??= fileCards(cards, by);
    return filed;
  };
  const named = (words: string): Card[] => byTerm().get(termKey(words)) ?? [];

  const find = (words: string): Selection | undefined => {
    const whole = named(words);
    if (whole.length > 0) return { cards: whole, form: 'term', depth: 1 };
    for (const address of readAddress(words)) {
      const found = chosen(
        address,
        named(address.name).filter((card) => isAt(address, locationOf(card))),
      );
      if (found.length > 0) return { cards: found, form: 'place', depth: 1 };
    }
    const path = splitPath(words);
    const key = pathKey(path);
    const under = named(path[0] ?? '').filter((card) => pathKey(card[by].slice(0, path.length)) === key);
    return under.length > 0 ? { cards: under, form: 'subheading', depth: path.length } : undefined;
  };

  const unmatched = (rule: IndexRule, { text, position }: Placed): Message => ({
    ...ruleMessage(
      'index-rule-unmatched',
      position,
      `“${rule.verb}”里的${inQuotes(text)}不是现有的标引词`,
      remedyFor(text),
    ),
    severity: 'warning',
  });
  const remedyFor = (words: string): string => {
    const changed = by === 'path' ? cards.find(({ given }) => termKey(given[0] ?? '') === termKey(words)) : undefined;
    if (changed) return `它已经改成${inQuotes(changed.path.join('/'))}，这里写改成的词`;
    const [place] = places.find(words);
    if (place) {
      const address = addressOf(place);
      return `书里有这个标题（${address}），但没有收进索引；要收，在“增加”下面写一行 ${place.title}: ${address}`;
    }
    const name = splitPath(words).at(-1) ?? words;
    const elsewhere = named(name);
    if (elsewhere.length > 0) {
      const list = [...new Set(elsewhere.map(addressOfCard))].slice(0, 3).join('”“');
      return `${inQuotes(name)}在别处：写成“${list}”，或者只写${inQuotes(name)}`;
    }
    const guess = nearest(
      name,
      [...byTerm().values()].map(([card]) => card?.[by][0] ?? ''),
    );
    return `${guess ? `是不是${inQuotes(guess)}？` : ''}改成现有的词；不再需要就删去这一行`;
  };
  return { find, unmatched };
}

function fileCards(cards: readonly Card[], by: 'given' | 'path'): Map<string, Card[]> {
  const byTerm = new Map<string, Card[]>();
  for (const card of cards) {
    const [term] = card[by];
    if (term === undefined) continue;
    const known = byTerm.get(termKey(term));
    if (known) known.push(card);
    else byTerm.set(termKey(term), [card]);
  }
  return byTerm;
}

/** An error at a word of 索引.yaml. */
export function ruleMessage(rule: string, { start }: Placed['position'], reason: string, remedy: string): Message {
  return { severity: 'error', rule, file: INDEX_RULES_FILE, line: start.line, column: start.column, reason, remedy };
}

/** An entry stands in its 分目; a mark in its entry as well. */
function locationOf({ occurrence }: Card): Location {
  const { kind, file, category, subcategory, entry } = occurrence;
  const titles = [category, subcategory, kind === 'entry' ? undefined : entry];
  return { file, titles: titles.filter((title) => title !== undefined) };
}

/** Without the entry where the term is its title. */
function addressOfCard(card: Card): string {
  const [term = ''] = card.path;
  const titles = locationOf(card).titles.filter((title) => termKey(title) !== termKey(term));
  return [...titles, term].join('/');
}
