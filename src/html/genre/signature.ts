/** The close of a document or a speech (落款): who signs and when, the last paragraphs, set to the right. */
import type { Block, ManuscriptContent, Paragraph } from '../../tree/nodes.js';
import { phrasingText } from '../../tree/tree-text.js';

const DATE =
  /^[（(]?(?:\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|[〇○零一二三四五六七八九]{4}年(?:[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}日)?)?)[）)]?$/u;
/** An office or a person: a few words without a mark that makes a sentence. */
const SIGNATORY = /^[^，。；：！？、“”（）()0-9]{2,30}$/u;

/** The paragraphs that sign and date a text, where its last paragraph is nothing but a date. */
export function signatureOf(children: (ManuscriptContent | Block)[]): ReadonlySet<Paragraph> {
  const end = lastBlocks(children);
  const date = end.pop();
  if (date?.type !== 'paragraph' || !DATE.test(wordsOf(date))) return new Set();
  const signature = new Set([date]);
  for (let block = end.pop(); block?.type === 'paragraph' && SIGNATORY.test(wordsOf(block)); block = end.pop()) {
    signature.add(block);
  }
  return signature;
}

function wordsOf(paragraph: Paragraph): string {
  return phrasingText(paragraph.children).trim();
}

/** The blocks of the last section. */
function lastBlocks(children: (ManuscriptContent | Block)[]): (ManuscriptContent | Block)[] {
  const last = children.at(-1);
  return last?.type === 'section' ? lastBlocks(last.children) : [...children];
}
