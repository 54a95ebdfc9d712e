/** A whole yearbook, edited in the ways of a proof round: each edit is told once, and rightly. */
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readVolume } from '../../../src/manuscript/read-volume.js';
import { compareProofs } from '../../../src/proof/changes/compare-proofs.js';
import { piecesOf } from '../../../src/proof/changes/statements/statements.js';
import type { Change, Passage } from '../../../src/proof/model.js';
import { unplacedPassages } from '../../../src/proof/passages.js';
import { treeStretches } from '../../../src/tree/tree-text.js';
import { project } from '../../cli/nianjian.js';
import { scratchFolder } from '../../pipeline/volume.js';
import { apply, marked } from './book.js';

const CORPUS = resolve(project, '../shared/corpus/jinchuan-2022');

describe.skipIf(!existsSync(CORPUS))(
  'the yearbook of Jinchuan (skipped where ../shared/corpus is not beside the project)',
  () => {
    const scratch = existsSync(CORPUS) ? scratchFolder() : '';
    let before: Passage[];
    let copies = 0;

    beforeAll(async () => {
      before = await read(CORPUS);
    });

    async function read(folder: string): Promise<Passage[]> {
      const { volume } = await readVolume(folder, { cache: join(scratch, 'cache') });
      return volume ? volume.children.flatMap((part) => unplacedPassages(treeStretches(part))) : [];
    }

    /** What a proof says when some manuscripts read otherwise: their new text by file. */
    async function afterEdits(edits: Record<string, string>): Promise<Change[]> {
      const folder = join(scratch, `copy-${copies}`);
      copies += 1;
      mkdirSync(folder);
      symlinkSync(join(CORPUS, 'book.yaml'), join(folder, 'book.yaml'));
      for (const part of readdirSync(CORPUS, { withFileTypes: true })) {
        if (!part.isDirectory()) continue;
        mkdirSync(join(folder, part.name));
        for (const name of readdirSync(join(CORPUS, part.name))) {
          const edit = edits[`${part.name}/${name}`];
          if (edit === undefined) symlinkSync(join(CORPUS, part.name, name), join(folder, part.name, name));
          else writeFileSync(join(folder, part.name, name), edit);
        }
      }
      const after = await read(folder);
      return compareProofs({ before, after });
    }

    const linesOf = (file: string): string[] => readFileSync(join(CORPUS, file), 'utf8').split('\n');

    /** Some of the passages of a kind, from all over the book. */
    function some(count: number, isMeant: (passage: Passage, index: number) => boolean): Passage[] {
      const all = before.filter(isMeant);
      return Array.from({ length: count }, (_, index) => all[Math.floor((index * all.length) / count)] as Passage);
    }

    /** An entry of a 分目, with text; its title stands on a line of its own. */
    const isEntry = ({ kind, path, file, line }: Passage, index: number): boolean => {
      if (kind !== 'title' || path.length !== 3 || before[index + 1]?.kind !== 'paragraph') return false;
      const lines = linesOf(file);
      return !lines.some((each) => each.startsWith('体裁:')) && lines[line - 1]?.startsWith('### ') === true;
    };

    const isPlain = ({ kind, text }: Passage): boolean => kind === 'paragraph' && text.length > 60;

    it('compared with itself has no changes', async () => {
      expect(await afterEdits({})).toEqual([]);
    });

    it('with a character changed in ten manuscripts has ten changes that mark that character', async () => {
      const edits: Record<string, string> = {};
      const edited: Passage[] = [];
      for (const passage of some(10, isPlain)) {
        const lines = (edits[passage.file] ?? linesOf(passage.file).join('\n')).split('\n');
        const line = lines[passage.line - 1] ?? '';
        // The first Han character in the middle of the line.
        const at = line.slice(40).search(/\p{Script=Han}/u) + 40;
        lines[passage.line - 1] = `${line.slice(0, at)}龘${line.slice(at + 1)}`;
        edits[passage.file] = lines.join('\n');
        edited.push(passage);
      }
      const changes = await afterEdits(edits);
      expect(changes.map(({ kind, what, place }) => [kind, what, place.file, place.line])).toEqual(
        edited.map(({ file, line }) => ['changed', '段落', file, line]),
      );
      for (const change of changes) expect(marked(change.pieces)).toMatch(/^[^[]*\[-.\]\[\+龘\][^[]*$/u);
    });

    it('with a paragraph moved to the end of its entry, or to the one before, has one move', async () => {
      const follows = ({ file, path, kind }: Passage, other: Passage | undefined): boolean =>
        other?.kind === kind && other.file === file && other.path.join() === path.join();
      const moves = some(
        5,
        (passage, index) =>
          isPlain(passage) && isPlain(before[index + 1] as Passage) && follows(passage, before[index + 1]),
      );
      for (const first of moves) {
        const lines = linesOf(first.file);
        const second = before[before.indexOf(first) + 1] as Passage;
        const [a, b] = [lines[first.line - 1] ?? '', lines[second.line - 1] ?? ''];
        lines[first.line - 1] = b;
        lines[second.line - 1] = a;
        const changes = await afterEdits({ [first.file]: lines.join('\n') });
        const shorter = first.text.length <= second.text.length ? first : second;
        expect(changes.map(({ kind, what, before }) => [kind, what, before])).toEqual([['moved', '段落', [shorter]]]);
      }
      const heads = some(
        5,
        (passage, index) =>
          before[index - 1]?.kind === 'title' &&
          before[index - 2]?.kind === 'paragraph' &&
          passage.path.length > 2 &&
          isPlain(passage) &&
          isPlain(before[index + 1] as Passage),
      );
      for (const head of heads) {
        const lines = linesOf(head.file);
        const [text] = lines.splice(head.line - 1, 1);
        const title = before[before.indexOf(head) - 1] as Passage;
        lines.splice(title.line - 1, 0, text ?? '', '');
        const changes = await afterEdits({ [head.file]: lines.join('\n') });
        expect(changes.map(({ kind, what, before }) => [kind, what, before])).toEqual([['moved', '段落', [head]]]);
      }
    });

    it('with an entry renamed has one changed title', async () => {
      for (const title of some(8, isEntry)) {
        const lines = linesOf(title.file);
        lines[title.line - 1] = `${lines[title.line - 1]}情况`;
        const changes = await afterEdits({ [title.file]: lines.join('\n') });
        expect(changes.map(({ kind, what, pieces }) => [kind, what, marked(pieces)])).toEqual([
          ['changed', '条目标题', `${title.text}[+情况]`],
        ]);
      }
    });

    it('with a number changed in a table has one changed cell, named by its row', async () => {
      for (const cell of some(8, ({ kind, text }) => kind === 'cell' && /^\d{2,}(?:\.\d+)?$/u.test(text))) {
        const lines = linesOf(cell.file);
        const row = lines[cell.line - 1] ?? '';
        const at = row.indexOf(cell.text, cell.column - 1);
        lines[cell.line - 1] = `${row.slice(0, at)}77${row.slice(at + cell.text.length)}`;
        const changes = await afterEdits({ [cell.file]: lines.join('\n') });
        expect(changes.map(({ kind, before, pieces }) => [kind, before, marked(pieces)])).toEqual([
          ['changed', [cell], `[-${cell.text}][+77]`],
        ]);
        expect(changes[0]?.what).toMatch(/^表格单元/u);
      }
    });

    it('with an entry moved to the manuscript of another 分目 or 类目 has one move', async () => {
      const titles = some(6, isEntry);
      for (const [index, title] of titles.entries()) {
        const other = titles[(index + 2) % titles.length] as Passage;
        const lines = linesOf(title.file);
        const end = lines.findIndex((line, at) => at >= title.line && line.startsWith('#'));
        const entry = lines.splice(title.line - 1, (end < 0 ? lines.length : end) - title.line + 1);
        const target = linesOf(other.file);
        target.splice(other.line - 1, 0, ...entry, '');
        const changes = await afterEdits({ [title.file]: lines.join('\n'), [other.file]: target.join('\n') });
        expect(changes.map(({ kind, what, from, to }) => [kind, what, from, to])).toEqual([
          ['moved', '条目', title.path.join(' / '), [...other.path.slice(0, 2), title.text].join(' / ')],
        ]);
      }
    });

    it('with fifty edits at once has fifty changes, and each gives the new words', () => {
      const chosen = new Set(some(50, isPlain));
      const after = before.map((passage, index) =>
        chosen.has(passage)
          ? { ...passage, text: `${passage.text.slice(0, 20)}添补${index}字${passage.text.slice(22)}` }
          : passage,
      );
      const changes = compareProofs({ before, after });
      expect(changes).toHaveLength(chosen.size);
      for (const change of changes)
        expect(apply(piecesOf(change))).toEqual({ old: change.before[0]?.text, new: change.after[0]?.text });
    });
  },
);
