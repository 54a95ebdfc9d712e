import { describe, expect, it } from 'vitest';
import { type Breach, findBreaches, type SourceRun, squeeze } from '../../src/paginate/conservation.js';

/** A run a line, from line 1 of one file. */
function runs(...texts: string[]): SourceRun[] {
  return texts.map((text, i) => ({ text, file: '05-农业/01-甲.md', line: i + 1, column: 3 }));
}

/** `kind line: expected→found` of each breach. */
function breaches(source: SourceRun[], pages: string): string[] {
  return findBreaches(source, pages).map(
    ({ kind, line, expected, found }: Breach) => `${kind} ${line}: ${expected}→${found}`,
  );
}

/** Han characters in no order, always the same for one seed. */
function characters(count: number, seed: number): string {
  let state = seed;
  let text = '';
  for (let i = 0; i < count; i += 1) {
    state = (Math.imul(state, 1664525) + 1013904223 + seed) >>> 0;
    text += String.fromCharCode(0x4e00 + ((state >>> 8) % 20000));
  }
  return text;
}

const FIRST = '全县完成春播面积十万亩，比上年增长百分之五。';
const SECOND = '小麦播种三万亩，玉米播种五万亩，蔬菜两万亩。';
const THIRD = '农机总动力达到四十万千瓦，机播水平继续提高。';
const TEXTS = [FIRST, SECOND, THIRD];

describe('text that is all there', () => {
  it('gives no breach', () => {
    expect(findBreaches(runs(...TEXTS), TEXTS.join(''))).toEqual([]);
    expect(findBreaches([], '')).toEqual([]);
    expect(findBreaches(runs('', ' 　'), '\n')).toEqual([]);
  });

  it('may be spaced otherwise: padded names, lines, ideographic and no-break spaces', () => {
    expect(findBreaches(runs('李强 王小芳', '2021年 5%'), '李　强\n王小芳\t2021年\u00a05%\u2003')).toEqual([]);
    expect(squeeze(' 李　强\n\u00a0')).toBe('李强');
  });
});

describe('a breach', () => {
  it.each([
    ['a lost paragraph', FIRST + THIRD, `lost 2: ${SECOND}→`],
    ['a lost first paragraph', SECOND + THIRD, `lost 1: ${FIRST}→`],
    ['a lost last paragraph', FIRST + SECOND, `lost 3: ${THIRD}→`],
    ['a doubled paragraph', FIRST + SECOND + SECOND + THIRD, `added 2: →${SECOND}`],
    ['a doubled first paragraph', FIRST + FIRST + SECOND + THIRD, `added 1: →${FIRST}`],
    ['a doubled last paragraph', FIRST + SECOND + THIRD + THIRD, `added 3: →${THIRD}`],
    ['a changed character', TEXTS.join('').replace('三万', '八万'), 'changed 2: 三→八'],
    ['a changed first character', TEXTS.join('').replace('全', '本'), 'changed 1: 全→本'],
    ['a changed last character', TEXTS.join('').replace(/。$/u, '！'), 'changed 3: 。→！'],
    ['a lost first character', TEXTS.join('').slice(1), 'lost 1: 全→'],
    ['a lost last character', TEXTS.join('').slice(0, -1), 'lost 3: 。→'],
    ['an added first character', `※${TEXTS.join('')}`, 'added 1: →※'],
    ['an added last character', `${TEXTS.join('')}※`, 'added 3: →※'],
    [
      'a character changed shortly before the end',
      TEXTS.join('').replace('继续提高', '不断提高'),
      'changed 3: 继续→不断',
    ],
  ])('is %s', (_, pages, expected) => {
    expect(breaches(runs(...TEXTS), pages)).toEqual([expected]);
  });

  it('is a doubled row between rows that are nearly the same', () => {
    const rows = ['小麦310.5102.3', '玉米310.5102.3', '大豆310.5102.3', '油料310.5102.3'];
    const pages = [...rows.slice(0, 2), ...rows.slice(1)].join('');
    expect(breaches(runs(...rows), pages)).toEqual(['added 2: →玉米310.5102.3']);
  });

  it('is words that changed places', () => {
    const [one, other, ...more] = findBreaches(runs(...TEXTS), FIRST + THIRD + SECOND);
    expect(more).toEqual([]);
    // Either of the two may be called the one that moved.
    expect([one?.kind, other?.kind].sort()).toEqual(['added', 'lost']);
    const moved = one?.expected || one?.found;
    expect([SECOND, THIRD]).toContain(moved);
    expect(other?.expected || other?.found).toBe(moved);
  });

  it('is everything, where the pages are empty, or the tree is', () => {
    expect(breaches(runs(...TEXTS), '')).toEqual([`lost 1: ${TEXTS.join('')}→`]);
    expect(findBreaches([], '甲')).toEqual([
      { kind: 'added', expected: '', found: '甲', file: '', line: 0, column: 0 },
    ]);
  });

  it('is everything, where the texts have nothing in common', () => {
    expect(breaches(runs('甲乙丙'), '丁戊')).toEqual(['changed 1: 甲乙丙→丁戊']);
  });

  it('never cuts a character of two code units in half', () => {
    // 𠮷 and 𠮶 share their first half, 𠮷 and 𡮷 their second.
    expect(breaches(runs('姓𠮷的人'), '姓𠮶的人')).toEqual(['changed 1: 𠮷→𠮶']);
    expect(breaches(runs('姓𠮷'), '姓𡮷')).toEqual(['changed 1: 𠮷→𡮷']);
  });
});

