import { describe, expect, it } from 'vitest';
import { parseSince } from '../../../src/proof/record/since.js';

describe('an earlier proof', () => {
  it.each([
    ['一校', 1],
    ['1', 1],
    ['１校', 1],
    ['初校', 1],
    ['第二校', 2],
    ['二校样', 2],
    ['三', 3],
  ])('is named by its round: %s', (text, round) => {
    expect(parseSince(text)).toEqual({ kind: 'round', round });
  });

  it.each([
    ['2022-09-01', '2022-09-01'],
    ['2022-9-1', '2022-09-01'],
    ['2022/9/1', '2022-09-01'],
    ['2022年9月1日', '2022-09-01'],
    ['20220901', '2022-09-01'],
    ['9月1日', '09-01'],
    ['9月1号', '09-01'],
    ['９月１日', '09-01'],
    ['9.1', '09-01'],
  ])('is named by its date: %s', (text, day) => {
    expect(parseSince(text)).toEqual({ kind: 'date', day });
  });

  it('is named by a file', () => {
    expect(parseSince('dist/2022/proofs/农业-一校.pdf')).toMatchObject({ kind: 'path' });
    expect(parseSince('记录/农业-一校-20220901-102033.JSON')).toMatchObject({ kind: 'path' });
  });

  it.each(['', '四校', '13月1日', '2022-09-32', '昨天', '农业'])('is not named by %j', (text) => {
    expect(parseSince(text)).toBeUndefined();
  });
});
