/**
 * One 分目 twice in one 类目. The contents would list the name twice; usually two manuscripts of one office were
 * filed apart.
 */
import type { Position } from 'unist';
import type { Message } from '../tree/message.js';
import type { Part } from '../tree/nodes.js';
import { phrasingText } from '../tree/tree-text.js';
import { finding, type Rule } from './rule.js';

export const duplicateSubcategory: Rule = {
  id: 'subcategory-duplicate',
  severity: 'warning',
  check: (volume) => volume.children.flatMap(checkPart),
  examples: [
    {
      name: 'one 分目 in two 类目 is in order',
      files: { '01-农业/01-农业.md': '## 概况\n\n甲。\n', '02-工业/01-工业.md': '## 概况\n\n乙。\n' },
      expected: [],
    },
    {
      name: 'one 分目 twice in one 类目',
      files: { '01-农业/01-甲.md': '## 水利\n\n甲。\n', '01-农业/02-乙.md': '## 林业\n\n乙。\n\n## 水利\n\n丙。\n' },
      expected: ['01-农业/02-乙.md:9:1'],
    },
    {
      name: 'a 分目 of the front matter that goes on is printed once',
      files: {
        '01-农业/01-甲.md': '---\n类目: 农业\n分目: 水利\n---\n\n【甲】甲。\n',
        '01-农业/02-乙.md': '---\n类目: 农业\n分目: 水利\n---\n\n【乙】乙。\n',
      },
      expected: [],
    },
  ],
};

function checkPart(part: Part): Message[] {
  const seen = new Map<string, string>();
  const messages: Message[] = [];
  const meet = (title: string, file: string, position: Position): void => {
    const where = `${file}第${position.start.line}行`;
    const first = seen.get(title);
    if (first) {
      const reason = `分目“${title}”在这个类目里已经有了（${first}）`;
      messages.push(finding(duplicateSubcategory, file, position, reason, '把两处合并，或者改其中一个的名称'));
    } else seen.set(title, where);
  };
  for (const { file, subcategory, opensSubcategory, children } of part.children) {
    if (opensSubcategory && subcategory) meet(subcategory.value, file, subcategory.position);
    for (const child of children)
      if (child.type === 'subcategory') meet(phrasingText(child.title), file, child.position);
  }
  return messages;
}
