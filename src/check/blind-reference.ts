/**
 * 见 and 参见 of index marks must lead somewhere: to the title of an entry, an article or a 分目, or to the term of
 * another mark. A blind reference would be printed in the index and send the reader nowhere: an error.
 */
import type { Volume } from '../tree/nodes.js';
import { phrasingText } from '../tree/tree-text.js';
import { select } from '../tree/visit.js';
import { finding, manuscriptsOf, type Rule } from './rule.js';

export const blindReference: Rule = {
  id: 'index-reference-blind',
  severity: 'error',
  check(volume) {
    const targets = termsOf(volume);
    return manuscriptsOf(volume).flatMap((manuscript) =>
      select(manuscript, 'mark').flatMap((mark) =>
        (
          [
            ['见', mark.see],
            ['参见', mark.seeAlso],
          ] as const
        ).flatMap(([name, target]) => {
          if (target === undefined || (targets.has(target) && target !== mark.term)) return [];
          const reason = target === mark.term ? `“${mark.term}”${name}它自己` : `“${name}”指向的“${target}”在书里没有`;
          const remedy = '写成书里已有的条目标题或标引词，一字不差';
          return [finding(blindReference, manuscript.file, mark.position, reason, remedy)];
        }),
      ),
    );
  },
  examples: [
    {
      name: 'a reference to an entry',
      files: { '01-农业/01-农业.md': '### 土地流转\n\n推进:索引[土地经营权流转]{见="土地流转"}。\n' },
      expected: [],
    },
    {
      name: 'a reference to the term of another mark',
      files: { '01-农业/01-农业.md': '### 概况\n\n:索引[甲]{参见="乙"}，:索引[丙]{词="乙"}。\n' },
      expected: [],
    },
    {
      name: 'a reference to nothing',
      files: { '01-农业/01-农业.md': '### 概况\n\n推进:索引[土地经营权流转]{见="土地流转"}。\n' },
      expected: ['01-农业/01-农业.md:7:3'],
    },
    {
      name: 'a reference to itself',
      files: { '01-农业/01-农业.md': '### 概况\n\n推进:索引[土地流转]{见="土地流转"}。\n' },
      expected: ['01-农业/01-农业.md:7:3'],
    },
  ],
};

/** Everything a reference may name. A mark that only refers on (见) has no page and is no target. */
function termsOf(volume: Volume): Set<string> {
  const terms = new Set<string>();
  for (const manuscript of manuscriptsOf(volume)) {
    if (manuscript.title) terms.add(manuscript.title.value);
    if (manuscript.subcategory) terms.add(manuscript.subcategory.value);
    for (const node of [...select(manuscript, 'entry'), ...select(manuscript, 'subcategory')])
      terms.add(phrasingText(node.title));
    for (const mark of select(manuscript, 'mark')) if (mark.see === undefined) terms.add(mark.term);
  }
  return terms;
}
