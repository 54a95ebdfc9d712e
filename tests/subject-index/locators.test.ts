import { describe, expect, it } from 'vitest';
import { locatorsOf, type Passage } from '../../src/subject-index/locators.js';
import type { PagePoint } from '../../src/subject-index/model.js';
import { INDEX_DEFAULTS, type IndexSettings } from '../../src/tree/index-settings.js';

/** The body begins on the tenth sheet: `57b` is its page 57, second column; `iv` is the fourth sheet of the book. */
function point(place: string): PagePoint {
  const [, folio = '', letter] = /^(\d+|[ivx]+)([a-c])?$/u.exec(place) ?? [];
  const roman = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii'].indexOf(folio);
  return { sheet: roman >= 0 ? roman : Number(folio) + 9, folio, column: letter ? letter.charCodeAt(0) - 0x61 : -1 };
}

/** `57a` or `57b-59a`; the anchor is the place in the list. */
function passages(...places: string[]): (Passage & { id: string })[] {
  return places.map((place, i) => {
    const [first = '', last = first] = place.split('-');
    const [from, to] = [point(first), point(last)];
    const onward: PagePoint[] = [];
    for (let sheet = from.sheet + 1; sheet <= to.sheet; sheet += 1) {
      onward.push({ sheet, folio: String(sheet - 9), column: Math.min(from.column, 0) });
    }
    return { from, to, ...(onward.length > 0 && { onward }), id: `k${i}` };
  });
}

const print = (places: string[], settings: Partial<IndexSettings> = {}): string =>
  locatorsOf(passages(...places), { ...INDEX_DEFAULTS, ...settings })
    .map(({ text }) => text)
    .join('，');

describe('locators by pages', () => {
  it('are sorted by page, each once', () => {
    expect(print(['57b', '3a', '57a', '103b', '9', '3b'])).toBe('3，9，57，103');
  });

  it('have roman folios before decimal ones', () => {
    expect(print(['2', 'iv', '1', 'ii'])).toBe('ii，iv，1，2');
  });

  it('say a passage over pages as 跨页 wants it', () => {
    expect(print(['57b-58a'])).toBe('57—58');
    expect(print(['57b-59a'], { span: '逐页' })).toBe('57，58，59');
    expect(print(['57b-59a'], { span: '起页' })).toBe('57');
  });

  it('write both numbers of a range in full', () => {
    expect(print(['103-105', '98-101'])).toBe('98—101，103—105');
  });

  it('join ranges that overlap, and take in what lies inside, whatever 合并 says', () => {
    for (const merge of [true, false]) {
      expect(print(['57-59', '58-61', '60', '65'], { merge })).toBe('57—61，65');
    }
  });

  it('with 合并: a range takes in its neighbours', () => {
    expect(print(['57-58', '59', '56', '61'])).toBe('56—59，61');
    expect(print(['57-58', '59-60'])).toBe('57—60');
    expect(print(['57-58', '59', '56', '61'], { merge: false })).toBe('56，57—58，59，61');
  });

  it('with 合并: three single pages in a row make a range, two do not', () => {
    expect(print(['57', '58', '60', '61', '62'])).toBe('57，58，60—62');
    expect(print(['60', '61', '62'], { merge: false })).toBe('60，61，62');
  });

  it('are never merged with 逐页', () => {
    expect(print(['57-58', '59', '60'], { span: '逐页' })).toBe('57，58，59，60');
  });

  it('do not run from roman folios on into decimal ones', () => {
    const [front, body] = passages('viii', '1');
    const next = { ...(body as Passage).from, sheet: 8 };
    const places = [front, { from: next, to: next, id: 'k1' }, ...passages('2')] as (Passage & { id: string })[];
    places[2] = { from: { ...next, sheet: 9, folio: '2' }, to: { ...next, sheet: 9, folio: '2' }, id: 'k2' };
    expect(locatorsOf(places, INDEX_DEFAULTS).map(({ text }) => text)).toEqual(['viii', '1', '2']);
  });
});

describe('locators by page and column', () => {
  const columns = { locator: '页栏' } as const;

  it('name the column by its letter, as the page is read, and none where the text spans the page', () => {
    expect(print(['57b', '58', '57a', '60c'], columns)).toBe('57a，57b，58，60c');
  });

  it('name a passage within one page by where it begins', () => {
    expect(print(['57a-57b'], columns)).toBe('57a');
  });

  it('say a passage over pages as 跨页 wants it', () => {
    expect(print(['57b-58a'], columns)).toBe('57b—58a');
    expect(print(['57b-59a'], { ...columns, span: '逐页' })).toBe('57b，58a，59a');
    expect(print(['57b-58a'], { ...columns, span: '起页' })).toBe('57b');
  });

  it('join ranges only where they overlap or touch on a page', () => {
    expect(print(['57b-58a', '58a-59b'], columns)).toBe('57b—59b');
    expect(print(['57a', '57b-58a', '58b'], columns)).toBe('57a—58b');
    expect(print(['57a', '57b-58a', '58b'], { ...columns, merge: false })).toBe('57a，57b—58a，58b');
    expect(print(['57a-58b', '59a'], columns)).toBe('57a—58b，59a');
  });

  it('leave single columns apart, however many', () => {
    expect(print(['57a', '57b', '58a', '58b'], columns)).toBe('57a，57b，58a，58b');
  });
});

describe('the anchor of a locator', () => {
  const anchors = (places: string[], settings: Partial<IndexSettings> = {}): (string | undefined)[] =>
    locatorsOf(passages(...places), { ...INDEX_DEFAULTS, ...settings }).map(({ id }) => id);

  it('is that of the first passage there', () => {
    expect(anchors(['3', '57', '57-58', '9'])).toEqual(['k0', 'k3', 'k1']);
  });

  it('is none on a page on which a passage only goes on, unless another begins there', () => {
    expect(anchors(['57-59', '58'], { span: '逐页' })).toEqual(['k0', 'k1', undefined]);
  });
});
