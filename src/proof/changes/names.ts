/** What a changed thing is called, and where it stands, in the proofreader's words. */
import type { Passage, PassageKind } from '../model.js';
import type { Section, Unit } from './sections.js';

const KINDS: Record<PassageKind, string> = {
  title: '小标题',
  heading: '小标题',
  paragraph: '段落',
  item: '列项',
  cell: '表格单元',
  caption: '图表说明',
  byline: '署名',
  other: '文字',
  picture: '图片说明',
};

export function passageName({ kind }: Passage): string {
  return KINDS[kind];
}

export function unitName(unit: Unit): string {
  return unit.type === 'table' ? '表格' : passageName(unit.passages[0] as Passage);
}

/** Headings of an article, a document, the chronicle: 一、, （一）, 第一章, 1月. */
const NUMBERED =
  /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|第[一二三四五六七八九十]+[章节部篇]|\d+月)/u;

/** 类目, 分目, 条目, 文章, or 章节 of what is not made of 条目. */
export function sectionName(section: Section): string {
  const { path, parent, children } = section;
  if (path.length === 1) return '类目';
  if (isChapter(section)) return '章节';
  if (path.length > 2) return '条目';
  if (children.length > 0) return isArticle(section) ? '文章' : '分目';
  if (isArticle(section)) return '文章';
  // A 类目 whose sections hold nothing but text has no 分目: they are its 条目.
  const holders = parent?.children.filter((sibling) => sibling.children.length > 0) ?? [];
  return holders.length === 0 ? '条目' : holders.every(isArticle) ? '文章' : '分目';
}

/** What its title is called: 条目标题; that of a 章节 is a 小标题. */
export function titleName(section: Section): string {
  const name = sectionName(section);
  return name === '章节' ? '小标题' : `${name}标题`;
}

/** Numbered, or inside of an article, or deeper than a 条目 may stand. */
function isChapter({ path, parent }: Section): boolean {
  if (NUMBERED.test(path.at(-1) ?? '') || path.length > 3) return true;
  return parent !== undefined && parent.path.length > 1 && isArticle(parent);
}

/** An article has a subtitle, an author, or numbered headings; a roster has posts below its headings. */
function isArticle({ children, units }: Section): boolean {
  const hasHeadings = units.some(({ type }) => type === 'heading');
  return (
    hasHeadings ||
    (children.length > 0 && children.every((child) => NUMBERED.test(child.path.at(-1) ?? '') || isRoster(child)))
  );
}

function isRoster({ units, children }: Section): boolean {
  return (
    units.length + children.length > 0 &&
    units.every(({ passages }) => passages[0]?.kind === 'item') &&
    children.every(isRoster)
  );
}

/** 农业 / 水利 / 灌溉面积 */
export function sectionPlace({ name, parent }: Section): string {
  return parent && parent.path.length > 0 ? `${sectionPlace(parent)} / ${name}` : name;
}

/** Where a section stands among its siblings: 农业 / 水利，“节水”之后. */
export function siblingPlace(section: Section): string {
  const { parent } = section;
  const place = parent && parent.path.length > 0 ? `${sectionPlace(parent)}，` : '';
  const previous = parent?.children[parent.children.indexOf(section) - 1];
  return previous ? `${place}“${previous.name}”之后` : `${place}开头`;
}

/** Where a unit stands in its section: 农业 / 水利 / 灌溉面积，第2段. Its own kind is counted. */
export function unitPlace(unit: Unit): string {
  const place = sectionPlace(unit.section);
  const counted = unit.section.units.filter(({ type }) => type === unit.type);
  const number = counted.indexOf(unit) + 1;
  const measure = unit.passages[0]?.kind === 'item' ? '项' : '段';
  return unit.type === 'text' ? `${place}，第${number}${measure}` : `${place}，第${number}个${unitName(unit)}`;
}
