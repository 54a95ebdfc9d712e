import { describe, expect, it } from 'vitest';
import { parseRecordName, proofName, recordName } from '../../../src/proof/record/names.js';

describe('the names of proofs', () => {
  it('are the scope and the round; a record has the second too', () => {
    expect(proofName('农业、法治', 2)).toBe('农业、法治-二校');
    expect(recordName({ scope: '农业', round: 1, made: '2022-09-01 10:20:33' })).toBe('农业-一校-20220901-102033.json');
    expect(recordName({ scope: '农业', round: 1, made: '2022-09-01 10:20:33' }, 2)).toMatch(/-102033-2\.json$/u);
  });

  it('are names on every system', () => {
    expect(proofName('农业/水利: "防汛"?', 1)).toBe('农业-水利- -防汛---一校');
    expect(proofName(' ..', 1)).toBe('校样-一校');
    const long = Array.from({ length: 30 }, (_, i) => `类目${i}`).join('、');
    expect(Buffer.byteLength(recordName({ scope: long, round: 1, made: '2022-09-01 10:20:33' }))).toBeLessThan(200);
    expect(proofName(long, 1)).not.toBe(proofName(`${long}、附录`, 1));
  });

  it('are read again', () => {
    expect(parseRecordName('农业-水利-一校-20220901-102033.json')).toMatchObject({ scope: '农业-水利', round: '一校' });
    const [first, second, tenth] = [1, 2, 10].map((again) =>
      parseRecordName(recordName({ scope: '农业', round: 1, made: '2022-09-01 10:20:33' }, again)),
    );
    expect([tenth, first, second].map((each) => each?.order).toSorted()).toEqual(
      [first, second, tenth].map((each) => each?.order),
    );
    for (const name of ['农业-一校.pdf', '笔记.json', '农业-四校-20220901-102033.json'])
      expect(parseRecordName(name)).toBeUndefined();
  });
});
