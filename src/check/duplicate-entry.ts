/**
 * One 条目 title twice in one 分目: the second is found in the index under the same words, and is often a text
 * that was pasted twice. A 分目 may go on through several manuscripts.
 */

import type { Message } from '../tree/message.js';
import type { Entry, Manuscript, Part } from '../tree/nodes.js';
import { phrasingText } from '../tree/tree-text.js';
import { finding, type Rule } from './rule.js';

export const duplicateEntry: Rule = {
  id: 'entry-duplicate',
  severity: 'warning',
  check: (volume) => volume.children.flatMap(checkPart),
  examples: [
    {
      name: 'one title in two 分目 is in order',
      files: { '01-农业/01-农业.md': '## 种植业\n\n### 概况\n\n甲。\n\n## 畜牧业\n\n### 概况\n\n乙。\n' },
      expected: [],
    },
    {
      name: 'one title twice in one 分目',
      files: { '01-农业/01-农业.md': '## 种植业\n\n### 概况\n\n甲。\n\n### 概况\n\n乙。\n' },
      expected: ['01-农业/01-农业.md:11:1'],
    },
    {
      name: 'a 分目 that goes on in the next manuscript',
      files: {
        '01-农业/01-甲.md': '---\n类目: 农业\n分目: 种植业\n---\n\n【概况】甲。\n',
        '01-农业/02-乙.md': '---\n类目: 农业\n分目: 种植业\n---\n\n【概况】乙。\n',
      },
      expected: ['01-农业/02-乙.md:6:1'],
    },
  ],
};

function checkPart(part: Part): Message[] {
  const messages: Message[] = [];
  let subcategory: string | undefined;
  let seen = new Map<string, { file: string; line: number }>();
  const open = (name: string | undefined): void => {
    if (name !== subcategory) seen = new Map();
    subcategory = name;
  };
  const meet = (entry: Entry, manuscript: Manuscript): void => {
    const title = phrasingText(entry.title);
    const first = seen.get(title);
    if (!first) {
      seen.set(title, { file: manuscript.file, line: entry.position.start.line });
      return;
    }
    const where = first.file === manuscript.file ? `第${first.line}行` : `${first.file}第${first.line}行`;
    const reason = `条目“${title}”在这个分目里已经有了（${where}）`;
    messages.push(finding(duplicateEntry, manuscript.file, entry.position, reason, '改标题，或者合并这两个条目'));
  };
  for (const manuscript of part.children) {
    open(manuscript.subcategory?.value ?? (startsWithHeading(manuscript) ? undefined : manuscript.id));
    for (const child of manuscript.children) {
      if (child.type === 'entry') meet(child, manuscript);
      if (child.type !== 'subcategory') continue;
      open(phrasingText(child.title));
      for (const entry of child.children) if (entry.type === 'entry') meet(entry, manuscript);
    }
  }
  return messages;
}

function startsWithHeading(manuscript: Manuscript): boolean {
  return manuscript.children[0]?.type === 'subcategory';
}
