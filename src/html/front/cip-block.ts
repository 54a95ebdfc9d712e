/**
 * 图书在版编目（CIP）数据 in the order and with the marks of GB/T 12451—2001: heading, description, headings for the
 * catalogue, note. The book of a county carries what the 国家版本馆 has granted and nothing else.
 */
import type { VolumeSettings } from '../../tree/nodes.js';
import { plainTitle } from './title-lines.js';

/** The four parts of the block, each in its lines; nothing where no number was granted. */
export function cipBlock(settings: VolumeSettings): string[][] {
  const { imprint } = settings;
  if (!imprint?.cip) return [];
  const { isbn, cip } = imprint;
  return [
    ['图书在版编目（CIP）数据'],
    [description(settings), ...(isbn ? [`ISBN\u00A0${isbn}`] : [])],
    [catalogueHeadings(settings)],
    [cip],
  ].filter((lines) => lines.length > 0 && lines[0] !== '');
}

/** `金川区年鉴. 2022／某某编. —北京：某某出版社，2022.12` */
function description({ title, number, compiler, imprint = {} }: VolumeSettings): string {
  const { responsibility, place, publisher, edition } = imprint;
  const author = responsibility ?? (compiler && `${compiler}编`);
  const house = [place, publisher].filter(Boolean).join('：');
  const issued = [house, monthOf(edition)].filter(Boolean).join('，');
  return `${plainTitle(title)}. ${number}${author ? `／${author}` : ''}${issued ? `. —${issued}` : ''}`;
}

/** `Ⅰ.①金… Ⅱ.①金… Ⅲ.①金川区－2022－年鉴 Ⅳ.①Z524.24`: title, author, subject and class, by their first characters. */
function catalogueHeadings({ title, compiler, imprint = {} }: VolumeSettings): string {
  const { responsibility, subject, classification } = imprint;
  const author = compiler ?? responsibility;
  return [`${[...title][0]}…`, author && `${[...author][0]}…`, subject, classification]
    .filter((heading) => heading !== undefined)
    .map((heading, i) => `${'ⅠⅡⅢⅣ'[i]}.①${heading}`)
    .join('\u3000');
}

/** 2022年12月第1版 → 2022.12 */
function monthOf(edition: string | undefined): string | undefined {
  const match = /^(\d{4})年(\d{1,2})月/u.exec(edition ?? '');
  return match ? `${match[1]}.${Number(match[2])}` : undefined;
}
