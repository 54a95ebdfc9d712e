import { describe, expect, it } from 'vitest';
import { columnLetter, formatAddress, parseAddress } from '../../src/proof/address.js';

const read = (text: string): string | undefined => {
  const address = parseAddress(text);
  return address && `${formatAddress(address)}${address.said ? ` ${address.said}` : ''}`;
};

describe('an address of a line', () => {
  it.each([
    ['57a12', '57a12'],
    ['57A12', '57a12'],
    [' 57 a 12 ', '57a12'],
    ['57-a-12', '57a12'],
    ['p57a12', '57a12'],
    ['第57页a栏12行', '57a12'],
    ['057a07', '57a7'],
    ['120t3', '120t3'],
    // As an input method for Chinese types it.
    ['５７ａ１２', '57a12'],
    ['５７Ａ　１２', '57a12'],
  ])('is read as it is printed and typed: %s', (text, address) => {
    expect(read(text)).toBe(address);
  });

  it.each([
    ['xiib3', 'xiib3'],
    ['xiic3', 'xiic3'],
    ['xiid3', 'xiid3'],
    ['xca5', 'xca5'],
    ['xcd5', 'xcd5'],
    ['cd5', 'cd5'],
    ['cda5', 'cda5'],
    ['cdd5', 'cdd5'],
    ['cc5', 'cc5'],
    ['XIIB3', 'xiib3'],
    ['Ⅻa3', 'xiia3'],
    ['ⅳt1', 'ivt1'],
  ])('has a roman folio, whatever letters it ends in: %s', (text, address) => {
    expect(read(text)).toBe(address);
    const { folio = '', letter = '' } = parseAddress(text) ?? {};
    expect(folio).not.toBe('');
    expect('abcdt').toContain(letter);
  });

  it('parts the last letter of a roman folio from the column', () => {
    expect(parseAddress('xiic3')).toEqual({ folio: 'xii', letter: 'c', line: 3 });
    expect(parseAddress('xcd5')).toEqual({ folio: 'xc', letter: 'd', line: 5 });
  });

  it.each([
    ['57页左栏12行', '57a12 left'],
    ['第57页左栏第12行', '57a12 left'],
    ['第５７页右栏第１２行', '57b12 right'],
    ['57页左12', '57a12 left'],
    ['57页中栏12行', '57b12 middle'],
    ['57页通栏3行', '57t3'],
    ['57页12行', '57a12 none'],
    ['57页第2栏12行', '57b12'],
    ['57页第三栏第12行', '57c12'],
    ['第xxi页四栏9行', 'xxid9'],
  ])('is read as it is spoken: %s', (text, address) => {
    expect(read(text)).toBe(address);
  });

  it.each(['', '57', '57a', 'a12', '57e12', '57a0', '0a3', '57页左栏0行', 'iiiia3', 'vva1', 'c5', '01.md:9', '57页'])(
    'is none: %j',
    (text) => {
      expect(parseAddress(text)).toBeUndefined();
    },
  );
});

describe('the letter of a column', () => {
  it('counts as the page is read; what spans is t only where there is something to span', () => {
    expect([0, 1, 2, 3].map((column) => columnLetter(column, true)).join('')).toBe('abcd');
    expect(columnLetter(-1, true)).toBe('t');
    expect(columnLetter(-1, false)).toBe('a');
  });
});
