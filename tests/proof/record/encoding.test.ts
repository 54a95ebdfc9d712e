import { describe, expect, it } from 'vitest';
import { decodeHead, decodeRecord, encodeRecord, OtherFormat } from '../../../src/proof/record/encoding.js';
import { FINDING, sampleRecord } from './sample.js';

describe('the file of a proof record', () => {
  it('holds everything: what is written is read again, findings too', () => {
    const record = sampleRecord({ provisional: '目录还没有排' });
    expect(decodeRecord(encodeRecord(record, [FINDING]))).toEqual({ record, findings: [FINDING] });
    const bare = sampleRecord({ pages: [], passages: [] });
    expect(decodeRecord(encodeRecord(bare, []))).toEqual({ record: bare, findings: [] });
  });

  it('is JSON, with all that tells it from others on its first line', () => {
    const text = encodeRecord(sampleRecord(), [FINDING]);
    expect(JSON.parse(text)).toMatchObject({ format: 1, scope: '农业', folios: ['57'] });
    const { pages, passages, ...head } = sampleRecord();
    expect(decodeHead(text.split('\n')[0] as string)).toEqual({ ...head, folios: ['57'] });
    expect(pages.length + passages.length).toBe(3);
  });

  it('tells another format from damage', () => {
    const text = encodeRecord(sampleRecord(), []);
    expect(() => decodeRecord(text.replace('"format":1', '"format":2'))).toThrow(OtherFormat);
    expect(() => decodeHead('{"format":2,')).toThrow(OtherFormat);
  });

  it.each<[string, (text: string) => string]>([
    ['half of it', (text) => text.slice(0, text.length / 2)],
    ['no object', () => '[]'],
    ['null', () => 'null'],
    ['a page without columns', (text) => text.replace('"columns"', '"column"')],
    ['a line without text', (text) => text.replace(',"全县粮食播种面积稳定"', '')],
    ['a passage of a file that is not named', (text) => text.replace(/"files":\[.*?\],/u, '"files":[],')],
    ['a round that is none', (text) => text.replace('"round":1', '"round":9')],
    ['pages that are none', (text) => text.replace(/"pages":\[[\s\S]*\],\n"passages"/u, '"pages":5,"passages"')],
  ])('refuses %s', (_, damage) => {
    const text = encodeRecord(sampleRecord(), []);
    expect(damage(text)).not.toBe(text);
    expect(() => decodeRecord(damage(text))).toThrow();
  });
});
