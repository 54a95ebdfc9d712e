/** 文章 and 文件: address, sections, clauses and paragraphs under the title of the manuscript, and who signs them. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Block, Manuscript, ManuscriptContent, Paragraph, Section } from '../tree/nodes.js';
import { phrasingText } from '../tree/tree-text.js';
import { renderBlocks } from './blocks.js';
import { withByline } from './byline.js';
import { renderHeading } from './heading.js';
import type { Material } from './material.js';
import { renderPhrasing } from './phrasing.js';
import { salutationOf } from './salutation.js';
import { signatureOf } from './signature.js';

/** What every part of an article must know of the whole. */
interface Setting {
  material: Material;
  /** Paragraphs with a class of their own. */
  special: Map<Block, string>;
  /** Whether paragraphs may begin with a heading: in an article, not in a document, whose items read the same. */
  runsIn: boolean;
  /** Classes of the headings `##` and `###`. */
  levels: Record<Section['depth'], string[]>;
}

export function renderArticle(manuscript: Manuscript, material: Material): Element[] {
  const { children } = manuscript;
  const special = new Map<Block, string>();
  for (const paragraph of signatureOf(children)) special.set(paragraph, 'signature');
  const salutation = salutationOf(children);
  if (salutation) special.set(salutation, 'salutation');
  const setting = { material, special, runsIn: manuscript.genre === '文章', levels: levelsOf(children) };
  return withByline(
    children.flatMap((child) => renderContent(child, setting)),
    manuscript,
  );
}

function renderContent(node: ManuscriptContent, setting: Setting): Element[] {
  if (node.type === 'section') return [renderSection(node, setting)];
  const block = node as Block;
  const className = setting.special.get(block);
  if (className) return [h('p', { className: [className] }, renderPhrasing((block as Paragraph).children))];
  const runIn = block.type === 'paragraph' ? renderRunInHeading(block, setting) : undefined;
  return runIn ? [runIn] : renderBlocks([block], setting.material);
}

/** `（一）筑牢生态屏障。全年……`: a numbered sentence at the head of a longer paragraph. */
const RUN_IN = /^[（(][一二三四五六七八九十]+[）)][^。；：！？]{2,30}。(?=.)/u;

function renderRunInHeading({ children }: Paragraph, { runsIn }: Setting): Element | undefined {
  const [first, ...rest] = children;
  const heading = runsIn && first?.type === 'text' ? RUN_IN.exec(first.value)?.[0] : undefined;
  if (first?.type !== 'text' || heading === undefined) return undefined;
  return h('p', [
    h('span', { className: ['run-in-heading'] }, heading),
    { type: 'text', value: first.value.slice(heading.length) },
    ...renderPhrasing(rest),
  ]);
}

function renderSection(section: Section, setting: Setting): Element {
  const className = setting.levels[section.depth];
  return h('section', { className: ['section'] }, [
    h(section.depth === 2 ? 'h4' : 'h5', { id: section.id, className }, renderHeading(section.title)),
    ...section.children.flatMap((child) => renderContent(child, setting)),
  ]);
}

/** What the number of a heading says of its level. */
const NUMBERED: readonly (readonly [RegExp, string])[] = [
  [/^第[一二三四五六七八九十百\d]+[编章]/u, 'level-chapter'],
  [/^第[一二三四五六七八九十百\d]+节/u, 'level-division'],
  [/^[一二三四五六七八九十]+、/u, 'level-one'],
  [/^[（(][一二三四五六七八九十]+[）)]/u, 'level-two'],
  [/^\d+[.．、]/u, 'level-three'],
];

/**
 * How the headings of an article are set: by their numbers (一、 in 黑, （一） in 楷), whatever their depth in the
 * manuscript. Those without a number part the article, or stand where their depth says. The topmost have space above.
 */
function levelsOf(children: ManuscriptContent[]): Setting['levels'] {
  const outer = children.filter((child) => child.type === 'section');
  const inner = outer.flatMap((section) => section.children.filter((child) => child.type === 'section'));
  const second = outer.filter(({ depth }) => depth === 2);
  const third = [...outer.filter(({ depth }) => depth === 3), ...inner];
  const above = levelOf(second, 'level-part');
  const below = levelOf(third, above === 'level-one' ? 'level-two' : 'level-one');
  return { 2: [above, 'topmost'], 3: second.length > 0 ? [below] : [below, 'topmost'] };
}

function levelOf(sections: Section[], unnumbered: string): string {
  const titles = sections.map(({ title }) => phrasingText(title).trim());
  return NUMBERED.find(([number]) => titles.some((title) => number.test(title)))?.[1] ?? unnumbered;
}
