/** 目录: 类目, 分目 and 条目 with leaders and folios. */
import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { Run } from '../../tree/tree-text.js';
import { type Flow, ownRun } from '../flow.js';
import { renderOpener } from '../opener.js';

/** A line of the contents; level 1 is a 类目, 2 a 分目 or the title of an article, 3 a 条目. */
export interface ContentsLine {
  id: string;
  level: 1 | 2 | 3;
  title: string;
  /** 彩页 and their sections stand at the head of the 目录, more modestly than the 类目. */
  plates?: true;
}

/** The contents as a flow; `folio` gives the printed folio of an id. */
export function contentsFlow(lines: ContentsLine[], folio: (id: string) => string): Flow {
  const runs: Run[] = [ownRun('目录')];
  const rendered = lines.map((line, i) => {
    const page = folio(line.id);
    runs.push(ownRun(line.title), ownRun(page));
    return renderLine(line, page, (lines[i + 1]?.level ?? 0) > line.level);
  });
  const tree = h('section', { className: ['part', 'contents'], lang: 'zh-CN' }, [
    renderOpener({ id: 'contents', title: '目录' }),
    h('div', { className: ['columns'] }, rendered),
  ]);
  return {
    id: 'contents',
    title: '目录',
    pageStyle: 'contents',
    numbering: 'roman',
    start: '单页',
    html: toHtml(tree),
    runs,
  };
}

/** @param heads whether lines of a lower level stand under it */
function renderLine(line: ContentsLine, page: string, heads: boolean): Element {
  const className = ['line', `level-${line.level}`, ...(line.plates ? ['of-plates'] : []), ...(heads ? ['heads'] : [])];
  return h('p', { className }, [
    h('span', { className: ['words'] }, [
      h('a', { href: `#${line.id}` }, line.title),
      h('span', { className: ['leader'] }),
    ]),
    h('span', { className: ['folio'] }, page),
  ]);
}
