/** A 类目 as one flow: its opener, then its manuscripts. */
import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { Measures, PlateMeasures } from '../design/measures.js';
import type { Genre, Manuscript, Part } from '../tree/nodes.js';
import { isCommittee } from '../tree/tree-text.js';
import { contentOf, type Flow } from './flow.js';
import { renderCommittee } from './front/committee.js';
import { renderPlates } from './front/plates.js';
import { renderArticle } from './genre/article.js';
import { renderChronicle } from './genre/chronicle.js';
import { renderEntries } from './genre/entries.js';
import { dressHonours, isHonours } from './genre/honours.js';
import { dressKeyFigures, isKeyFigures } from './genre/key-figures.js';
import { renderRoster } from './genre/roster.js';
import type { Material } from './material.js';
import { renderOpener } from './opener.js';
import { bodyMeasure, frontMeasure } from './table/measure.js';
import { fitTables } from './table/table.js';
import { renderOpenedSubcategory, renderTitleLines } from './title-block.js';

const RENDERERS: Record<Exclude<Genre, '彩页'>, (manuscript: Manuscript, material: Material) => Element[]> = {
  条目: renderEntries,
  文章: renderArticle,
  大事记: renderChronicle,
  名录: renderRoster,
  文件: renderArticle,
};

/** The flows of a part: one for a 类目 of the body, one a manuscript for the 卷首. */
export function partFlows(part: Part, material: Material): Flow[] {
  if (part.role === 'front') return part.children.map((manuscript) => frontFlow(manuscript, material));
  const render = (): string => {
    const body = h('section', { className: ['part'], lang: 'zh-CN' }, [
      renderOpener(part),
      ...renderManuscripts(part.children, material),
    ]);
    fitTables(body, bodyMeasure(material.measures));
    return toHtml(body);
  };
  return [
    {
      id: part.id,
      title: part.title,
      pageStyle: 'body',
      numbering: 'decimal',
      start: part.start,
      tab: part.title,
      html: material.rendered(part, render),
      ...contentOf(part),
    },
  ];
}

function frontFlow(manuscript: Manuscript, material: Material): Flow {
  const plates = manuscript.genre === '彩页';
  const title = manuscript.title?.value ?? manuscript.category.value;
  const render = (): string => {
    const content = plates ? renderPlates(manuscript, material) : renderManuscripts([manuscript], material);
    const front = h('section', { className: ['part', plates ? 'plates' : 'front'], lang: 'zh-CN' }, content);
    fitTables(front, frontMeasure(material.measures));
    return toHtml(front);
  };
  return {
    id: manuscript.id,
    title,
    pageStyle: plates ? 'plates' : 'front',
    numbering: 'roman',
    start: '另页',
    html: material.rendered(manuscript, render),
    ...contentOf(manuscript),
  };
}

/** Plates among the text of a 类目 keep to its type area. */
function bodyPlates({ plate, area, margins }: Measures): PlateMeasures {
  return { ...plate, width: area.width, height: area.height, margins };
}

/** A manuscript with a title stands under it; manuscripts without one run on in the same columns. */
function renderManuscripts(manuscripts: Manuscript[], material: Material): Element[] {
  const blocks: Element[] = [];
  let columns: Element | undefined;
  for (const manuscript of manuscripts) {
    if (manuscript.genre === '彩页') {
      blocks.push(...renderPlates(manuscript, material, bodyPlates(material.measures)));
      columns = undefined;
      continue;
    }
    const subcategory = renderOpenedSubcategory(manuscript);
    const title = renderTitleLines(manuscript);
    const showpiece = showpieceOf(manuscript);
    const render = isCommittee(manuscript) ? renderCommittee : RENDERERS[manuscript.genre];
    const content = render(manuscript, material);
    // The 分目 over a title spans like the title; over plain entries it stands in the column like any other.
    if (title.length > 0) blocks.push(h('header', { className: ['title-block'] }, [...subcategory, ...title]));
    if (title.length > 0 || !columns) {
      columns = h('div', { className: ['columns'] });
      blocks.push(columns);
    }
    columns.children.push(
      h('div', { className: ['manuscript', GENRE_CLASS[manuscript.genre], showpiece?.className ?? []].flat() }, [
        ...(title.length > 0 ? [] : subcategory),
        ...(showpiece ? content.map(showpiece.dress) : content),
      ]),
    );
  }
  return blocks;
}

/** Pages of the 卷首 that are made to be looked at: their class, and what is done to their elements. */
function showpieceOf(manuscript: Manuscript): { className: string; dress: (element: Element) => Element } | undefined {
  if (manuscript.category.value !== '卷首') return undefined;
  if (isKeyFigures(manuscript)) return { className: 'key-figures', dress: dressKeyFigures };
  return isHonours(manuscript) ? { className: 'honours', dress: dressHonours } : undefined;
}

const GENRE_CLASS: Record<Genre, string> = {
  条目: 'entries',
  文章: 'article',
  大事记: 'chronicle',
  名录: 'roster',
  文件: 'document',
  彩页: 'plates',
};
