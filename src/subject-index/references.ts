/**
 * 见 and 参见: from marks and from 索引.yaml to headings that are printed.
 *
 * A target is a heading (河湖长制) or a sub-heading (蔬菜/大棚, 蔬菜—大棚). It is named by the words that result from
 * the rules; a mark, which knows nothing of them, may name it by the words that manuscripts give. A reference that
 * would send the reader nowhere, round in a circle or back to itself is an error.
 */
import type { IndexRule } from '../tree/index-rules.js';
import type { Message } from '../tree/message.js';
import { INDEX_RULES_FILE } from '../volume/index-rules-file.js';
import { nearest } from '../volume/suggest.js';
import type { CardBox } from './card-box.js';
import type { Card, Reference } from './cards.js';
import { type DraftHeading, type DraftHeadings, findPath, headingAt, leadsToPages } from './headings.js';
import { addressOf, type PlaceBook } from './places.js';
import { followed, type Results, targetsOf } from './reference-targets.js';
import { inQuotes, printPath, resultPath, splitPath, termKey } from './words.js';

export interface ReferenceSources {
  rules: readonly IndexRule[];
  /** The cards as the rules have left them. */
  cards: readonly Card[];
  /** The same by the words that result. */
  box: CardBox;
  places: PlaceBook;
}

/** Resolves every reference: fills `see` and `seeAlso` of the headings, drops what leads nowhere, and says so. */
export function resolveReferences(headings: DraftHeadings, sources: ReferenceSources): Message[] {
  const messages = askRules(headings, sources);
  const follow = followed(sources.cards);
  const links = new Map<DraftHeading, Link[]>();
  walk(headings, [], (heading, path) => {
    const own = linksOf(heading, path, { headings, follow, places: sources.places, messages });
    if (own.length > 0) links.set(heading, own);
  });
  const circles = circlesOf(links);
  for (const [heading, own] of links) settle(heading, own, links, circles, messages);
  prune(headings);
  return messages;
}

/** A reference whose target stands in the index. */
interface Link {
  reference: Reference;
  target: DraftHeading;
  printed: string;
}

/** Puts the references of 索引.yaml to their headings. 见 may begin at a word that is no heading yet. */
function askRules(headings: DraftHeadings, { rules, box }: ReferenceSources): Message[] {
  const messages: Message[] = [];
  for (const rule of rules) {
    if (rule.verb !== '见' && rule.verb !== '参见') continue;
    const { text } = rule.subject;
    const known = findPath(headings, [text])?.at(-1) ?? findPath(headings, splitPath(text))?.at(-1);
    const from = known ?? (rule.verb === '见' ? headingAt(headings, resultPath(text), true) : undefined);
    if (!from) messages.push(box.unmatched(rule, rule.subject));
    for (const { text: target, position } of rule.objects) {
      const { line, column } = position.start;
      from?.asked.push({ kind: rule.verb, from: text, target, at: { file: INDEX_RULES_FILE, line, column } });
    }
  }
  return messages;
}

interface Desk {
  headings: DraftHeadings;
  follow: Results;
  places: PlaceBook;
  messages: Message[];
}

function linksOf(heading: DraftHeading, path: readonly string[], desk: Desk): Link[] {
  return heading.asked.flatMap((reference) => {
    const targets = targetsOf(reference.target, desk.headings, desk.follow);
    if (!targets) {
      desk.messages.push(blind(heading, reference, desk));
      return [];
    }
    return targets.flatMap((chain): Link[] => {
      const target = chain.at(-1);
      if (!target) return [];
      if (target !== heading) return [{ reference, target, printed: printPath(chain.map(({ term }) => term)) }];
      // Two terms of which one referred to the other may have been merged: then there is nothing left to say.
      const merged = reference.at.file !== INDEX_RULES_FILE && termKey(reference.target) !== termKey(reference.from);
      if (!merged)
        desk.messages.push(
          about(reference, 'index-reference-self', `${inQuotes(printPath(path))}${reference.kind}它自己`, '删去这一条'),
        );
      return [];
    });
  });
}

function blind(heading: DraftHeading, reference: Reference, { headings, places }: Desk): Message {
  const { kind, target } = reference;
  const reason = `${inQuotes(heading.term)}${kind}${inQuotes(target)}，索引里没有${inQuotes(target)}这个词`;
  const guess = nearest(
    target,
    [...headings.values()].filter(leadsToPages).map(({ term }) => term),
  );
  const [place] = places.find(target);
  const add = `“增加”下面写一行 ${target}: ${place ? addressOf(place) : '类目/条目'}`;
  const remedy = place
    ? `书里有这个标题，但没有收进索引；要收，在${INDEX_RULES_FILE}的${add}`
    : `${guess ? `是不是${inQuotes(guess)}？` : ''}写成索引里已有的词；要加这个词，在${INDEX_RULES_FILE}的${add}`;
  return about(reference, 'index-reference-blind', reason, remedy);
}

