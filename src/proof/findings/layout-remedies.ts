/**
 * What can be done about a breach of the page inspector, by its rule. A proofreader mends a page with words; what words
 * cannot mend is for whoever keeps the theme or the program.
 */

const WORDS = '在这一行或上一行增减一两个字，换一个断行的地方';
const TELL = '换个说法避开；改不动的，连同这一页告诉排版的人';
const SPACE = '看看稿件这里有没有多余的空格或写错的标点；没有就告诉排版的人';

export const LAYOUT_REMEDIES: Readonly<Record<string, string>> = {
  'line-start-mark': WORDS,
  'line-end-mark': WORDS,
  'mark-split': WORDS,
  'number-split': WORDS,
  'latin-split': '单词或网址太长，换短的写法，或者在前面增减几个字',
  'marks-loose': SPACE,
  'marks-collide': SPACE,
  'mark-width': SPACE,
  'han-gap': WORDS,
  'han-tight': WORDS,
  'uneven-line': WORDS,
  'mixed-gap': SPACE,
  'mixed-gap-uneven': SPACE,
  'stray-space': '删去稿件里这个空格',
  'line-start-half': TELL,
  'line-end-half': TELL,
  'line-left': TELL,
  'line-right': TELL,
  overflow: '文字太长，放不下：缩短它，或者把表格的这一列放宽',
  'outside-area': '文字太长，放不下：缩短它',
  'last-line-single': '在这一段里增减一两个字',
  widow: '在这一段里增减一行',
  orphan: '在前面的段落里增减一行',
  'heading-foot': '在前面的段落里增减一两行',
  'byline-head': '在前面的段落里增减一两行',
  'columns-level': '在这一页末尾的段落里增减一两行；内容不宜动的可以不改',
  'baseline-grid': TELL,
  'glyphs-overlap': TELL,
};
