import { describe, expect, it } from 'vitest';
import type { Heading } from '../../src/subject-index/model.js';
import { unreadMessages, unusedReadings } from '../../src/subject-index/reading-gaps.js';
import type { GivenReading } from '../../src/tree/index-sources.js';
import { told } from './index-of.js';

const heading = (term: string, more: Partial<Heading> = {}): Heading => ({
  term,
  reading: { syllables: [...term].map(() => ({ letters: 'jia', tone: 3 })), basis: 'single', risk: 0 },
  occurrences: [],
  see: [],
  seeAlso: [],
  subheadings: [],
  ...more,
});

const unread = (term: string): Heading =>
  heading(term, {
    reading: { syllables: [{ letters: 'jia', tone: 3 }, null], basis: 'none', risk: 1 },
    occurrences: [
      {
        kind: 'entry',
        id: 'p01m01e1',
        words: term,
        file: '01-农业/01-甲.md',
        start: { line: 5, column: 5 },
        end: { line: 7, column: 1 },
        category: '农业',
      },
    ],
  });

describe('a heading that cannot be read', () => {
  it('is a warning where it first occurs, sub-headings too', () => {
    const messages = unreadMessages([heading('水利', { subheadings: [unread('甲㐂')] })]);
    expect(told(messages)).toEqual(['index-reading-none 01-农业/01-甲.md:5:5']);
    expect(messages[0]).toMatchObject({ severity: 'warning', reason: expect.stringContaining('“㐂”') });
  });

  it('is none where every character is read', () => {
    expect(unreadMessages([heading('水利')])).toEqual([]);
  });
});

describe('a reading that is given', () => {
  const given = (text: string, person = false): GivenReading => {
    const point = { line: 3, column: 1 };
    return { words: { text, position: { start: point, end: point } }, syllables: [], person };
  };
  const unused = (...readings: GivenReading[]): string[] =>
    told(unusedReadings(readings, [heading('六安茶', { subheadings: [heading('瓜片')] })], [heading('单雄信')]));

  it('is of use in a term, a sub-heading or a name', () => {
    expect(unused(given('六安'), given('瓜片'), given('单', true), given('单雄信', true))).toEqual([]);
  });

  it('is a warning where nothing needs it', () => {
    expect(unused(given('六合'), given('六', true))).toEqual([
      'index-reading-unused 读音.yaml:3:1',
      'index-reading-unused 读音.yaml:3:1',
    ]);
  });
});
