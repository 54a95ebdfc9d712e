import { describe, expect, it } from 'vitest';
import { type Dictionary, openDictionary } from '../../../src/subject-index/reading/dictionary.js';
import { readingText } from '../../../src/subject-index/reading/lock.js';
import { NO_MEMO } from '../../../src/subject-index/reading/memo.js';
import { openReader, type ReadAs, type ReadingLock } from '../../../src/subject-index/reading/reader.js';
import type { GivenReading } from '../../../src/tree/index-sources.js';

const NO_LOCK: ReadingLock = { subjects: {}, persons: {} };

const given = (text: string, syllables: string, person = false): GivenReading => {
  const point = { line: 1, column: 1 };
  return { words: { text, position: { start: point, end: point } }, syllables: syllables.split(' '), person };
};

const fails = (): Dictionary => {
  throw new Error('the dictionary was asked');
};

const plain = openReader([], NO_LOCK);
const read = (term: string, as: ReadAs = 'subject'): string => readingText(plain.read(term, as));

describe('a term', () => {
  it('has one syllable a Han character, nothing for the others', () => {
    expect(plain.read('“5G”绿(化)', 'subject').syllables).toEqual([
      null,
      null,
      null,
      null,
      { letters: 'lü', tone: 4 },
      null,
      { letters: 'hua', tone: 4 },
      null,
    ]);
  });

  it('is cut where the likeliest words end, not the longest first', () => {
    expect(read('银行长期贷款')).toBe('yín háng cháng qī dài kuǎn');
    expect(read('市长江大桥')).toBe('shì cháng jiāng dà qiáo');
    expect(read('行长江面')).toMatch(/^háng zhǎng|^xíng cháng/);
  });

  it('keeps the tones of 一 and 不, and 儿 as a syllable', () => {
    expect(read('一个不是')).toBe('yī gè bù shì');
    expect(read('花儿会')).toBe('huā ér huì');
  });

  it('in traditional characters is read as its simplified words', () => {
    expect(read('銀行長期貸款')).toBe('yín háng cháng qī dài kuǎn');
    expect(read('重慶')).toBe('chóng qìng');
  });

  it('of rare characters is read, and has no reading only where nobody has one', () => {
    expect(read('㐂𠮷〇')).toBe('xǐ jí líng');
    expect(plain.read('甲\u{32000}', 'subject')).toMatchObject({ basis: 'none' });
  });

  it('says on what its reading rests', () => {
    expect(plain.read('农业', 'subject')).toMatchObject({ basis: 'single', risk: 0 });
    expect(plain.read('银行', 'subject')).toMatchObject({ basis: 'word' });
    expect(plain.read('重', 'subject')).toMatchObject({ basis: 'guess', doubt: { at: 0, others: ['chóng'] } });
    expect(plain.read('单一波', 'person')).toMatchObject({ basis: 'surname' });
  });
});

describe('the name of a person', () => {
  it('is read by its surname, a double one first', () => {
    expect(read('单固', 'person')).toBe('shàn gù');
    expect(read('尉迟恭', 'person')).toBe('yù chí gōng');
    expect(read('长孙无忌', 'person')).toBe('zhǎng sūn wú jì');
    expect(read('爱新觉罗玄烨', 'person')).toBe('ài xīn jué luó xuán yè');
  });

  it('of other peoples has no surname', () => {
    expect(read('曲扎', 'person')).toBe('qǔ zhā');
    expect(read('单增·曲珍', 'person')).toMatch(/^dān zēng/);
  });

  it('is another thing than the same characters in a term', () => {
    expect(read('单一')).toBe('dān yī');
    expect(read('单一', 'person')).toBe('shàn yī');
  });
});

describe('a reading that is given', () => {
  const reader = openReader(
    [given('六合', 'lù hé'), given('六合彩', 'liù hé cǎi'), given('覃', 'tán', true), given('覃文', 'qín wén', true)],
    { subjects: { 六合茶: 'liù hé chá' }, persons: { 覃武: 'qín wǔ' } },
  );
  const text = (term: string, as: ReadAs): string => readingText(reader.read(term, as));

  it('holds wherever its word stands, the longest word first', () => {
    expect(text('新六合茶园', 'subject')).toBe('xīn lù hé chá yuán');
    expect(text('六合彩', 'subject')).toBe('liù hé cǎi');
    expect(reader.read('六合', 'subject')).toMatchObject({ basis: 'given', risk: 0 });
  });

  it('goes before the lock', () => {
    expect(text('六合茶', 'subject')).toBe('lù hé chá');
    expect(text('覃武', 'person')).toBe('tán wǔ');
  });

  it('of a person is a surname, or a whole name', () => {
    expect(text('覃文', 'person')).toBe('qín wén');
    expect(text('覃兵', 'person')).toBe('tán bīng');
    expect(text('覃兵事迹', 'subject')).toMatch(/^qín/);
  });
});

describe('the dictionary', () => {
  it('is not asked where every term is locked or given', () => {
    const reader = openReader(
      [given('甲乙', 'jiǎ yǐ')],
      { subjects: { 长势: 'zhǎng shì' }, persons: {} },
      NO_MEMO,
      fails,
    );
    expect(readingText(reader.read('长势', 'subject'))).toBe('zhǎng shì');
    expect(readingText(reader.read('甲乙', 'subject'))).toBe('jiǎ yǐ');
    expect(() => reader.read('长度', 'subject')).toThrow('the dictionary was asked');
  });

  it('does not move a locked term when it says something else', () => {
    const poisoned = (): Dictionary =>
      openDictionary(Buffer.from(JSON.stringify({ 银: ['yín', 1e-9], 银行: ['yín xíng', 1e-7] }, null, 2)));
    const lock = { subjects: { 银行: 'yín háng' }, persons: {} };
    const reader = openReader([], lock, NO_MEMO, poisoned);
    expect(readingText(reader.read('银行', 'subject'))).toBe('yín háng');
    expect(readingText(reader.consult('银行', 'subject'))).toBe('yín xíng');
  });

  it('finds every word that begins at a place', () => {
    const words = openDictionary().wordsAt([...'中国人民银行'], 0);
    expect(words.map(({ length }) => length)).toEqual(expect.arrayContaining([2, 6]));
    expect(words.find(({ length }) => length === 2)?.word.syllables).toEqual(['zhōng', 'guó']);
  });

  it('is read by halving as it would be by parsing, but for the few words out of order', async () => {
    const { readFile } = await import('node:fs/promises');
    const bytes = await readFile(new URL('../../../node_modules/@pinyin-pro/data/json/complete.json', import.meta.url));
    const dictionary = openDictionary(bytes);
    const keys = [...bytes.toString().matchAll(/^ {2}"([^"]+)": \[/gm)].map((match) => match[1] as string);
    const sample = keys.filter((_, index) => index % 97 === 0);
    const lost = sample.filter((word) => {
      const characters = [...word];
      return !dictionary.wordsAt(characters, 0).some(({ length }) => length === characters.length);
    });
    expect(sample.length).toBeGreaterThan(3000);
    expect(lost.length).toBeLessThanOrEqual(2);
  });
});
