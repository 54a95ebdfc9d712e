/** A whole yearbook: 439 entries and 64 photos of a county, built once and compared with itself. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readVolume } from '../../src/manuscript/read-volume.js';
import type { Entry } from '../../src/tree/nodes.js';
import { phrasingText, treeRuns } from '../../src/tree/tree-text.js';
import { select } from '../../src/tree/visit.js';
import { nianjian, project } from '../cli/nianjian.js';
import { contentsEntries, indexEntries, type PrintedBook, readBook } from './printed-book.js';
import { measurePictures } from './printed-pictures.js';
import { expectSameBreaks } from './same-breaks.js';
import { FONT_CACHE, scratchFolder } from './volume.js';

const CORPUS = resolve(project, '../shared/corpus/jinchuan-2022');
const scratch = scratchFolder();
const squeeze = (text: string): string => text.replace(/\s+/gu, '');

describe.skipIf(!existsSync(CORPUS))(
  'the yearbook of Jinchuan (skipped where ../shared/corpus is not beside the project)',
  () => {
    let file: string;
    let book: PrintedBook;
    let entries: Entry[];
    let printed: string;

    beforeAll(async () => {
      mkdirSync(join(scratch, '.nianjian'));
      mkdirSync(FONT_CACHE, { recursive: true });
      symlinkSync(FONT_CACHE, join(scratch, '.nianjian', 'fonts'), 'dir');
      const { code, stderr } = nianjian(['build', CORPUS, '--out', join(scratch, 'out')], { cwd: scratch });
      expect(code, stderr).toBe(0);
      file = join(scratch, 'out', 'book.pdf');
      book = readBook(file);
      const { volume } = await readVolume(CORPUS);
      entries = volume ? select(volume, 'entry') : [];
      printed = volume?.children.flatMap((part) => treeRuns(part).map((run) => run.text)).join('') ?? '';
    }, 240_000);

    const extent = (title: string): [number, number] => {
      const marks = book.bookmarks.filter((mark) => mark.level === 1);
      const at = marks.findIndex((mark) => mark.title === title);
      return [marks[at]?.page ?? -1, marks[at + 1]?.page ?? book.pages.length];
    };

    it('has all 439 entries in its 目录, with the folio and the link of the page on which the title stands', () => {
      const titles = entries.map((entry) => squeeze(phrasingText(entry.title)));
      expect(titles).toHaveLength(439);
      const lines = contentsEntries(book, ...extent('目录'));
      const words = lines.map((line) => line.words);
      // The entries in their order; 类目 and 分目 stand between them.
      let at = 0;
      const missing = titles.filter((title) => {
        const found = words.indexOf(title, at);
        if (found >= 0) at = found + 1;
        return found < 0;
      });
      expect(missing).toEqual([]);
      for (const { words, folio, target } of lines) {
        expect(book.pages[target]?.label, words).toBe(folio);
        expect(book.pages[target]?.text, words).toContain(words);
      }
    });

    it('has them all in its outline, at the height where the title stands', () => {
      const titles = entries.map((entry) => phrasingText(entry.title));
      const listed = book.bookmarks.map(({ title }) => title);
      expect(titles.filter((title) => !listed.includes(title))).toEqual([]);
      const known = new Set(titles);
      const astray = book.bookmarks
        .filter((mark) => known.has(mark.title) && mark.level > 1)
        .filter(({ title, page, y }) => {
          const sheet = book.pages[page];
          const top = (sheet?.mediaBox[3] as number) - y;
          const near = (sheet?.lines ?? []).filter((line) => line.y > top - 2 && line.y < top + 60);
          return !squeeze(near.map((line) => line.text).join('')).includes(squeeze(title).slice(0, 4));
        });
      expect(astray).toEqual([]);
    });

    it('has in its 索引 only folios of pages on which the words stand', () => {
      const lines = indexEntries(book, ...extent('索引'));
      expect(lines.length).toBeGreaterThan(300);
      const wrong = lines.filter(({ folio, target }) => book.pages[target]?.label !== folio.split('—')[0]);
      expect(wrong).toEqual([]);
      const titles = new Set(entries.map((entry) => squeeze(phrasingText(entry.title))));
      const known = lines.filter(({ words }) => titles.has(words));
      expect(known.length).toBeGreaterThan(250);
      expect(known.filter(({ words, target }) => !book.pages[target]?.text.includes(words))).toEqual([]);
    });

    it('has every character of the manuscripts', () => {
      const text = squeeze(
        execFileSync('pdftotext', ['-raw', '-enc', 'UTF-8', file, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 }),
      );
      const counts = new Map<string, number>();
      for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
      let missing = 0;
      for (const character of squeeze(printed)) {
        const left = counts.get(character) ?? 0;
        if (left === 0) missing += 1;
        counts.set(character, left - 1);
      }
      expect(missing).toBe(0);
    });

    it('has a running head on every page of the body that opens nothing', () => {
      const [from] = extent('特载');
      const opens = new Set(book.bookmarks.filter((mark) => mark.level === 1).map((mark) => mark.page));
      const bare = book.pages.flatMap((page, i) => {
        if (i < from || opens.has(i) || page.lines.length === 0) return [];
        return page.lines.some((line) => line.y < 60) ? [] : [i];
      });
      expect(bare).toEqual([]);
    });

    it('has plates that are full, on which nothing overlaps', () => {
      const [from, to] = extent('彩页');
      const plates = measurePictures(file)
        .slice(from, to)
        .filter(({ pictures }) => pictures.length > 0);
      expect(plates.flatMap(({ pictures }) => pictures)).toHaveLength(64);
      for (const { pictures, trim } of plates) {
        expect(pictures.length).toBeLessThanOrEqual(6);
        expect(Math.max(...pictures.map((each) => each.foot)) / trim.height).toBeGreaterThan(0.75);
        for (const [i, one] of pictures.entries()) {
          for (const other of pictures.slice(i + 1)) {
            const across = Math.max(other.left - one.right, one.left - other.right);
            const down = Math.max(other.top - one.foot, one.top - other.foot);
            expect(Math.max(across, down)).toBeGreaterThan(11.9);
          }
        }
      }
    });

    it('has its 64 photos, and fonts that a press takes', () => {
      const images = execFileSync('pdfimages', ['-list', file], { encoding: 'utf8' }).trim().split('\n').slice(2);
      expect(images.filter((line) => / image /.test(line))).toHaveLength(64);
      for (const font of book.fonts) expect(font).toMatch(/CID TrueType\s+Identity-H\s+yes yes yes/);
      for (const { mediaBox } of book.pages) {
        expect((mediaBox[2] as number) - (mediaBox[0] as number)).toBeCloseTo(595.276, 2);
        expect((mediaBox[3] as number) - (mediaBox[1] as number)).toBeCloseTo(807.874, 2);
      }
    });

    it.each(['特载', '乡镇街道', '附录'])('breaks in a proof of %s glyph by glyph as in the book', (part) => {
      const out = join(scratch, 'out');
      const { code, stdout, stderr } = nianjian(['proof', CORPUS, part, '--out', out], { cwd: scratch });
      expect(code, stderr).toBe(0);
      expect(stdout).not.toContain('临时');
      expectSameBreaks(out, part, join(out, 'proofs', `${part}-一校.pdf`));
    });
  },
);
