/**
 * 条目 without a text. It can be printed, but a heading with nothing under it is nearly always a slip.
 *
 *     ### 春耕生产        ← 3:1 empty
 *     ### 秋收
 *     全年收粮10万吨。
 */
import { phrasingText } from '../tree/tree-text.js';
import { select } from '../tree/visit.js';
import { finding, manuscriptsOf, type Rule } from './rule.js';

export const emptyEntry: Rule = {
  id: 'entry-empty',
  severity: 'warning',
  check: (volume) =>
    manuscriptsOf(volume).flatMap((manuscript) =>
      select(manuscript, 'entry')
        .filter((entry) => entry.children.length === 0)
        .map((entry) => {
          const reason = `条目“${phrasingText(entry.title)}”没有正文`;
          return finding(emptyEntry, manuscript.file, entry.position, reason, '写上正文，或者删去这个条目');
        }),
    ),
  examples: [
    {
      name: 'an entry with a text is in order',
      files: { '01-农业/01-农业.md': '### 秋收\n\n全年收粮10万吨。\n' },
      expected: [],
    },
    {
      name: 'an entry with nothing under it',
      files: { '01-农业/01-农业.md': '### 春耕生产\n\n### 秋收\n\n全年收粮10万吨。\n' },
      expected: ['01-农业/01-农业.md:5:1'],
    },
    {
      name: 'an entry in brackets with nothing after it',
      files: { '01-农业/01-农业.md': '【春耕生产】\n\n【秋收】全年收粮10万吨。\n' },
      expected: ['01-农业/01-农业.md:5:1'],
    },
    {
      name: 'a table is a text',
      files: { '01-农业/01-农业.md': '### 产量\n\n| 作物 | 产量 |\n| --- | --- |\n| 小麦 | 5 |\n' },
      expected: [],
    },
  ],
};