/** The references that go round: 甲见乙, 乙见丙, 丙见甲. Only headings without pages send a reader on. */
function circlesOf(links: ReadonlyMap<DraftHeading, Link[]>): Set<Link> {
  const circles = new Set<Link>();
  const next = (heading: DraftHeading): Link[] => (leadsToPages(heading) ? [] : (links.get(heading) ?? []));
  const returns = (from: DraftHeading, to: DraftHeading, seen: Set<DraftHeading>): boolean =>
    next(from).some(({ target }) => target === to || (!seen.has(target) && returns(target, to, seen.add(target))));
  for (const heading of links.keys())
    for (const link of next(heading)) if (returns(link.target, heading, new Set([link.target]))) circles.add(link);
  return circles;
}

function settle(
  heading: DraftHeading,
  own: readonly Link[],
  links: ReadonlyMap<DraftHeading, Link[]>,
  circles: ReadonlySet<Link>,
  messages: Message[],
): void {
  const located = leadsToPages(heading);
  const taken = new Map<DraftHeading, Reference>();
  for (const link of own) {
    const { reference, target, printed } = link;
    const { kind } = reference;
    const before = taken.get(target);
    if (circles.has(link)) {
      const reason = `${inQuotes(heading.term)}${kind}${inQuotes(printed)}，${inQuotes(printed)}又指回来，绕成一圈，读者查不到页码`;
      messages.push(about(reference, 'index-reference-circular', reason, '留下有页码的一个词，其余的都见它'));
      continue;
    }
    if (!leadsToPages(target)) {
      const further = (links.get(target) ?? []).map((each) => each.printed).join('、');
      const reason = `${inQuotes(heading.term)}${kind}${inQuotes(printed)}，${inQuotes(printed)}自己没有页码`;
      const remedy = further ? `直接写${kind}${inQuotes(further)}` : '指向有页码的词';
      messages.push(about(reference, 'index-reference-chain', reason, remedy));
      continue;
    }
    if (before) {
      // Marks may say the same wherever the term stands; a line of the file is written once.
      if (reference.at.file === INDEX_RULES_FILE || before.kind !== kind)
        messages.push(double(heading, reference, before, printed));
      continue;
    }
    taken.set(target, reference);
    if (kind === '见' && located) messages.push(locatedSee(heading, reference, printed));
    (kind === '见' && !located ? heading.see : heading.seeAlso).push(printed);
  }
}

function double(heading: DraftHeading, reference: Reference, { at, kind }: Reference, printed: string): Message {
  const where = at.file === reference.at.file ? `第${at.line}行` : `${at.file}第${at.line}行`;
  const reason = `${inQuotes(heading.term)}${reference.kind}${inQuotes(printed)}写重了，${where}已经写过${kind}`;
  return { ...about(reference, 'index-reference-double', reason, '删去一处'), severity: 'warning' };
}

function locatedSee(heading: DraftHeading, reference: Reference, printed: string): Message {
  const reason = `${inQuotes(heading.term)}自己有页码，不能只写见${inQuotes(printed)}，印成“参见”`;
  const remedy = `改写成参见；要让它只见${inQuotes(printed)}，在${INDEX_RULES_FILE}里用“合并”或“删除”去掉它的页码`;
  return { ...about(reference, 'index-reference-located', reason, remedy), severity: 'warning' };
}

function about({ at: { file, line, column } }: Reference, rule: string, reason: string, remedy: string): Message {
  return { severity: 'error', rule, file, line, column, reason, remedy };
}

function walk(
  headings: DraftHeadings,
  above: readonly string[],
  enter: (heading: DraftHeading, path: string[]) => void,
): void {
  for (const heading of headings.values()) {
    const path = [...above, heading.term];
    enter(heading, path);
    walk(heading.subheadings, path, enter);
  }
}

/** A heading that leads nowhere at all is not printed. */
function prune(headings: DraftHeadings): void {
  for (const [key, heading] of headings) {
    prune(heading.subheadings);
    const { occurrences, see, seeAlso, subheadings } = heading;
    if (occurrences.length + see.length + seeAlso.length + subheadings.size === 0) headings.delete(key);
  }
}
