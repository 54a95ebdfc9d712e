import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openPrints } from '../../src/book/kept-prints.js';
import { scratchFolder } from '../pipeline/volume.js';

const folder = scratchFolder();
let number = 0;
const fresh = (): string => join(folder, String(number++));
const bytes = (text: string): Uint8Array => Buffer.from(text);

describe('kept prints', () => {
  it('are found by the key of a flow, also by a later run', () => {
    const place = fresh();
    openPrints(place).keep(bytes('两个流'), [
      { key: 'a', first: 0 },
      { key: 'b', first: 3 },
    ]);
    const later = openPrints(place);
    const print = later.find('b');
    expect(print?.first).toBe(3);
    expect(print && Buffer.from(later.read(print) ?? []).toString()).toBe('两个流');
    expect(later.find('c')).toBeUndefined();
  });

  it('are no longer there when another file stands in their place', () => {
    const place = fresh();
    const book = join(folder, 'book.pdf');
    writeFileSync(book, '书');
    openPrints(place).remember(book, bytes('书'), [{ key: 'a', first: 7 }]);
    writeFileSync(book, '另一本书');
    const later = openPrints(place);
    const print = later.find('a');
    expect(print && later.read(print)).toBeUndefined();
  });

  it('are thrown away when their keys are forgotten, and the book that was delivered is not', () => {
    const place = fresh();
    const book = join(folder, 'kept.pdf');
    writeFileSync(book, '书');
    const prints = openPrints(place);
    prints.remember(book, bytes('书'), [{ key: 'book', first: 0 }]);
    for (let each = 0; each < 700; each += 1) {
      if (each % 350 === 0) prints.keep(bytes(`校样${each}`), [{ key: `proof${each}`, first: 0 }]);
      else prints.remember(book, bytes('书'), [{ key: `key${each}`, first: 0 }]);
    }
    expect(prints.find('proof0')).toBeUndefined();
    expect(prints.find('proof350')).toBeDefined();
    expect(readdirSync(place).filter((name) => name.endsWith('.pdf'))).toHaveLength(1);
    expect(existsSync(book)).toBe(true);
  });

  it('begin anew where their list is damaged', () => {
    const place = fresh();
    openPrints(place).keep(bytes('校样'), [{ key: 'a', first: 0 }]);
    writeFileSync(join(place, 'prints.json'), '{"a":');
    expect(openPrints(place).find('a')).toBeUndefined();
  });
});
