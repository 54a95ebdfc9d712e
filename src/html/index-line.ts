/**
 * The lines of an index: a heading with its locators, 见 and 参见, and its sub-headings below. What they print goes into
 * `runs` as it is written. The page composes each line, and spreads its leader to the edge of the column
 * (`src/paginate/in-page/led-lines.ts`).
 *
 *     供水管网改造工程 ······· 57，103—105      河湖长制　见　河长制
 *       参见　节水型社会建设                    蔬菜 ····················· 61
 *       二次供水 ················ 58              大棚 ··················· 62
 */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { LocatedHeading, Locator } from '../subject-index/model.js';
import type { Run } from '../tree/tree-text.js';
import { ownRun } from './flow.js';
import { padName } from './names.js';
import { keptWords } from './sense.js';

export interface IndexLineStyle {
  /** A leader of dots, or a space. */
  dotted: boolean;
  /** Headings are names of persons. */
  persons: boolean;
}

/** Between words and locators, and between 见 and its words. */
const SPACE = '\u3000';

/** A heading, its references and sub-headings, each a line. */
export function renderHeading(heading: LocatedHeading, style: IndexLineStyle, runs: Run[], level = 1): Element[] {
  const print = (text: string): string => {
    runs.push(ownRun(text));
    return text;
  };
  const { term, locators, see, seeAlso, subheadings } = heading;
  const words = wordsOf(print(level === 1 && style.persons ? padPerson(term) : term));
  const led = style.dotted && locators.length > 0;
  const onlyRefers = locators.length === 0 && see.length > 0;
  const leads = subheadings.length > 0 || seeAlso.length > 0;
  const first = h('p', { className: ['line', led ? 'led' : 'run-on', `level-${level}`, ...(leads ? ['leads'] : [])] }, [
    h('span', { className: ['words'] }, words),
    ...renderLocators(locators, led, print),
    ...(onlyRefers ? [SPACE, ...renderReference('见', see, print)] : []),
  ]);
  const references = [
    ...(see.length > 0 && !onlyRefers ? [renderReference('见', see, print)] : []),
    ...(seeAlso.length > 0 ? [renderReference('参见', seeAlso, print)] : []),
  ];
  return [
    first,
    ...references.map((reference) =>
      h('p', { className: ['line', 'run-on', 'refers', `level-${level + 1}`] }, reference),
    ),
    ...subheadings.flatMap((each) => renderHeading(each, style, runs, level + 1)),
  ];
}

/** The first locator keeps to the words before it; each is one word, and its comma ends the line. */
function renderLocators(locators: readonly Locator[], led: boolean, print: (text: string) => string): ElementContent[] {
  const [first, ...others] = locators;
  if (!first) return [];
  return [
    h('span', { dataKeep: '' }, [
      led ? h('span', { className: ['leader'] }, SPACE) : SPACE,
      renderLocator(first, print),
    ]),
    ...others.flatMap((each): ElementContent[] => [{ type: 'text', value: print('，') }, renderLocator(each, print)]),
  ];
}

function renderLocator({ id, text }: Locator, print: (text: string) => string): Element {
  const attributes = { className: ['locator'], dataKeep: '' };
  return id === undefined ? h('span', attributes, print(text)) : h('a', { ...attributes, href: `#${id}` }, print(text));
}

function renderReference(word: '见' | '参见', terms: string[], print: (text: string) => string): ElementContent[] {
  return [
    h('span', { dataKeep: '' }, [h('span', { className: ['see'] }, print(word)), SPACE]),
    ...[...new Set(terms)].flatMap((term, i): ElementContent[] => [
      ...(i > 0 ? [{ type: 'text' as const, value: print('；') }] : []),
      ...wordsOf(print(term)),
    ]),
  ];
}

/** Words turned over by sense, never the second half of a word alone. */
function wordsOf(term: string): ElementContent[] {
  return keptWords(term);
}

/** 李　强, 李　强（教师） */
function padPerson(term: string): string {
  const [, name = term, rest = ''] = /^([^（(]*)(.*)$/u.exec(term) ?? [];
  return `${padName(name)}${rest}`;
}
