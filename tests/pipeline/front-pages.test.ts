/** 扉页, 版权页, 编纂委员会, openers and thumb tabs of a whole book, measured in its PDF. */
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { nianjian } from '../cli/nianjian.js';
import { type BookLine, type PrintedBook, readBook } from './printed-book.js';
import { projectFolder } from './six-genres.js';
import { type Files, scratchFolder } from './volume.js';

const scratch = scratchFolder();
/** 16开, points: trim, outer margin, height of the type area and of its five steps. */
const WIDTH = (185 / 25.4) * 72;
const STEP = (836 / 5) * 0.75;
const AREA_TOP = 80 * 0.75;
const PARTS = ['特载', '农业', '中国共产党测试县委员会', '教育、科技', '法治', '水利', '交通', '林业', '附录'];

const SETTINGS = `书名: 测试省测试市测试县综合年鉴
卷号: 2022
主办: 测试县人民政府
编纂: 测试县史志办公室
开本: 16开
版权:
  书号: 978-7-0000-0000-1
  CIP: （2022）第123456号
  主题词: 测试县－2022－年鉴
  分类号: Z524.24
  责任编辑: 张三
  责任校对: 李四
  出版社: 测试出版社
  出版地: 北京
  版次: 2022年12月第1版
  定价: 198
`;

function files(settings: string): Files {
  const text = '全县粮食播种面积稳定，总产量比上年增长。'.repeat(130);
  return {
    'book.yaml': settings,
    '01-卷首/01-编委.md':
      '---\n类目: 卷首\n体裁: 名录\n标题: 编纂委员会\n---\n\n- 主任：张三（县长）\n- 委员：李四；王五六；赵七；孙八；周九；吴十；郑一\n',
    ...Object.fromEntries(
      PARTS.map((title, i) => [
        `${String(i + 2).padStart(2, '0')}-类目/01-稿件.md`,
        `---\n类目: ${title}\n---\n\n${text}\n`,
      ]),
    ),
  };
}

function build(name: string, settings: string) {
  const home = projectFolder(join(scratch, name), files(settings));
  return { ...nianjian(['build'], { cwd: home }), file: join(home, 'dist', '2022', 'book.pdf') };
}

let book: PrintedBook;
beforeAll(() => {
  const { code, stderr, file } = build('whole', SETTINGS);
  expect(code, stderr).toBe(0);
  book = readBook(file);
});

const squeeze = (lines: BookLine[]): string => lines.map(({ text }) => text.replace(/\s+/gu, '')).join('');
const linesOf = (page: number): BookLine[] => book.pages[page]?.lines ?? [];

/** The runs of a page that share a baseline, as one. */
function rowsOf(page: number): Pick<BookLine, 'text' | 'x' | 'y' | 'end' | 'size'>[] {
  const rows = new Map<number, BookLine[]>();
  for (const line of linesOf(page)) rows.set(line.y, [...(rows.get(line.y) ?? []), line]);
  return [...rows].map(([y, lines]) => ({
    text: squeeze(lines),
    x: Math.min(...lines.map(({ x }) => x)),
    y,
    end: Math.max(...lines.map(({ end }) => end)),
    size: lines[0]?.size ?? 0,
  }));
}

describe('the title page', () => {
  it('parts a long title where a place ends, and centres it in one size that fits', () => {
    const title = rowsOf(0).filter(({ size }) => size > 25);
    expect(title.map(({ text }) => text)).toEqual(['测试省测试市', '测试县综合年鉴']);
    for (const { x, end } of title) expect(Math.abs((x + end) / 2 - WIDTH / 2 - (72 - 67.2) * 0.375)).toBeLessThan(4);
  });

  it('has the publisher at its foot', () => {
    expect(rowsOf(0).at(-1)?.text).toBe('测试出版社');
    expect(rowsOf(0).at(-1)?.y).toBeGreaterThan(640);
  });
});

describe('the imprint page', () => {
  it('is the verso of the title page, with the CIP block above and the record at the foot', () => {
    const text = book.pages[1]?.text;
    for (const words of [
      '图书在版编目（CIP）数据测试省测试市测试县综合年鉴.2022／测试县史志办公室编.—北京：测试出版社，2022.12ISBN978-7-0000-0000-1',
      'Ⅰ.①测…Ⅱ.①测…Ⅲ.①测试县－2022－年鉴Ⅳ.①Z524.24',
      '中国国家版本馆CIP数据核字（2022）第123456号',
      '责任编辑张三责任校对李四',
      '开本787毫米×1092毫米1/16成品尺寸185毫米×260毫米',
      '定价198.00元',
    ]) {
      expect(text).toContain(words);
    }
  });

  it('says how many sheets and characters the book has', () => {
    const pages = book.pages.length;
    expect(book.pages[1]?.text).toContain(
      `印张${Math.ceil(pages / 4) / 4}字数${Math.round((38 * 38 * pages) / 1000)}千字`,
    );
    expect(pages).toBeGreaterThan(20);
  });

  it('is refused where it does not fit its page', () => {
    const { code, stderr } = build('long', `${SETTINGS}  声明: ${'未经许可不得复制。'.repeat(260)}\n`);
    expect(code).toBe(1);
    expect(stderr).toContain('[imprint-too-long]');
    expect(stderr).toContain('“版权”的内容一面排不下');
  });

  it('is refused with a false check digit, and the right one is said', () => {
    const { code, stderr } = build('isbn', SETTINGS.replace('0000-1', '0000-8'));
    expect(code).toBe(1);
    expect(stderr).toMatch(/book\.yaml:7:7 .*应当是1.*978-7-0000-0000-1.*\[settings-isbn\]/u);
  });
});

