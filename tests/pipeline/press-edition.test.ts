/** The press edition of a whole book, through the command as a user types it. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { pagesOf } from '../../src/press/pdf/pages.js';
import { openPdf } from '../../src/press/pdf/pdf-file.js';
import { extractText } from '../../src/press/text/extract.js';
import { nianjian } from '../cli/nianjian.js';
import { projectFolder, sixGenres } from './six-genres.js';
import { scratchFolder } from './volume.js';

const MM = 72 / 25.4;
const home = join(scratchFolder(), 'press');
const file = (name: string): string => join(home, 'dist', '2022', name);
const bytes = (name: string): Buffer => readFileSync(file(name));

function build(...args: string[]) {
  const run = nianjian(['build', ...args], { cwd: home });
  expect(run.code, run.stderr).toBe(0);
  return { ...run, report: JSON.parse(readFileSync(file('report.json'), 'utf8')) };
}

let first: ReturnType<typeof build>;

beforeAll(async () => {
  projectFolder(home, await sixGenres(['开本: 16开', '版式:', "  配色: '#2a5b4c'", '印刷:', '  出血: 4毫米']));
  first = build('--press');
}, 120_000);

describe('build --press', () => {
  it('writes book-press.pdf beside the book, and says what it is', () => {
    expect(first.stdout).toMatch(/印刷文件　.*book-press\.pdf（.*PDF\/X-4，FOGRA39，出血 4 毫米）/u);
    const { press, figures } = first.report;
    const { whole, rest, blanks, size } = press.signatures;
    expect(size).toBe(16);
    expect(whole * 16 + rest).toBe(figures.pages);
    expect((figures.pages + blanks) % 16).toBe(0);
    expect(first.stdout).toContain(`${figures.pages} 面，每帖 16 面`);
    expect(first.stderr).not.toContain('press-ink-unlisted');
  });

  it('has pages of the trim size with the bleed of book.yaml, and the screen PDF pages of the trim size alone', () => {
    for (const { dict } of pagesOf(openPdf(bytes('book-press.pdf')))) {
      const [left = 0, bottom = 0, right = 0, top = 0] = dict.get('TrimBox') as number[];
      expect((right - left) / MM).toBeCloseTo(185, 3);
      expect((top - bottom) / MM).toBeCloseTo(260, 3);
      const bleed = dict.get('BleedBox') as number[];
      expect((left - (bleed[0] as number)) / MM).toBeCloseTo(4, 3);
      expect(((bleed[3] as number) - top) / MM).toBeCloseTo(4, 3);
    }
    for (const { mediaBox } of pagesOf(openPdf(bytes('book.pdf')))) {
      expect((mediaBox[2] - mediaBox[0]) / MM).toBeCloseTo(185, 3);
    }
  });

  it('says what the book says, page by page', () => {
    const words = (name: string) => extractText(bytes(name)).map((page) => page.runs.map((run) => run.text).join('\n'));
    expect(words('book-press.pdf')).toEqual(words('book.pdf'));
  });

  it('gives the accent of the book inks, and their tints to what is mixed of it', () => {
    const { inks } = first.report.press;
    const [cyan, magenta, yellow, black] = inks.accent as number[];
    for (const ink of inks.accent) expect(Number.isInteger(ink)).toBe(true);
    expect(cyan).toBeGreaterThan(magenta as number);
    expect((yellow as number) + (black as number)).toBeGreaterThan(20);
    expect(inks['tab-ground'][0]).toBeCloseTo((cyan as number) * 0.16, 1);
    expect(inks.ink).toEqual([0, 0, 0, 100]);
  });

  it('lets thumb tabs run over the trimmed edge to the end of the bleed', () => {
    const page = pagesOf(openPdf(bytes('book-press.pdf'))).findIndex((_, at) => textOf(at).includes('粮食第1项'));
    expect(page).toBeGreaterThan(0);
    const png = ['-r', '50', '-png', '-singlefile', '-f', String(page + 1), '-l', String(page + 1)];
    execFileSync('pdftoppm', [...png, file('book-press.pdf'), file('edge')]);
    return inkedEdges(file('edge.png')).then((edges) => expect(edges.filter(Boolean)).toHaveLength(1));
  });

  it('makes the press file again of the book that is there, byte by byte, without printing', () => {
    const before = bytes('book-press.pdf');
    rmSync(file('book-press.pdf'));
    const { stdout } = build('--press');
    expect(stdout).toContain('没有变化');
    expect(Buffer.compare(bytes('book-press.pdf'), before)).toBe(0);
  });

  it('makes PDF/X-1a with marks when it is told, and none when it is not', () => {
    const { stdout } = build('--pdfx', '1a', '--marks');
    expect(stdout).toContain('PDF/X-1a:2001');
    expect(stdout).toContain('带裁切标记');
    const [page] = pagesOf(openPdf(bytes('book-press.pdf')));
    expect((page?.mediaBox[2] as number) - (page?.mediaBox[0] as number)).toBeGreaterThan((185 + 8 + 16) * MM);
    expect(build().stdout).not.toContain('重做');
    rmSync(file('book-press.pdf'));
    expect(build().stdout).not.toContain('印刷文件');
    expect(existsSync(file('book-press.pdf'))).toBe(false);
  });

  it('says so when the press file that is there is not of this book', () => {
    build('--press');
    writeFileSync(
      file('book-press.pdf'),
      bytes('book-press.pdf')
        .toString('latin1')
        .replaceAll(/uuid:[0-9a-f]/gu, 'uuid:g'),
      'latin1',
    );
    expect(build().stdout).toContain('book-press.pdf 是按以前的书做的');
  });
});

function textOf(page: number): string {
  return (
    extractText(bytes('book-press.pdf'))
      [page]?.runs.map((run) => run.text)
      .join('') ?? ''
  );
}

/** Whether the outermost pixels at the left and at the right have any colour. */
async function inkedEdges(picture: string): Promise<boolean[]> {
  const { default: sharp } = await import('sharp');
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return [1, info.width - 2].map((x) =>
    Array.from({ length: info.height }, (_, y) => data[(y * info.width + x) * info.channels] as number).some(
      (red) => red < 245,
    ),
  );
}
