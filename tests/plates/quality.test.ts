import { describe, expect, it } from 'vitest';
import { faultMessages, qualityOf, resolutionMessages } from '../../src/plates/photos/quality.js';
import { useOf } from '../../src/plates/photos/resolution.js';
import type { Volume } from '../../src/tree/nodes.js';
import { MANUSCRIPT, photoVolume } from './photo-volume.js';

const INCH = 96;
const SIZE = { width: 900, height: 600 };
/** The use of a photo of 900 × 600 pixels at `ppi`. */
const use = (file: string, ppi: number) => useOf(file, SIZE, (900 / ppi) * INCH, {});

describe('the quality of a photo', () => {
  it.each([
    [400, 'good'],
    [299, 'good'],
    [298, 'low'],
    [225, 'low'],
    [223, 'very-low'],
  ] as const)('at %d ppi is %s', (ppi, quality) => {
    expect(qualityOf(ppi, 225)).toBe(quality);
  });

  it('is what the printer asks for', () => {
    expect(qualityOf(190, 180)).toBe('low');
    expect(qualityOf(320, 350)).toBe('very-low');
  });
});

describe('messages of resolution', () => {
  const volume = photoVolume('/volume', [{ file: 'a.jpg' }, { file: 'b.jpg' }, { file: 'a.jpg' }]);

  it('name the place, what the photo has, and how wide it may be', () => {
    expect(resolutionMessages(volume, [use('a.jpg', 300), use('b.jpg', 250), use('a.jpg', 150)])).toEqual([
      {
        severity: 'warning',
        rule: 'photo-low-ppi',
        file: MANUSCRIPT,
        line: 12,
        column: 1,
        reason: '照片“b.jpg”排成 91 毫米宽，只有 250 ppi，不到 300 ppi，印出来不够清晰',
        remedy: '换用原图，这个大小要 1080 像素宽；就用这张，最宽只能排 76 毫米',
      },
      {
        severity: 'warning',
        rule: 'photo-very-low-ppi',
        file: MANUSCRIPT,
        line: 14,
        column: 1,
        reason: '照片“a.jpg”排成 152 毫米宽，只有 150 ppi，低于付印的底线 225 ppi，印出来必定模糊',
        remedy: '换用原图，这个大小要 1800 像素宽；就用这张，最宽只能排 76 毫米',
      },
    ]);
  });

  it('follow 印刷.最低分辨率', () => {
    const { settings } = volume;
    const lenient: Volume = { ...volume, settings: { ...settings, press: { ...settings.press, leastPpi: 120 } } };
    expect(resolutionMessages(lenient, [use('a.jpg', 150)]).map(({ rule }) => rule)).toEqual(['photo-low-ppi']);
  });

  it('count the pixels of the part that is printed', () => {
    const crop = { x: 0.2, y: 0, width: 0.5, height: 1 };
    const [message] = resolutionMessages(volume, [useOf('a.jpg', SIZE, 2 * INCH, { crop })]);
    expect(message).toMatchObject({ rule: 'photo-low-ppi', reason: expect.stringContaining('只有 225 ppi') });
  });

  it('are none where all is well, or nothing was printed', () => {
    expect(resolutionMessages(volume, [use('a.jpg', 300), use('b.jpg', 400), use('a.jpg', 301)])).toEqual([]);
    expect(resolutionMessages(volume, [])).toEqual([]);
  });
});

it('a photo that cannot be decoded is an error at every place that uses it', () => {
  const volume = photoVolume('/volume', [{ file: 'a.jpg' }, { file: 'b.jpg' }, { file: 'a.jpg' }]);
  const messages = faultMessages(volume, [{ file: 'a.jpg', cause: 'libspng read error\nmore' }]);
  expect(messages).toMatchObject([
    { severity: 'error', rule: 'photo-damaged', file: MANUSCRIPT, line: 10, column: 1 },
    { severity: 'error', rule: 'photo-damaged', file: MANUSCRIPT, line: 14, column: 1 },
  ]);
  expect(messages[0]?.reason).toBe('照片“a.jpg”的内容已经损坏，解不开（libspng read error）');
});
