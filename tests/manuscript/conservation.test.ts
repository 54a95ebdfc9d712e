import { describe, expect, it } from 'vitest';
import { checkConservation } from '../../src/manuscript/conservation.js';
import { Reading } from '../../src/manuscript/reading.js';
import { parseMarkdown, prepareMarkdown } from '../../src/manuscript/text/markdown.js';
import type { Manuscript } from '../../src/tree/nodes.js';
import { EVERYTHING } from './everything.js';
import { places, read } from './sample.js';

/** What the gate says when the tree was tampered with after reading. */
async function gate(tamper: (tree: Manuscript) => void): Promise<string[]> {
  const { manuscript } = await read(EVERYTHING);
  if (!manuscript) throw new Error('no manuscript');
  tamper(manuscript);
  const bodyOffset = EVERYTHING.indexOf('\n---\n', 4) + 5;
  const body = EVERYTHING.slice(0, bodyOffset).replace(/[^\n]/g, ' ') + EVERYTHING.slice(bodyOffset);
  await prepareMarkdown(body);
  const reading = new Reading('稿件.md', 'p01m01', EVERYTHING);
  checkConservation(reading, parseMarkdown(body), bodyOffset, manuscript, false);
  return places(reading.messages);
}

describe('the gate behind the readers', () => {
  it('is silent when nothing was lost', async () => {
    expect(await gate(() => undefined)).toEqual([]);
  });

  it('names the block of a lost entry', async () => {
    expect(await gate((tree) => tree.children.splice(1, 1))).toEqual(['reader-lost-text 10:1']);
  });

  it('names the block of a lost cell', async () => {
    const lost = await gate((tree) => {
      const subcategory = tree.children.at(-1);
      const entry = subcategory?.type === 'subcategory' ? subcategory.children[0] : undefined;
      const table = entry?.type === 'entry' ? entry.children.find((child) => child.type === 'table') : undefined;
      table?.body[0]?.cells.pop();
    });
    expect(lost).toEqual(['reader-lost-text 31:1']);
  });

  it('notices a text said twice, and one that is out of order', async () => {
    expect(await gate((tree) => tree.children.push(...tree.children.slice(0, 1)))).toHaveLength(1);
    expect(await gate((tree) => tree.children.reverse())).toHaveLength(1);
  });
});
