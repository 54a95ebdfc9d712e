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
};

export function passageName({ kind }: Passage): string {
  return KINDS[kind];
}

export function unitName(unit: Unit): string {
  return unit.type === 'table' ? '表格' : passageName(unit.passages[0] as Passage);
}

/**
 * 类目, 分目, 条目 or 文章. A 类目 without 分目 holds its 条目 itself; what has headings of its own instead of 条目 is an
 * article.
 */
export function sectionName({ path, parent, children, units }: Section): string {
  if (path.length === 1) return '类目';
  if (path.length > 2) return '条目';
  if (children.length > 0 || parent?.children.some((sibling) => sibling.children.length > 0)) return '分目';
  return units.some(({ type }) => type === 'heading') ? '文章' : '条目';
}

/** 农业 / 水利 / 灌溉面积 */
export function sectionPlace({ path }: Section): string {
  return path.join(' / ');
}

/** Where a section stands among its siblings: 农业 / 水利，“节水”之后. */
export function siblingPlace(section: Section): string {
  const { parent } = section;
  const place = parent && parent.path.length > 0 ? `${sectionPlace(parent)}，` : '';
  const previous = parent?.children[parent.children.indexOf(section) - 1];
  return previous ? `${place}“${previous.path.at(-1) ?? ''}”之后` : `${place}开头`;
}

/** Where a unit stands in its section: 农业 / 水利 / 灌溉面积，第2段. Its own kind is counted. */
export function unitPlace(unit: Unit): string {
  const place = sectionPlace(unit.section);
  const counted = unit.section.units.filter(({ type }) => type === unit.type);
  const number = counted.indexOf(unit) + 1;
  return unit.type === 'text' ? `${place}，第${number}段` : `${place}，第${number}个${unitName(unit)}`;
}
