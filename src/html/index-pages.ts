/** 索引: letter groups in columns, each heading with the folios it points to. */
import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { LocatedGroup, LocatedHeading } from '../subject-index/model.js';
import type { Run } from '../tree/tree-text.js';
import { type Flow, ownRun } from './flow.js';
import { renderOpener } from './opener.js';

/** The index as a flow of the body. */
export function indexFlow(groups: LocatedGroup[]): Flow {
  const runs: Run[] = [ownRun('索引'), ownRun(NOTE)];
  const print = (text: string): string => {
    runs.push(ownRun(text));
    return text;
  };
  const renderHeading = (heading: LocatedHeading, level: number): Element[] => {
    const term = print(heading.term);
    const tail: ElementContent[] = heading.locators.flatMap(({ text: page, id }, i): ElementContent[] => [
      ...(i > 0 ? [{ type: 'text' as const, value: print('，') }] : []),
      h('a', { href: `#${id}` }, print(page)),
    ]);
    if (heading.see.length > 0)
      tail.push(h('span', { className: ['see'] }, print(`见${unique(heading.see).join('；')}`)));
    if (heading.seeAlso.length > 0) {
      tail.push(h('span', { className: ['see'] }, print(`参见${unique(heading.seeAlso).join('；')}`)));
    }
    // One folio stands at the end of a leader; several, or a reference, follow the words and turn over with them.
    const led = tail.length === 1 && heading.see.length + heading.seeAlso.length === 0;
    return [
      h('p', { className: ['line', led ? 'led' : 'run-on', `level-${level}`] }, [
        h('span', { className: ['words'] }, led ? [term, h('span', { className: ['leader'] })] : [term]),
        ...(tail.length > 0 ? [led ? '' : '\u3000', h('span', { className: ['folio'] }, tail)] : []),
      ]),
      ...heading.subheadings.flatMap((sub) => renderHeading(sub, level + 1)),
    ];
  };
  const columns = groups.map((group) =>
    h('section', { className: ['letter'] }, [
      h('h2', { dataLetter: group.letter }, print(group.letter === '#' ? OTHERS : group.letter)),
      ...group.headings.flatMap((heading) => renderHeading(heading, 1)),
    ]),
  );
  const tree = h('section', { className: ['part', 'index'], lang: 'zh-CN' }, [
    renderOpener({ id: 'index', title: '索引' }),
    h('p', { className: ['note'] }, NOTE),
    h('div', { className: ['columns'] }, columns),
  ]);
  return {
    id: 'index',
    title: '索引',
    pageStyle: 'index',
    numbering: 'decimal',
    start: '另页',
    html: toHtml(tree),
    runs,
  };
}

/** The group before A. */
const OTHERS = '数字和字母';

const NOTE =
  '本索引以条目标题和正文中标引的词为标引词，按汉语拼音字母顺序排列；首字音同的按声调和次字排列。标引词后的数字为正文页码。';

/** The words of the index that come from no manuscript. */
export const INDEX_WORDS = `${NOTE}${OTHERS}`;

function unique(values: string[]): string[] {
  return [...new Set(values)];
}
