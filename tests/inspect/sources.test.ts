import { describe, expect, it } from 'vitest';
import { sourcesOf } from '../../src/inspect/sources.js';

const FILE = '05-农业/01-甲.md';

describe('the place of a character in the manuscripts', () => {
  const find = sourcesOf([
    { text: '春耕', file: FILE, line: 7, column: 2 },
    { text: '甲 乙\u3000丙。', file: FILE, line: 7, column: 5 },
    { text: '目录', file: '', line: 0, column: 0 },
    { text: '𠮷丁', file: FILE, line: 9, column: 1 },
  ]);

  it('is that of its run, moved on by the characters and white space before it', () => {
    expect(find(0)).toEqual({ file: FILE, line: 7, column: 2 });
    expect(find(1)).toEqual({ file: FILE, line: 7, column: 3 });
    expect(find(2)).toEqual({ file: FILE, line: 7, column: 5 });
    expect(find(3)).toEqual({ file: FILE, line: 7, column: 7 });
    expect(find(4)).toEqual({ file: FILE, line: 7, column: 9 });
  });

  it('counts rare characters by their two units, as the pages do', () => {
    expect(find(8)).toEqual({ file: FILE, line: 9, column: 1 });
    expect(find(10)).toEqual({ file: FILE, line: 9, column: 3 });
  });

  it('is none for text that the tool writes, and none behind the last character', () => {
    expect(find(6)).toBeUndefined();
    expect(find(11)).toBeUndefined();
  });
});