describe('the 编纂委员会', () => {
  it('has its names in columns: four of them begin where others begin', () => {
    const names = linesOf(2).filter(({ text }) => /^[李王赵孙周吴郑]/u.test(text));
    expect(names.length).toBeGreaterThan(1);
    expect(book.pages[2]?.text).toContain('主任：张三（县长）委员：李四王五六赵七孙八');
    const columns = new Set(
      names.flatMap(({ text, xs }) =>
        [...text].flatMap((c, i) => (/[李王赵孙周吴郑]/u.test(c) ? [Math.round(xs[i] as number)] : [])),
      ),
    );
    expect(columns.size).toBeLessThan(7);
    expect(columns.size).toBeGreaterThan(2);
  });
});

describe('thumb tabs', () => {
  /** Glyphs of the tab on a page: they stand in the outer margin at the height of the type area. */
  function tabOf(page: number): { text: string; xs: number[]; ys: number[] } {
    const recto = page % 2 === 0;
    const outer = linesOf(page).filter(({ x, y }) => y > 55 && y < 695 && (recto ? x > WIDTH - 45 : x < 40));
    return { text: squeeze(outer), xs: outer.map(({ x }) => x), ys: outer.map(({ y }) => y) };
  }
  const first = (): number[] =>
    PARTS.map((title) => book.bookmarks.find((mark) => mark.title === title)?.page as number);

  it('say their 类目 on every page of it, openers included, and stand on no other', () => {
    const starts = first();
    for (const [page] of book.pages.entries()) {
      const part = starts.filter((start) => start <= page).length - 1;
      const index = page >= (book.bookmarks.find(({ title }) => title === '索引')?.page ?? book.pages.length);
      const letters = (text: string): string => [...text].sort().join('');
      expect(letters(tabOf(page).text), `page ${page}`).toBe(part < 0 || index ? '' : letters(PARTS[part] as string));
    }
  });

  it('step down the fore-edge, and begin anew after the fifth', () => {
    for (const [i, page] of first().entries()) {
      const { ys } = tabOf(page);
      const top = AREA_TOP + (i % 5) * STEP;
      expect(Math.min(...ys), PARTS[i]).toBeGreaterThan(top);
      expect(Math.max(...ys), PARTS[i]).toBeLessThan(top + STEP);
      // In the middle of its step; a baseline stands below the middle of its glyph.
      expect(Math.abs((Math.min(...ys) + Math.max(...ys)) / 2 - 3 - (top + STEP / 2)), PARTS[i]).toBeLessThan(4);
    }
  });

  it('stand at the outer edge: right on a recto, left on a verso', () => {
    let versos = 0;
    for (const page of first()) {
      for (const at of [page, page + 1]) {
        const { xs } = tabOf(at);
        versos += at % 2;
        for (const x of xs) {
          if (at % 2 === 0) expect(x).toBeGreaterThan(WIDTH - 40);
          else expect(x).toBeLessThan(32);
        }
      }
    }
    expect(versos).toBeGreaterThan(4);
  });

  it('are set in fonts that a press takes', () => {
    for (const font of book.fonts) expect(font).toMatch(/CID TrueType\s+Identity-H\s+yes yes yes/);
  });
});

describe('openers', () => {
  it('set each title in one line inside the type area, large where it is short', () => {
    const sizes = PARTS.map((title, i) => {
      const page = book.bookmarks.find((mark) => mark.title === title)?.page as number;
      const lines = linesOf(page).filter(({ size, y }) => size > 15 && y < 200);
      expect(squeeze(lines), `opener ${i}`).toBe(title);
      expect(new Set(lines.map(({ y }) => y)).size).toBe(1);
      expect(Math.max(...lines.map(({ end }) => end))).toBeLessThan(WIDTH - 50);
      return lines[0]?.size as number;
    });
    expect(Math.max(...sizes)).toBeCloseTo(30, 1);
  });
});
