/** 索引 of book.yaml: what goes into the index, in which order it stands, and how it is printed. */

/**
 * 排序. 字字对照: character by character, each by its letters, tone and strokes, so that all terms of one first
 * character stand together. 整词字母: the letters of the whole term first, as in an index of words.
 */
export const INDEX_ORDERS = ['字字对照', '整词字母'] as const;
/** 符号: whether marks at the head of a term (“ 《 （) are passed over, or put their terms before A. */
export const INDEX_MARKS = ['不计', '在前'] as const;
/** 数字和字母: whether terms that begin with a digit or a Latin letter stand before A, or among the letters. */
export const INDEX_OTHERS = ['在前', '混排'] as const;
/** 出处: a locator is the page, or the page and the letter of its column. */
export const INDEX_LOCATORS = ['页', '页栏'] as const;
/** 跨页: what a passage over several pages gives: first and last page, each page, or the page where it begins. */
export const INDEX_SPANS = ['起讫', '逐页', '起页'] as const;
/** 引导: what stands between term and locators. */
export const INDEX_LEADERS = ['点线', '空格'] as const;

export interface IndexSettings {
  /** 不收: titles of the 类目 whose entries stay out of the subject index. */
  excluded: string[];
  /** 人名: whether a second index of persons is wanted. */
  persons: boolean;
  /** 表题: whether the captions of tables are terms. */
  tables: boolean;
  /** 图题: whether the captions of photos are terms. */
  figures: boolean;
  /** 排序 */
  order: (typeof INDEX_ORDERS)[number];
  /** 符号 */
  marks: (typeof INDEX_MARKS)[number];
  /** 数字和字母 */
  others: (typeof INDEX_OTHERS)[number];
  /** 出处 */
  locator: (typeof INDEX_LOCATORS)[number];
  /** 跨页 */
  span: (typeof INDEX_SPANS)[number];
  /** 合并: whether locators on consecutive pages become one range. */
  merge: boolean;
  /** 栏数: columns of the printed index. */
  columns: number;
  /** 引导 */
  leader: (typeof INDEX_LEADERS)[number];
}

export const INDEX_DEFAULTS: IndexSettings = {
  excluded: [],
  persons: false,
  tables: false,
  figures: false,
  order: '字字对照',
  marks: '不计',
  others: '在前',
  locator: '页',
  span: '起讫',
  merge: true,
  columns: 3,
  leader: '点线',
};
