/** 索引.yaml: what the compiler changes in the index without touching a manuscript. */
import type { Placed } from './index-sources.js';

/**
 * What each verb does with its subject and its objects.
 *
 *     增加  adds a term (subject) that leads to places (objects)
 *     改名  gives a term (subject) another wording (object)
 *     拆分  files a term (subject) under several (objects)
 *     合并  files several terms (objects) under one (subject)
 *     删除  drops a term (subject)
 *     下级  puts terms (objects) under a heading (subject)
 *     分列  gives each place of a term (subject) a sub-heading, named after its 分目, 类目 or 条目 (object)
 *     见    sends the reader from a term (subject) to others (objects)
 *     参见  sends the reader on
 */
export const INDEX_VERBS = ['增加', '改名', '拆分', '合并', '删除', '下级', '分列', '见', '参见'] as const;
export type IndexVerb = (typeof INDEX_VERBS)[number];

/** The verbs that make sense for names of persons. */
export const PERSON_VERBS = ['增加', '改名', '合并', '删除', '见', '参见'] as const satisfies readonly IndexVerb[];

/** After what 分列 names its sub-headings. */
export const INDEX_SPLITS = ['分目', '类目', '条目'] as const;
export type IndexSplit = (typeof INDEX_SPLITS)[number];

/** One line of the file. */
export interface IndexRule {
  verb: IndexVerb;
  subject: Placed;
  objects: RuleObject[];
  /** True below 人名: the rule is one of the index of persons. */
  person: boolean;
}

export interface RuleObject extends Placed {
  /** 下级: how the term is worded as a sub-heading, where not as it is. */
  wording?: string;
}
