/**
 * The rules of 索引.yaml on the cards, in a fixed order whatever the order of the file:
 *
 *     1  删除 改名 拆分 合并   by the words that the manuscripts give; a line with an address goes before one without
 *     2  增加
 *     3  分列 下级             by the words that result
 *     4  见 参见               by the words that result: references.ts
 */
import type { IndexRule } from '../tree/index-rules.js';
import type { Placed } from '../tree/index-sources.js';
import type { Message } from '../tree/message.js';
import { nearest } from '../volume/suggest.js';
import { openCardBox, ruleMessage, type Selection } from './card-box.js';
import type { Card, RuledCards } from './cards.js';
import { addressOf, type PlaceBook } from './places.js';
import { arrangeSubheadings } from './subheadings.js';
import { inQuotes, pathKey, resultPath, splitPath, termKey } from './words.js';

/** Applies the rules, all but 见 and 参见. */
export function applyRules(given: readonly Card[], rules: readonly IndexRule[], places: PlaceBook): RuledCards {
  const terms = changeTerms(given, rules, places);
  const added = addTerms(rules, places);
  const all = [...terms.cards, ...added.cards];
  const arranged = arrangeSubheadings(all, rules, places);
  return { cards: arranged.cards, messages: [...terms.messages, ...added.messages, ...arranged.messages] };
}

/** What a line makes of the cards that it selects. */
interface Decision {
  rule: IndexRule;
  /** The word of the line that selects: 合并 has several. */
  by: Placed;
  selection: Selection;
  /** The paths that take the place of the words; none where they are dropped. */
  paths: string[][];
}

function changeTerms(given: readonly Card[], rules: readonly IndexRule[], places: PlaceBook): RuledCards {
  const box = openCardBox(given, 'given', places);
  const messages: Message[] = [];
  const decisions: Decision[] = [];
  for (const rule of rules)
    for (const { by, paths } of decide(rule)) {
      const selection = box.find(by.text);
      if (selection) decisions.push({ rule, by, selection, paths });
      else messages.push(box.unmatched(rule, by));
    }
  if (decisions.length === 0) return { cards: [...given], messages };
  messages.push(...chains(decisions));
  const byCard = new Map<Card, Decision[]>();
  for (const decision of decisions)
    for (const card of decision.selection.cards) byCard.set(card, [...(byCard.get(card) ?? []), decision]);
  const conflicts = new Set<Decision>();
  const cards = given.flatMap((card) => {
    const [first, ...others] = strongest(byCard.get(card) ?? []);
    if (!first) return [card];
    for (const other of others)
      if (differ(first, other) && !conflicts.has(other)) {
        conflicts.add(other);
        messages.push(conflict(first, other));
      }
    const rest = card.given.slice(first.selection.depth);
    return first.paths.map((path) => ({ ...card, path: [...path, ...rest], ruled: true }));
  });
  return { cards, messages };
}

function decide({ verb, subject, objects }: IndexRule): Pick<Decision, 'by' | 'paths'>[] {
  switch (verb) {
    case '删除':
      return [{ by: subject, paths: [] }];
    case '改名':
    case '拆分':
      return [{ by: subject, paths: objects.map(({ text }) => resultPath(text)) }];
    case '合并':
      return objects.map((by) => ({ by, paths: [resultPath(subject.text)] }));
    default:
      return [];
  }
}

/** 农业/概况 says more than 概况. */
function strongest(decisions: readonly Decision[]): Decision[] {
  const placed = decisions.filter(({ selection }) => selection.form === 'place');
  const narrow = placed.length > 0 ? placed : decisions.filter(({ selection }) => selection.form === 'subheading');
  return narrow.length > 0 ? narrow : [...decisions];
}

function differ(a: Decision, b: Decision): boolean {
  const outcome = ({ paths }: Decision): string => paths.map(pathKey).sort().join('\n');
  return outcome(a) !== outcome(b);
}

function conflict(first: Decision, other: Decision): Message {
  const { line } = first.by.position.start;
  const same = first.rule.verb === other.rule.verb ? `又写了一次` : `又写在“${other.rule.verb}”里`;
  const reason = `${inQuotes(other.by.text)}在第${line}行已经${deed(first)}，这里${same}，互相矛盾`;
  return ruleMessage(
    'index-rule-conflict',
    other.by.position,
    reason,
    '只留一行；只改其中一处，前面写上类目和分目，例如“农业/概况”',
  );
}

function deed({ rule, paths }: Decision): string {
  const words = paths.map((path) => path.join('/')).join('、');
  return rule.verb === '删除' ? '删除' : `${rule.verb}成“${words}”`;
}

/** Rules name what manuscripts give: one that names what another rule makes is not applied to that, so it is an error. */
function chains(decisions: readonly Decision[]): Message[] {
  const changed = new Map<string, Decision>();
  for (const decision of decisions)
    if (decision.selection.form === 'term') changed.set(termKey(decision.by.text), decision);
  return decisions.flatMap((decision) =>
    decision.paths.flatMap(([head = '']) => {
      const next = changed.get(termKey(head));
      if (
        !next ||
        next.rule === decision.rule ||
        next.paths.some(([kept]) => kept !== undefined && termKey(kept) === termKey(head))
      )
        return [];
      const { line } = next.by.position.start;
      const reason = `${inQuotes(decision.by.text)}${deed(decision)}，而${inQuotes(head)}在第${line}行又${deed(next)}，互相矛盾`;
      return [ruleMessage('index-rule-conflict', decision.by.position, reason, '直接写最后要用的词')];
    }),
  );
}

function addTerms(rules: readonly IndexRule[], places: PlaceBook): RuledCards {
  const messages: Message[] = [];
  const cards = rules
    .filter(({ verb }) => verb === '增加')
    .flatMap(({ subject, objects }) =>
      objects.flatMap((object): Card[] => {
        const found = places.find(object.text);
        const [place, second] = found;
        if (!place) {
          messages.push(noPlace(object, places));
          return [];
        }
        if (second) {
          const list = [...new Set(found.map(addressOf))];
          const remedy =
            list.length > 1 ? `写成其中一个：${list.slice(0, 4).join('、')}` : `写上是第几个，例如“${list[0]}/第2个”`;
          const reason = `${inQuotes(object.text)}有${found.length}处，不知道指哪一处`;
          messages.push(ruleMessage('index-rule-ambiguous', object.position, reason, remedy));
          return [];
        }
        const occurrence = place.occurrence();
        return [{ path: resultPath(subject.text), given: [], occurrence, located: true, references: [], ruled: true }];
      }),
    );
  return { cards, messages };
}

function noPlace({ text, position }: Placed, places: PlaceBook): Message {
  const name = splitPath(text).at(-1) ?? text;
  const near = places.find(name).length > 0 ? name : nearest(name, places.titles());
  const known = near === undefined ? [] : places.find(near);
  const guess = known.slice(0, 3).map(addressOf).join('”或“');
  const remedy = `${guess ? `是不是“${guess}”？` : ''}写成条目的标题，或者“类目/条目”“类目/分目/条目”，或者稿件的文件名`;
  return ruleMessage('index-rule-place', position, `书里没有${inQuotes(text)}这个地方`, remedy);
}
