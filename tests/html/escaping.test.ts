import { describe, expect, it } from 'vitest';
import { houseLayout } from '../../src/design/house-layout.js';
import { measuresOf } from '../../src/design/measures.js';
import { contentsFlow } from '../../src/html/front/contents.js';
import { titlePages } from '../../src/html/front/title-page.js';
import { indexFlows } from '../../src/html/index-pages.js';
import type { Heading } from '../../src/subject-index/model.js';
import { INDEX_DEFAULTS } from '../../src/tree/index-settings.js';
import type { VolumeSettings } from '../../src/tree/nodes.js';
import { manuscript } from '../manuscript/sample.js';
import { all, manuscriptText, one, parse } from './elements.js';
import { flowsOf, set } from './set.js';

describe('text that looks like HTML', () => {
  it('is printed as typed and never becomes an element', async () => {
    const page = await set(
      manuscript(
        '【\\<script>】关于修订<测试县办法>的通知，5<6，R&D，&lt;b&gt;、"甲"\'乙\'。\n\n| \\<b>甲 | 乙&丙 |\n| --- | --- |\n| 1<2 | "3" |\n',
      ),
    );
    expect(manuscriptText(page)).toContain('关于修订<测试县办法>的通知，5<6，R&D，<b>、"甲"\'乙\'。');
    expect(manuscriptText(one(page, 'h3'))).toBe('<script>');
    expect([...all(page, 'script'), ...all(page, 'b')]).toEqual([]);
    expect(all(page, 'th').map(manuscriptText)).toEqual(['<b>甲', '乙&丙', '1<2']);
  });

  it('is printed as typed in titles, captions and fields', async () => {
    const article = await set(
      manuscript('## <一>\n\n![<“图”>"&](photos/01.jpg)\n', '体裁: 文章', `标题: '<u>&"题"'`, '作者: <a>', '供稿: <s>'),
    );
    expect(manuscriptText(one(article, 'h2'))).toBe('<u>&"题"');
    expect(manuscriptText(one(article, 'h4'))).toBe('<一>');
    expect(one(article, 'img').attributes.alt).toBe('<“图”>"&');
    expect(['u', 'a', 's'].flatMap((name) => all(article, name))).toEqual([]);
  });

  it('is printed as typed in rosters', async () => {
    const roster = await set(manuscript('- <代>局长：李强（&amp;）\n', '体裁: 名录'));
    expect(manuscriptText(one(roster, '.post'))).toBe('<代>局长：李强（&）');
  });

  it('is printed as typed where it is the title of a part, and in its running head', async () => {
    const [flow] = await flowsOf('---\n类目: 甲&"乙"\n---\n\n丙。\n');
    const head = one(parse(flow?.html ?? ''), 'h1');
    expect(head.attributes['data-title']).toBe('甲&"乙"');
    expect(head.children).toEqual(['甲&"乙"']);
  });

  it('is printed as typed in contents, index and title page', () => {
    const term = '<甲>&"乙"';
    const contents = contentsFlow([{ id: 'p01', level: 1, title: term }], () => '1');
    const from = { sheet: 0, folio: '1', column: 0 };
    const heading: Heading = {
      term,
      reading: { syllables: [], basis: 'none', risk: 0 },
      occurrences: [],
      see: [term],
      seeAlso: [],
      subheadings: [],
    };
    const [index] = indexFlows(
      { subjects: [{ letter: 'J', headings: [heading] }], persons: [] },
      () => ({ from, to: from }),
      INDEX_DEFAULTS,
      measuresOf({ trim: '16开', layout: houseLayout('16开') }),
    );
    const indexed: VolumeSettings['index'] = INDEX_DEFAULTS;
    const imprint = { statement: term, publisher: term };
    const title = titlePages(
      {
        title: term,
        number: '2022',
        trim: '16开',
        layout: houseLayout('16开'),
        start: '另页',
        index: indexed,
        imprint,
      },
      100,
    );
    for (const flow of [contents, index, title]) expect(manuscriptText(parse(flow?.html ?? ''))).toContain(term);
  });
});
