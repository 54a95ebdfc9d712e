/** 分列 and 下级: terms become sub-headings. Both name terms as the other rules have left them. */
import type { IndexRule, IndexSplit } from '../tree/index-rules.js';
import type { Placed } from '../tree/index-sources.js';
import type { Message } from '../tree/message.js';
import { openCardBox, ruleMessage } from './card-box.js';
import type { Card, RuledCards } from './cards.js';
import type { Occurrence } from './model.js';
import type { PlaceBook } from './places.js';
import { inQuotes, resultPath, termKey, tidyTerm } from './words.js';

export function arrangeSubheadings(cards: readonly Card[], rules: readonly IndexRule[], places: PlaceBook): RuledCards {
  const spread = spreadTerms(cards, rules, places);
  const moved = moveUnder(spread.cards, rules, places);
  return { cards: moved.cards, messages: [...spread.messages, ...moved.messages] };
}

/** 分列: each place of a term under the title of its 分目. What has a sub-heading already keeps it. */
function spreadTerms(cards: readonly Card[], rules: readonly IndexRule[], places: PlaceBook): RuledCards {
  const box = openCardBox(cards, 'path', places);
  const messages: Message[] = [];
  const spread = new Map<Card, Card>();
  for (const rule of rules) {
    if (rule.verb !== '分列') continue;
    const found = box.find(rule.subject.text);
    if (!found) messages.push(box.unmatched(rule, rule.subject));
    for (const card of found?.cards ?? []) {
      if (card.path.length !== found?.depth || !card.located) continue;
      const label = labelOf(card.occurrence, rule.objects[0]?.text as IndexSplit);
      spread.set(card, { ...card, path: [...card.path, tidyTerm(label)] });
    }
  }
  return { cards: cards.map((card) => spread.get(card) ?? card), messages };
}

function labelOf({ category, subcategory, entry }: Occurrence, by: IndexSplit): string {
  if (by === '类目') return category;
  return (by === '条目' ? entry : undefined) ?? subcategory ?? category;
}

/** A heading that a term goes under. */
interface Above {
  heading: string[];
  wording?: string;
  at: Placed;
}

/** 下级: terms under a heading, which may be under another itself. A term under two headings stands under both. */
function moveUnder(cards: readonly Card[], rules: readonly IndexRule[], places: PlaceBook): RuledCards {
  const box = openCardBox(cards, 'path', places);
  const messages: Message[] = [];
  const above = new Map<string, Above[]>();
  // A heading that only these lines make may go under another as well.
  const made = new Set(rules.flatMap(({ verb, subject }) => (verb === '下级' ? [termKey(subject.text)] : [])));
  const alone = new Map<Card, { above: Above; depth: number }[]>();
  for (const rule of rules) {
    if (rule.verb !== '下级') continue;
    for (const member of rule.objects) {
      const { wording } = member;
      const next: Above = {
        heading: resultPath(rule.subject.text),
        at: member,
        ...(wording !== undefined && { wording }),
      };
      const found = box.find(member.text);
      if (!found && !made.has(termKey(member.text))) messages.push(box.unmatched(rule, member));
      else if (!found || found.form === 'term') {
        if (leadsTo(next.heading[0] ?? '', member.text, above)) messages.push(circle(next, rule.subject.text));
        else add(above, termKey(member.text), next);
      } else for (const card of found.cards) add(alone, card, { above: next, depth: found.depth });
    }
  }
  const climb = (path: string[]): string[][] => {
    const [first = '', ...rest] = path;
    const headings = above.get(termKey(first));
    return headings
      ? headings.flatMap(({ heading, wording }) => climb([...heading, wording ?? first, ...rest]))
      : [path];
  };
  const moved = cards.flatMap((card) => {
    const own = alone
      .get(card)
      ?.map(({ above: { heading, wording }, depth }) => [
        ...heading,
        wording ?? card.path[depth - 1] ?? '',
        ...card.path.slice(depth),
      ]);
    return (own ?? [card.path]).flatMap(climb).map((path) => (path === card.path ? card : { ...card, path }));
  });
  return { cards: moved, messages };
}

/** Whether a heading stands, by the rules so far, under a term or is the term itself. */
function leadsTo(heading: string, term: string, above: ReadonlyMap<string, Above[]>): boolean {
  if (termKey(heading) === termKey(term)) return true;
  return (above.get(termKey(heading)) ?? []).some((next) => leadsTo(next.heading[0] ?? '', term, above));
}

function circle({ at }: Above, heading: string): Message {
  const reason =
    termKey(heading) === termKey(at.text)
      ? `${inQuotes(heading)}成了它自己的下级`
      : `${inQuotes(at.text)}和${inQuotes(heading)}互为下级，绕成一圈`;
  return ruleMessage('index-rule-circular', at.position, reason, '删去其中一行');
}

function add<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}
