/** Texts as kept, taken out and put in: what is marked, and that nothing is lost. */
import { describe, expect, it } from 'vitest';
import { excerpt } from '../../../src/proof/changes/excerpt.js';
import { wholePieces } from '../../../src/proof/changes/pieces.js';
import { apply, marked } from './book.js';

const mark = (before: string, after: string): string => marked(wholePieces(before, after));

describe('a difference', () => {
  it.each([
    ['全年收入1234万元', '全年收入1250万元', '全年收入[-1234][+1250]万元'],
    ['增长9.5%', '增长10.5%', '增长[-9.5][+10.5]%'],
    ['产量12,345吨', '产量12,845吨', '产量[-12,345][+12,845]吨'],
    ['投入3万元', '投入3亿元', '投入3[-万][+亿]元'],
    ['2020年5月', '2021年5月', '[-2020][+2021]年5月'],
  ])('in a number marks the whole number and leaves its unit: %s → %s', (before, after, expected) => {
    expect(mark(before, after)).toBe(expected);
  });

  it('in a Latin word marks the word', () => {
    expect(mark('接入WiFi热点', '接入WIFI热点')).toBe('接入[-WiFi][+WIFI]热点');
  });

  it('of one character marks that character', () => {
    expect(mark('加强党建工作', '加强党务工作')).toBe('加强党[-建][+务]工作');
  });

  it('of two characters with one between them marks each', () => {
    expect(mark('甲乙丙丁戊', '甲子丙丑戊')).toBe('甲[-乙][+子]丙[-丁][+丑]戊');
  });

  it('of a rewritten clause is one, though a 的 is in both', () => {
    expect(mark('他们推进改革创新的重点任务。', '他们落实督查考核的具体办法。')).toBe(
      '他们[-推进改革创新的重点任务][+落实督查考核的具体办法]。',
    );
  });

  it('does not swallow what stands between two additions', () => {
    expect(mark('甲的乙', '甲子丑寅的卯辰巳乙')).toBe('甲[+子丑寅]的[+卯辰巳]乙');
  });

  it('that adds a clause begins and ends with it', () => {
    expect(mark('甲事办成，乙事办成。', '甲事办成，丙事办成，乙事办成。')).toBe('甲事办成，[+丙事办成，]乙事办成。');
    expect(mark('春天植树。秋天收果。', '春天植树。夏天灌水。秋天收果。')).toBe('春天植树。[+夏天灌水。]秋天收果。');
  });

  it('that takes out a sentence is one, though it shares a character with the next', () => {
    expect(mark('灌溉。解决用水。水费照收。', '灌溉。水费照收。')).toBe('灌溉。[-解决用水。]水费照收。');
    expect(mark('甲一。丙三。', '甲一。甲二。丙三。')).toBe('甲一。[+甲二。]丙三。');
  });

  it('is none where the texts are equal', () => {
    expect(wholePieces('甲乙', '甲乙')).toEqual([{ kind: 'same', text: '甲乙' }]);
    expect(wholePieces('', '')).toEqual([]);
  });
});

describe('an excerpt', () => {
  const long = '零一二三四五六七八九'.repeat(5);

  it('keeps some characters on both sides of a difference', () => {
    expect(marked(excerpt(wholePieces(`${long}甲${long}乙${long}`, `${long}子${long}丑${long}`)))).toBe(
      '…八九零一二三四五六七八九[-甲][+子]零一二三四五六七八九零一…八九零一二三四五六七八九[-乙][+丑]零一二三四五六七八九零一…',
    );
  });

  it('does not cut a number', () => {
    const [first] = excerpt(wholePieces(`${long}123456789零一二三四甲`, `${long}123456789零一二三四乙`));
    expect(first?.text).toBe('…123456789零一二三四');
  });

  it('shows the head and the end of what is new, gone or moved', () => {
    expect(marked(excerpt(wholePieces('', long + long)))).toBe(
      `[+${(long + long).slice(0, 48)}…${(long + long).slice(-24)}]`,
    );
  });
});

it('pieces applied to the old text give the new text, whatever was edited (1,000 seeded edits)', () => {
  const next = seeded(20220901);
  const pick = (letters: string): string => letters[next(letters.length)] as string;
  const write = (length: number): string =>
    Array.from({ length }, () => pick('甲乙丙丁，。、的0123456789.%ab—…¶“”')).join('');
  for (let round = 0; round < 1000; round += 1) {
    const before = write(next(60));
    let after = before;
    for (let edit = next(6); edit > 0; edit -= 1) {
      const at = next(after.length + 1);
      after = after.slice(0, at) + write(next(4)) + after.slice(at + next(4));
    }
    const pieces = wholePieces(before, after);
    expect(apply(pieces)).toEqual({ old: before, new: after });
    expect(pieces.every(({ text }) => text !== '')).toBe(true);
  }
});

/** Whole numbers below a bound, the same at every run (a linear congruence). */
function seeded(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >>> 8) % bound;
  };
}
