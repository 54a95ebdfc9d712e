import { describe, expect, it } from 'vitest';
import { bookDate } from '../../src/book/date.js';
import { houseLayout } from '../../src/design/house-layout.js';
import { INDEX_DEFAULTS } from '../../src/tree/index-settings.js';
import type { VolumeSettings } from '../../src/tree/nodes.js';
import { PRESS_DEFAULTS } from '../../src/tree/press-settings.js';

const settings = (number: string, recordedYear?: string): VolumeSettings => ({
  title: '测试县年鉴',
  number,
  ...(recordedYear && { recordedYear }),
  trim: '大16开',
  layout: houseLayout('大16开'),
  start: '另页',
  index: INDEX_DEFAULTS,
  press: PRESS_DEFAULTS,
});

const date = (number: string, recordedYear?: string, epoch?: string): string =>
  bookDate(settings(number, recordedYear), epoch === undefined ? {} : { SOURCE_DATE_EPOCH: epoch }).toISOString();

describe('the date of a book', () => {
  it('is SOURCE_DATE_EPOCH where it is given', () => {
    expect(date('2022', '2021', '1700000000')).toBe('2023-11-14T22:13:20.000Z');
    expect(date('2022', '2021', '0')).toBe('1970-01-01T00:00:00.000Z');
  });

  it.each(['', 'now', '-1', '1.5', '1700000000s', '9'.repeat(40)])('ignores the epoch %j, which is none', (epoch) => {
    expect(date('2022', '2021', epoch)).toBe('2022-01-01T00:00:00.000Z');
  });

  it('is the first day of the year in the number of the volume', () => {
    expect(date('2022')).toBe('2022-01-01T00:00:00.000Z');
    expect(date('2022年卷')).toBe('2022-01-01T00:00:00.000Z');
  });

  it('is the year after the recorded one where the number has no year', () => {
    expect(date('第七卷', '2021')).toBe('2022-01-01T00:00:00.000Z');
  });

  it('never depends on the day it is', () => {
    expect(date('第七卷')).toBe('2000-01-01T00:00:00.000Z');
  });
});
