import { describe, expect, it } from 'vitest';
import { readReadings } from '../../src/volume/readings-file.js';

const told = (source: string): string[] =>
  readReadings(source).messages.map(({ rule, line, column }) => `${rule} ${line}:${column}`);

describe('读音.yaml', () => {
  it('gives readings of words, and of surnames and names', () => {
    const { readings, messages } = readReadings('六安: lù ān\n人名:\n  覃: tán\n  单一波: shan4 yi1 bo1\n');
    expect(messages).toEqual([]);
    expect(readings).toMatchObject([
      { words: { text: '六安', position: { start: { line: 1, column: 1 } } }, syllables: ['lù', 'ān'], person: false },
      { words: { text: '覃', position: { start: { line: 3, column: 3 } } }, syllables: ['tán'], person: true },
      { words: { text: '单一波' }, syllables: ['shàn', 'yī', 'bō'], person: true },
    ]);
  });

  it.each([
    ['绿化: lǜ huà', 'lǜ huà'],
    ['绿化: lv4hua4', 'lǜ huà'],
    ['绿化: lu:4 hua4', 'lǜ huà'],
    ['绿化: Lǜhuà', 'lǜ huà'],
    [`西安: "xi1'an1"`, 'xī ān'],
    ['西安: xīān', 'xī ān'],
    ['先: xiān', 'xiān'],
    ['5G基站: jī zhàn', 'jī zhàn'],
    ['儿子: ér zi', 'ér zi'],
  ])('understands %s', (line, reading) => {
    const { readings, messages } = readReadings(`${line}\n`);
    expect(messages).toEqual([]);
    expect(readings[0]?.syllables.join(' ')).toBe(reading);
  });

  it.each([
    ['a syllable too few', '六安: lù\n', 'readings-count 1:1'],
    ['a syllable too many', '农业: nóng\n六安: lù ān xiàn\n', 'readings-count 2:1', 'readings-count 1:1'],
    ['what is no syllable', '六安: lù qw1\n', 'readings-syllable 1:1'],
    ['no tones', '六安: lu an\n', 'readings-tone 1:1'],
    ['no reading', '六安:\n', 'readings-empty 1:1'],
    ['a word without Han characters', 'GDP: jī\n', 'readings-not-han 1:1'],
    ['an unknown section', '地名:\n  六安: lù ān\n', 'readings-section 1:1'],
    ['a list', '六安: [lù, ān]\n', 'readings-form 1:1'],
    ['a section without lines', '人名: 覃\n', 'readings-form 1:1'],
    ['a word twice', '六安: lù ān\n六安: lù ān\n', 'readings-duplicate-key 2:1'],
    ['a name twice', '人名:\n  覃: tán\n  覃: qín\n', 'readings-duplicate-key 3:3'],
    ['what is no mapping', '六安 lù ān\n', 'readings-not-mapping 1:1'],
  ])('is an error for %s', (_, source, ...expected) => {
    expect(told(source).toSorted()).toEqual(expected.toSorted());
  });

  it('says in Chinese what to write instead', () => {
    expect(readReadings('六安: lù\n').messages[0]).toMatchObject({
      severity: 'error',
      file: '读音.yaml',
      reason: '“六安”有2个汉字，读音却有1个音节',
      remedy: expect.stringContaining('一个汉字写一个音节'),
    });
  });

  it('may be empty', () => {
    expect(readReadings('')).toEqual({ readings: [], messages: [] });
    expect(readReadings('# 没有\n人名:\n')).toEqual({ readings: [], messages: [] });
  });
});
