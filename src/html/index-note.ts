/**
 * 说明: the note below the title of an index, as GB/T 22466 asks for it: what is indexed, in which order it stands, and
 * what the locators and references mean. It says what the settings made, and nothing that does not occur.
 */
import type { LetterGroup } from '../subject-index/model.js';
import type { IndexSettings } from '../tree/index-settings.js';

/** What an index holds that its note must explain. */
interface Contents {
  subheadings: boolean;
  see: boolean;
  seeAlso: boolean;
  /** Terms from a source besides entries and marks. */
  tables: boolean;
  figures: boolean;
}

/** The paragraphs of the note of the 索引; `columns` is the number of columns of the body. */
export function subjectNote(groups: readonly LetterGroup[], settings: IndexSettings, columns: number): string[] {
  const contents = contentsOf(groups);
  return numbered([
    scopeNote(settings, contents),
    orderNote(settings),
    locatorNote(settings, columns),
    headingsNote(contents),
  ]);
}

/** The paragraphs of the note of the 人名索引. */
export function personNote(groups: readonly LetterGroup[], settings: IndexSettings, columns: number): string[] {
  const contents = contentsOf(groups);
  return numbered([
    '本索引收录本卷名录、表彰名单中的人名和正文中标引的人名。',
    '人名按姓名的汉语拼音字母顺序排列，同音的按声调、笔画排列。',
    locatorNote(settings, columns, '人名'),
    headingsNote(contents, '人名'),
  ]);
}

function scopeNote({ excluded }: IndexSettings, { tables, figures }: Contents): string {
  const sources = ['条目标题', ...(tables ? ['表格标题'] : []), ...(figures ? ['图片说明'] : [])];
  const scope = `本索引以本卷${sources.join('、')}和正文中标引的词语为标引词。`;
  return excluded.length > 0 ? `${scope}${excluded.join('、')}的内容未编入索引。` : scope;
}

function orderNote({ order }: IndexSettings): string {
  return order === '字字对照'
    ? '标引词按汉语拼音字母顺序排列，逐字对照：首字同音的按声调、笔画排列，首字相同的按第二字排列，依此类推。'
    : '标引词按全词的汉语拼音字母顺序排列，拼音相同的按声调、笔画排列。';
}

function locatorNote({ locator, span }: IndexSettings, columns: number, word = '标引词'): string {
  const letters = [...'abc'].slice(0, columns);
  const numbers =
    locator === '页栏' && columns > 1
      ? `${word}后的数字为页码，页码后的字母${letters.join('、')}表示该页自左至右的第${ORDINALS.slice(0, columns).join('、')}栏，没有字母的为通栏或不分栏。`
      : `${word}后的数字为页码。`;
  if (span === '起讫') return `${numbers}用一字线连接的两个页码，为内容的起讫页码。`;
  return span === '起页' ? `${numbers}内容跨页的，只标起始页码。` : `${numbers}内容跨页的，逐页标出页码。`;
}

const ORDINALS = ['一', '二', '三'];

function headingsNote({ subheadings, see, seeAlso }: Contents, word = '标引词'): string {
  const references = [
    ...(see ? [`“见”后为本索引采用的${word}`] : []),
    ...(seeAlso ? [`“参见”后为内容相关的${word}`] : []),
  ];
  const sentences = [...(subheadings ? [`${word}下缩格排的为其下级${word}`] : []), references.join('，')];
  return sentences
    .filter((sentence) => sentence !== '')
    .map((sentence) => `${sentence}。`)
    .join('');
}

/** A note of several paragraphs is numbered: 一、 */
function numbered(paragraphs: string[]): string[] {
  return paragraphs.filter((each) => each !== '').map((each, at) => `${'一二三四'[at]}、${each}`);
}

function contentsOf(groups: readonly LetterGroup[]): Contents {
  const headings = groups.flatMap((group) => group.headings).flatMap((each) => [each, ...each.subheadings]);
  const has = (kind: string): boolean =>
    headings.some(({ occurrences }) => occurrences.some((occurrence) => occurrence.kind === kind));
  return {
    subheadings: headings.some((each) => each.subheadings.length > 0),
    see: headings.some((each) => each.see.length > 0),
    seeAlso: headings.some((each) => each.seeAlso.length > 0),
    tables: has('table'),
    figures: has('figure'),
  };
}
