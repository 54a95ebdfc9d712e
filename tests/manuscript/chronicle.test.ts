import { describe, expect, it } from 'vitest';
import { manuscript, nodes, read, short } from './sample.js';

const chronicle = (...paragraphs: string[]): string =>
  manuscript(`## 1月\n\n${paragraphs.join('\n\n')}\n`, '体裁: 大事记');

describe('the chronicle', () => {
  it.each([
    '6日',
    '7日—8日',
    '7—8日',
    '7日至8日',
    '28日—2月3日',
    '6日、8日',
    '△',
    '是月',
    '月底',
    '上旬',
    '中旬',
    '年内',
    '是日',
    '同日',
    '本月',
    '1月上旬',
    '上半年',
    '6日前后',
    '一季度',
    '1月',
    '1月—3月',
    '7日-8日',
    '7日～8日',
  ])('reads %s as the date of an event', async (date) => {
    const [event] = await nodes(chronicle(`${date}　会议召开。`), 'event');
    expect(event?.date.value).toBe(date);
    expect(short(event?.children ?? [])).toBe('会议召开。');
  });

  it('takes any space after the date, and a date in bold', async () => {
    const events = await nodes(chronicle('6日 甲。', '**7日**　乙。', '　　9日　丁。'), 'event');
    expect(events.map((event) => `${event.date.value}|${short(event.children)}`)).toEqual([
      '6日|甲。',
      '7日|乙。',
      '9日|丁。',
    ]);
  });

  it('goes on with a paragraph that has no date', async () => {
    const [month] = await nodes(chronicle('6日　甲。', '会议指出，乙。', '△　丙。'), 'month');
    expect(month?.children.map((child) => child.type)).toEqual(['event', 'paragraph', 'event']);
  });

  it('does not take the beginning of a sentence for a date', async () => {
    const { manuscript: result } = await read(chronicle('6日　甲。', '2021年1月6日召开会议。', '上旬召开会议。'));
    const month = result?.children[0];
    expect(month?.type === 'month' && month.children.map((child) => child.type)).toEqual([
      'event',
      'paragraph',
      'paragraph',
    ]);
  });

  it('sets the triangle that fonts have', async () => {
    const { manuscript: result, changes } = await read(chronicle('6日　甲。', 'Δ　乙。'));
    const month = result?.children[0];
    const second = month?.type === 'month' ? month.children[1] : undefined;
    expect(second?.type === 'event' && second.date.value).toBe('△');
    expect(changes).toMatchObject([{ before: 'Δ', after: '△', rule: 'event-mark', line: 10, column: 1 }]);
  });

  it('may hold tables and photos', async () => {
    const [month] = await nodes(chronicle('6日　甲。', '![图](a.jpg)', '7日　乙。'), 'month');
    expect(month?.children.map((child) => child.type)).toEqual(['event', 'figure', 'event']);
  });
});
