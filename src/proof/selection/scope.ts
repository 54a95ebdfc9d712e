/** The scope of a proof in words: in its head strip, and in the name of its file. */
import type { Target } from './targets.js';

/** A name of a file may be 255 bytes long, which is 85 Chinese characters, and more stands in it than the scope. */
const MOST_CHARACTERS = 40;

/** What Windows takes in no name of a file, and what stands for it. */
const FULL_WIDTH: Record<string, string> = {
  '\\': '＼',
  '/': '／',
  ':': '：',
  '*': '＊',
  '?': '？',
  '"': '＂',
  '<': '＜',
  '>': '＞',
  '|': '｜',
};

/** 农业、法治; 区委办公室 5篇; 农业、法治等6项 where all of them would be too long. */
export function scopeOf(found: readonly Target[]): string {
  const names = [...new Set(found.map(({ words }) => asFileName(words)))];
  for (let count = names.length; count > 0; count -= 1) {
    const scope = `${names.slice(0, count).join('、')}${count < names.length ? `等${names.length}项` : ''}`;
    if ([...scope].length <= MOST_CHARACTERS) return scope;
  }
  const [first = ''] = names;
  const cut = [...first].length > MOST_CHARACTERS ? `${[...first].slice(0, MOST_CHARACTERS).join('')}…` : first;
  return names.length > 1 ? `${cut}等${names.length}项` : cut;
}

function asFileName(words: string): string {
  return words
    .replace(/[\\/:*?"<>|]/gu, (mark) => FULL_WIDTH[mark] as string)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/[. ]+$/u, '')
    .trim();
}
