import { describe, expect, it } from 'vitest';
import { matchingFiles, parseQuestion } from '../../../src/proof/where/question.js';

describe('a question', () => {
  it('is an address', () => {
    expect(parseQuestion('57a12')).toEqual({ kind: 'address', folio: '57', letter: 'a', line: 12 });
    expect(parseQuestion('第57页左栏第12行')).toMatchObject({ kind: 'address', folio: '57', said: 'left' });
  });

  it.each([
    ['13-农业/01-农业农村.md:9', '13-农业/01-农业农村.md', 9, undefined],
    ['13-农业/01-农业农村.md:9:45', '13-农业/01-农业农村.md', 9, 45],
    ['13-农业/01-农业农村.md:9:45:', '13-农业/01-农业农村.md', 9, 45],
    ['01-农业农村：９：４５', '01-农业农村', 9, 45],
    ['01-农业农村.md 第9行', '01-农业农村.md', 9, undefined],
    ['.\\13-农业\\01-甲.md:9', '13-农业/01-甲.md', 9, undefined],
    ['D:\\卷\\13-农业\\01-甲.md:9', 'D:/卷/13-农业/01-甲.md', 9, undefined],
    // Full-width signs in a name stay what they are.
    ['01-甲（乙）.md:9', '01-甲（乙）.md', 9, undefined],
  ])('is a place in a manuscript: %s', (text, file, line, column) => {
    expect(parseQuestion(text)).toEqual({ kind: 'source', file, line, ...(column && { column }) });
  });

  it.each(['', '农业', '01-甲.md', '01-甲.md:', '01-甲.md:0', ':9', '57'])('is nothing: %j', (text) => {
    expect(parseQuestion(text)).toBeUndefined();
  });
});

describe('a manuscript', () => {
  const files = ['01-卷首/01-说明.md', '13-农业/01-说明.md', '13-农业/02-水利.md', '14-工业/12-水利.md'];
  it.each([
    ['13-农业/02-水利.md', ['13-农业/02-水利.md']],
    ['02-水利.md', ['13-农业/02-水利.md']],
    ['02-水利', ['13-农业/02-水利.md']],
    ['manuscripts/2022/13-农业/02-水利.md', ['13-农业/02-水利.md']],
    ['01-说明', ['01-卷首/01-说明.md', '13-农业/01-说明.md']],
    ['水利.md', []],
    ['03-没有.md', []],
  ])('is named by its path, or by the end of it: %s', (typed, expected) => {
    expect(matchingFiles(typed, files)).toEqual(expected);
  });

  it('is the same however the system writes its accents', () => {
    expect(matchingFiles('é.md'.normalize('NFD'), ['甲/é.md'.normalize('NFC')])).toEqual(['甲/é.md'.normalize('NFC')]);
  });
});