describe('several breaches', () => {
  it('are told one by one, each with its place', () => {
    const lines = Array.from({ length: 9 }, (_, i) => `${characters(30, i)}春播`);
    const pages = [
      lines[0],
      lines[1],
      lines[3],
      lines[4],
      lines[4],
      lines[5],
      lines[6]?.replace('春播', '秋播'),
      ...lines.slice(7),
    ];
    const found = findBreaches(runs(...lines), pages.join(''));
    expect(found.map(({ kind, file, line, column }) => [kind, file, line, column])).toEqual([
      ['lost', '05-农业/01-甲.md', 3, 3],
      ['added', '05-农业/01-甲.md', 5, 3],
      ['changed', '05-农业/01-甲.md', 7, 3],
    ]);
  });

  it('are no more than an editor can read', () => {
    const lines = Array.from({ length: 60 }, (_, i) => `第${i}行${FIRST}`);
    const found = findBreaches(runs(...lines), lines.map((line) => line.replace('春播', '秋播')).join(''));
    expect(found).toHaveLength(20);
  });

  it('do not point at a run without text', () => {
    const source = runs('', FIRST, ' ', SECOND, '');
    expect(breaches(source, FIRST.replace('春', '秋') + SECOND)).toEqual(['changed 2: 春→秋']);
    expect(breaches(source, `${FIRST}※${SECOND}`)).toEqual(['added 2: →※']);
    expect(breaches(source, FIRST)).toEqual([`lost 4: ${SECOND}→`]);
  });
});

describe('a whole part of 300,000 characters', () => {
  const BOOK = characters(300_000, 1);
  const PARAGRAPHS = runs(...(BOOK.match(/.{1,200}/gu) ?? []));

  /** Far more than it takes, far less than a search through everything for every character would. */
  const ENOUGH_MS = 4000;
  const timed = (pages: string): Breach[] => {
    const start = performance.now();
    const found = findBreaches(PARAGRAPHS, pages);
    expect(performance.now() - start).toBeLessThan(ENOUGH_MS);
    return found;
  };

  it('is compared quickly when nothing is wrong', () => {
    expect(timed(BOOK)).toEqual([]);
  });

  it('is compared quickly when a little is wrong in many places', () => {
    const damaged = PARAGRAPHS.map(({ text }, i) => (i % 50 === 7 ? text.slice(5) : text)).join('');
    const found = timed(damaged);
    expect(found).toHaveLength(20);
    expect(found.map(({ kind, expected }) => [kind, expected.length])).toEqual(
      Array.from({ length: 20 }, () => ['lost', 5]),
    );
    expect(found.map(({ line }) => line)).toEqual(Array.from({ length: 20 }, (_, i) => 50 * i + 8));
  });

  it('is told apart into its breaches, though much is lost between', () => {
    const found = timed(BOOK.slice(0, 1000) + BOOK.slice(16_000, 200_000) + BOOK.slice(200_005));
    expect(found.map(({ kind, expected, line }) => [kind, expected.length, line])).toEqual([
      ['lost', 15_000, 6],
      ['lost', 5, 1001],
    ]);
  });

  it('is compared quickly when nothing agrees', () => {
    expect(timed(characters(300_000, 99))).toHaveLength(1);
    expect(timed('一'.repeat(300_000))).toHaveLength(1);
  });

  it('is compared quickly when a stretch longer than the search is lost: the rest is told as one breach', () => {
    const [breach, ...more] = timed(BOOK.slice(0, 1000) + BOOK.slice(101_000));
    expect(breach).toMatchObject({ kind: 'lost', line: 6 });
    expect(breach?.expected).toHaveLength(100_000);
    expect(more).toEqual([]);
  });
});
