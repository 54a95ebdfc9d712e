/**
 * What `nianjian where` says:
 *
 *     04-农业/02-水利.md:7:23
 *     　　文字　各乡镇组织农户抢抓农时，机械化作业水平继续
 *     　　位置　农业 / 水利 / 农村供水
 *     　　行址　57a12，PDF 第85页
 *     　　出自　农业一校，2022-09-01 10:20
 */
import type { SourcePlace } from '../proof/model.js';
import type { BookName } from '../proof/where/address-book.js';
import type { LineAnswer, PlacedWords } from '../proof/where/from-address.js';
import type { SpanAnswer } from '../proof/where/from-source.js';
import type { WhereAnswer } from '../proof/where/where-is.js';

type Found = Extract<WhereAnswer, { kind: 'line' | 'spans' }>;

/** The answer for the terminal: what was asked for on the first line, all else below it. */
export function formatWhere(answer: Found): string {
  const blocks =
    answer.kind === 'line'
      ? answer.answers.map(formatLine)
      : answer.answers.map((each) => formatSpans(answer.file, each));
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** The whole answer, for programs. */
export function whereJson(question: string, answer: WhereAnswer): string {
  return `${JSON.stringify({ question, ...answer }, undefined, 2)}\n`;
}

function formatLine({ places, path, address, sheet, book }: LineAnswer): string[] {
  const [first] = places.filter(({ source }) => source);
  const heads = [...new Set(places.flatMap(({ source }) => (source ? [placeText(source)] : [])))];
  return [
    first ? heads.join('　') : '（这一行是排版时加上的，稿件里没有）',
    row('文字', places.map(({ text }) => text).join('　')),
    ...(path.length > 0 ? [row('位置', path.join(' / '))] : []),
    row('行址', `${address}，PDF 第${sheet}页`),
    ...formatBook(book),
    ...[...new Set(places.flatMap(driftText))].map((text) => row('注意', text)),
  ];
}

function formatSpans(file: string, { spans, text, line, lineThen, book }: SpanAnswer): string[] {
  const pages = [...new Map(spans.map(({ folio, sheet }) => [sheet, `${folio}页（PDF 第${sheet}页）`])).values()];
  return [
    spans.map(({ from, to }) => (from === to ? from : `${from}—${to}`)).join('、'),
    row('稿件', `${file}:${line}`),
    row('首行', text),
    row('页码', pages.join('、')),
    ...formatBook(book),
    ...(lineThen === undefined
      ? []
      : [row('注意', `稿件在这以后改过${lineThen === line ? '' : `，那时这些文字在第${lineThen}行`}；行址是改以前的`)]),
  ];
}

function formatBook({ kind, title, made, provisional }: BookName): string[] {
  return [
    row('出自', `${kind === 'book' ? '上次排的书' : title}，${made.slice(0, 16)}`),
    ...(provisional === undefined ? [] : [row('注意', `页码还会变：${provisional}`)]),
  ];
}

function driftText({ source, drift }: PlacedWords): string[] {
  if (!source || !drift || drift.state === 'same') return [];
  if (drift.state === 'gone') return [`稿件“${source.file}”已经不在了，这些文字在别的稿件里也找不到`];
  if (!drift.now) return ['稿件在这以后改过，这些文字找不到了，或者不止一处'];
  const { file, line, column } = drift.now;
  if (file === source.file && line === source.line && column === source.column)
    return ['稿件在这以后改过，但这些文字还在原处'];
  return [`稿件在这以后改过，这些文字现在在 ${placeText(drift.now)}`];
}

function placeText({ file, line, column }: SourcePlace): string {
  return `${file}:${line}:${column}`;
}

function row(name: string, text: string): string {
  return `　　${name}　${text}`;
}
