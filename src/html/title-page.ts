/** 扉页 and 版权页: what book.yaml says of the volume. */
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { TRIM_SIZES } from '../design/trim-sizes.js';
import type { VolumeSettings } from '../tree/nodes.js';
import { type Flow, ownRun } from './flow.js';

/** The title page, and on its verso the imprint page. */
export function titlePages(settings: VolumeSettings): Flow {
  const trim = TRIM_SIZES[settings.trim];
  const { title, number, sponsor, compiler, recordedYear } = settings;
  const imprint = [
    ['书名', `${title}（${number}）`],
    ['记述年份', recordedYear],
    ['主办', sponsor],
    ['编纂', compiler],
    ['开本', `${settings.trim}（${trim.widthMm}毫米×${trim.heightMm}毫米）`],
  ].filter((line): line is [string, string] => line[1] !== undefined);
  const tree = h('section', { className: ['part', 'title-pages'], lang: 'zh-CN' }, [
    h('div', { className: ['title-page'] }, [
      h('p', { className: ['book-title'] }, title),
      h('p', { className: ['book-number'] }, number),
      sponsor && h('p', { className: ['sponsor'] }, `${sponsor}　主办`),
      compiler && h('p', { className: ['compiler'] }, `${compiler}　编纂`),
    ]),
    h('div', { className: ['imprint-page'] }, [
      h(
        'dl',
        imprint.flatMap(([name, value]) => [h('dt', name), h('dd', value)]),
      ),
    ]),
  ]);
  const text = [
    title,
    number,
    ...(sponsor ? [`${sponsor}主办`] : []),
    ...(compiler ? [`${compiler}编纂`] : []),
    ...imprint.flat(),
  ];
  return {
    id: 'title',
    title: '扉页',
    pageStyle: 'title',
    numbering: 'roman',
    start: '单页',
    html: toHtml(tree),
    runs: text.map(ownRun),
  };
}
