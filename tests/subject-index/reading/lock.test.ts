import { describe, expect, it } from 'vitest';
import {
  compareLock,
  lockReadings,
  parseLock,
  type ReadTerm,
  serializeLock,
} from '../../../src/subject-index/reading/lock.js';
import { openReader } from '../../../src/subject-index/reading/reader.js';

const NOTHING = { subjects: {}, persons: {} };
const reader = openReader([], NOTHING);
const subject = (term: string): ReadTerm => ({ term, reading: reader.read(term, 'subject') });

describe('the lock', () => {
  it('is written with the terms in a fixed order, and read as it was written', () => {
    const lock = lockReadings([subject('绿化'), subject('“放管服”: 改革'), subject('3D')], []);
    const text = serializeLock(lock);
    expect(text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))).toEqual([
      '标引词:',
      '  "“放管服”: 改革": fàng guǎn fú gǎi gé',
      '  绿化: lǜ huà',
      '人名:',
    ]);
    expect(parseLock(text)).toEqual({ lock, messages: [] });
    expect(serializeLock(lockReadings([subject('“放管服”: 改革'), subject('绿化')], []))).toBe(text);
  });

  it('begins with what it is, in Chinese', () => {
    expect(serializeLock(NOTHING)).toMatch(/^# .*读音[\s\S]*读音\.yaml/);
  });

  it('holds no term that could not be read', () => {
    expect(lockReadings([subject('甲\u{32000}')], [])).toEqual(NOTHING);
  });

  it.each([
    ['no line at all', '标引词:\n  绿化 lǜ huà\n  农业: nóng yè\n', 2],
    ['too few syllables', '标引词:\n  绿化: lǜ\n  农业: nóng yè\n', 2],
    ['what is no syllable', '标引词:\n  绿化: lx4 hua4\n  农业: nóng yè\n', 2],
    ['marks of a merge', '标引词:\n  农业: nóng yè\n<<<<<<< ours\n', 3],
    ['a broken quote', '标引词:\n  农业: nóng yè\n  "绿\\化: lǜ huà\n', 3],
  ])('passes over %s with a warning, and keeps the rest', (_, text, line) => {
    const { lock, messages } = parseLock(text);
    expect(lock).toEqual({ subjects: { 农业: 'nóng yè' }, persons: {} });
    expect(messages).toMatchObject([{ severity: 'warning', rule: 'lock-damaged', line }]);
  });

  it('may have the line ends of Windows, and its byte order mark', () => {
    expect(parseLock('\uFEFF人名:\r\n  单固: shàn gù\r\n').lock).toEqual({
      subjects: {},
      persons: { 单固: 'shàn gù' },
    });
  });

  it('is told from what the dictionary of today says', () => {
    const lock = { subjects: { 银行: 'yín xíng', 农业: 'nóng yè' }, persons: { 单固: 'dān gù' } };
    expect(compareLock(lock, reader.consult)).toEqual([
      { term: '银行', as: 'subject', locked: 'yín xíng', today: 'yín háng' },
      { term: '单固', as: 'person', locked: 'dān gù', today: 'shàn gù' },
    ]);
  });
});
