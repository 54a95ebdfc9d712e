/** Small books for the tests of changes: passages written as one would write a manuscript, and changes as one line each. */
import { compareProofs } from '../../../src/proof/changes/compare-proofs.js';
import type { Change, Passage, PassageKind, Piece } from '../../../src/proof/model.js';

/**
 * A book from lines: `# 类目`, `## 分目`, `### 条目`, `#### 小标题`, `- item`, `| cells | of a row |`, `: caption`, `! words of a picture`, `@ byline`, all
 * else a paragraph. Every passage stands on lines of `width` characters, which are numbered through: 1a1, 1a2 …
 */
export function book(source: string, { file = '01-农业/01-稿件.md', width = 10, folio = '1' } = {}): Passage[] {
  const path: string[] = [];
  const passages: Passage[] = [];
  let printed = 0;
  let line = 0;
  const add = (kind: PassageKind, text: string, column = 1): void => {
    const lines: Passage['lines'] = [];
    for (let from = 0; from < text.length; from += width) {
      printed += 1;
      lines.push([from, `${folio}a${printed}`]);
    }
    passages.push({ kind, text, path: [...path], file, line, column, lines });
  };
  for (const written of source.split('\n')) {
    line += 1;
    const text = written.trim();
    const heading = /^(#{1,4}) (.+)$/u.exec(text);
    if (text === '') continue;
    if (heading) {
      const [, marks = '', title = ''] = heading;
      if (marks.length < 4) path.splice(marks.length - 1, path.length, title);
      add(marks.length < 4 ? 'title' : 'heading', title);
    } else if (text.startsWith('|')) {
      const cells = text.split('|').slice(1, -1);
      for (const [index, cell] of cells.entries()) add('cell', cell.trim(), index + 1);
    } else if (text.startsWith('- ')) add('item', text.slice(2));
    else if (text.startsWith(': ')) add('caption', text.slice(2));
    else if (text.startsWith('! ')) add('picture', text.slice(2));
    else if (text.startsWith('@ ')) add('byline', text.slice(2));
    else add('paragraph', text);
  }
  return passages;
}

/** Changes between two books, each as a line: `changed 段落：甲[-乙][+丙]`, `moved 段落：甲（from → to）`. */
export function told(before: string, after: string): string[] {
  return compareProofs({ before: book(before), after: book(after) }).map(said);
}

export function said({ kind, what, pieces, from, to }: Change): string {
  return `${kind} ${what}：${marked(pieces)}${from === undefined ? '' : `（${from} → ${to}）`}`;
}

export function marked(pieces: readonly Piece[]): string {
  return pieces
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'old' ? `[-${text}]` : `[+${text}]`))
    .join('');
}

/** What pieces make of the old text, and what they take it to be. */
export function apply(pieces: readonly Piece[]): { old: string; new: string } {
  const join = (left: Piece['kind']): string =>
    pieces
      .filter(({ kind }) => kind !== left)
      .map(({ text }) => text)
      .join('');
  return { old: join('new'), new: join('old') };
}
