/**
 * The contact sheet (照片联系表): one page of HTML with every photo of a book, how large and how finely it is printed,
 * where, and what it lacks. It is one file that needs no other and no network, can be sorted, and can be printed.
 */
import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { PhotoHead } from '../photos/photo-head.js';
import { type Quality, qualityOf, widestMm } from '../photos/quality.js';
import type { PhotoUse } from '../photos/resolution.js';
import { SHEET_SCRIPT, SHEET_STYLE } from './contact-sheet-look.js';

export interface ContactSheet {
  /** 金川区年鉴（2022） */
  title: string;
  /** 印刷.最低分辨率 */
  leastPpi: number;
  photos: ContactPhoto[];
  unused: UnusedPhoto[];
}

/** A photo at one place of the book. */
export interface ContactPhoto {
  /** Relative to the volume folder. */
  file: string;
  head: PhotoHead;
  /** A JPEG. */
  thumbnail: Uint8Array;
  caption: string;
  /** 摄影 or 供图; absent where nobody is named. */
  credit?: string;
  use: PhotoUse;
  /** As printed on the page; absent where the page has none. */
  folio?: string;
  /** `01-卷首/04-彩页.md:21` */
  place: string;
}

/** A photo that no manuscript uses. */
export interface UnusedPhoto {
  file: string;
  /** Absent where the file is no picture that could be printed. */
  head?: PhotoHead;
  thumbnail?: Uint8Array;
}

/** The whole file. */
export function contactSheet({ title, leastPpi, photos, unused }: ContactSheet): string {
  const heading = `${title}　照片联系表`;
  const body = [
    h('h1', heading),
    h('p', { className: ['summary'] }, summaryOf(photos, unused, leastPpi)),
    photos.length > 0
      ? table(
          COLUMNS,
          photos.map((photo, i) => photoRow(photo, i, leastPpi)),
        )
      : undefined,
    unused.length > 0 ? h('h2', `未用的照片（${unused.length} 张）`) : undefined,
    unused.length > 0 ? h('p', '这些照片放在卷的文件夹里，没有一篇稿件用到。') : undefined,
    unused.length > 0 ? table(UNUSED_COLUMNS, unused.map(unusedRow)) : undefined,
    h('script', SHEET_SCRIPT),
  ];
  const page = h('html', { lang: 'zh-CN' }, [
    h('head', [
      h('meta', { charSet: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width' }),
      h('title', heading),
      h('style', SHEET_STYLE),
    ]),
    h('body', body),
  ]);
  return `<!doctype html>\n${toHtml(page)}\n`;
}

function summaryOf(photos: ContactPhoto[], unused: UnusedPhoto[], leastPpi: number): string {
  const count = (wanted: Quality): number => photos.filter(({ use }) => qualityOf(use.ppi, leastPpi) === wanted).length;
  const parts = [`共 ${photos.length} 处照片`];
  const [low, veryLow] = [count('low'), count('very-low')];
  if (veryLow > 0) parts.push(`${veryLow} 处不到 ${leastPpi} ppi（红），不能付印`);
  if (low > 0) parts.push(`${low} 处不到 300 ppi（黄），不够清晰`);
  if (veryLow + low === 0 && photos.length > 0) parts.push('分辨率都够');
  if (unused.length > 0) parts.push(`另有 ${unused.length} 张没有用到`);
  return `${parts.join('；')}。点表头可以排序。`;
}

const COLUMNS = ['序', '小样', '文件', '说明', '供图', '像素', '颜色', '印出大小', '分辨率', '页码', '稿件'];
const UNUSED_COLUMNS = ['序', '小样', '文件', '像素', '颜色', '最宽可印'];

function table(columns: string[], rows: Element[]): Element {
  const headings = columns.map((name) =>
    h('th', { scope: 'col' }, name === '小样' ? name : h('button', { type: 'button' }, name)),
  );
  return h('table', [h('thead', h('tr', headings)), h('tbody', rows)]);
}

function photoRow(photo: ContactPhoto, index: number, leastPpi: number): Element {
  const { file, head, use, caption, credit, folio, place } = photo;
  const quality = qualityOf(use.ppi, leastPpi);
  return h('tr', quality === 'good' ? {} : { className: [quality] }, [
    cell(String(index + 1), index),
    picture(photo.thumbnail, file),
    cell(file),
    cell(caption),
    cell(credit ?? ''),
    pixels(head),
    cell(colourOf(head)),
    cell(`${Math.round(use.widthMm)} × ${Math.round(use.heightMm)} 毫米${shownAs(use)}`, use.widthMm * use.heightMm),
    h('td', { className: ['ppi'], dataSort: String(Math.round(use.ppi)) }, [
      h('b', `${Math.floor(use.ppi)}`),
      ' ppi',
      quality === 'good' ? undefined : h('small', `最宽排 ${Math.floor(widestMm(use))} 毫米`),
    ]),
    cell(folio ?? ''),
    cell(place),
  ]);
}

function unusedRow({ file, head, thumbnail }: UnusedPhoto, index: number): Element {
  const widest = head && Math.floor((head.width / 300) * 25.4);
  return h('tr', [
    cell(String(index + 1), index),
    thumbnail ? picture(thumbnail, file) : h('td'),
    cell(file),
    head ? pixels(head) : h('td'),
    cell(head ? colourOf(head) : '不是可以付印的照片'),
    widest === undefined ? h('td') : cell(`${widest} 毫米`, widest),
  ]);
}

/** What is sorted by a number is one short figure, which is not broken. */
function cell(text: string, sort?: number): Element {
  return h('td', sort === undefined ? {} : { className: ['figure'], dataSort: String(sort) }, text);
}

function pixels({ width, height }: PhotoHead): Element {
  return cell(`${width} × ${height}`, width * height);
}

function picture(jpeg: Uint8Array, file: string): Element {
  const src = `data:image/jpeg;base64,${Buffer.from(jpeg).toString('base64')}`;
  const image: ElementContent = h('img', { src, alt: file, loading: 'lazy' });
  return h('td', { className: ['thumbnail'] }, image);
}

function shownAs({ treatment }: PhotoUse): string {
  return `${treatment.crop ? '，裁切' : ''}${treatment.turn ? `，转 ${treatment.turn} 度` : ''}`;
}

const COLOURS = { srgb: 'sRGB', wide: '广色域', grey: '灰度', cmyk: 'CMYK', other: '其他色彩' } as const;

/** 广色域（Display P3），16 位 */
function colourOf({ colour, profile, bits, hasAlpha, turned }: PhotoHead): string {
  const named = profile === undefined || colour === 'srgb' ? '' : `（${profile}）`;
  // What the press does with it: see press/photos.
  const missing = colour === 'cmyk' && profile === undefined ? '（没有特性文件，付印时照印刷机的油墨数值用）' : '';
  const more = [bits > 8 ? `${bits} 位` : '', hasAlpha ? '有透明' : '', turned ? '已转正' : ''];
  return [`${COLOURS[colour]}${named}${missing}`, ...more.filter((each) => each !== '')].join('，');
}
