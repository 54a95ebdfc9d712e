import { describe, expect, it } from 'vitest';
import { continuedCaption, tableCaption } from '../../../src/html/table/caption.js';
import type { Table } from '../../../src/tree/nodes.js';

const position = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
const words = (value: string) => ({ children: [{ type: 'text' as const, value, position }], position });
const table = (caption?: string, unit?: string): Table => ({
  type: 'table',
  id: 't1',
  ...(caption ? { caption: words(caption) } : {}),
  ...(unit ? { unit: words(unit) } : {}),
  align: [],
  head: [],
  body: [],
  position,
});

describe('the line over a table that goes on', () => {
  it.each([
    ['表3　主要农产品产量', '续表3　主要农产品产量'],
    ['表2-1　收入', '续表2-1　收入'],
    ['表十二', '续表十二'],
    ['先进集体名单', '续表　先进集体名单'],
    ['表彰名单', '续表　表彰名单'],
    [undefined, '续表'],
  ])('of %s is %s', (caption, text) => {
    expect(continuedCaption(table(caption), 308 / 12)).toEqual({ text, place: 'center' });
  });

  it('stands left of the unit where there is no room for it in the middle', () => {
    expect(continuedCaption(table('表1　产值', '单位：吨'), 308 / 12)).toEqual({
      text: '续表1　产值',
      place: 'center',
    });
    const long = '表1　规模以上工业总产值';
    expect(continuedCaption(table(long, '单位：亿元'), 308 / 12)).toEqual({ text: `续${long}`, place: 'left' });
  });

  it('leaves the title away where it would take a second line', () => {
    expect(continuedCaption(table('农'.repeat(23)), 308 / 12).text).toBe('续表');
    expect(continuedCaption(table(`表1　${'农'.repeat(20)}`), 308 / 12).text).toBe('续表1');
    expect(continuedCaption(table(`表1　${'农'.repeat(18)}`, '单位：吨'), 308 / 12).text).toBe('续表1');
  });
});

describe('the room for a caption', () => {
  it('is as many lines as caption and unit take', () => {
    expect(tableCaption(table('产值', '单位：吨'), 308 / 12)?.lines).toBe(2);
    expect(tableCaption(table('农'.repeat(40)), 308 / 12)?.lines).toBe(2);
    expect(tableCaption(table(undefined, '单位：吨'), 308 / 12)?.lines).toBe(1);
    expect(tableCaption(table(), 308 / 12)).toBeUndefined();
  });
});
