/**
 * Dates of the chronicle (大事记). A day that does not exist is an error: it would be printed. Months and days that
 * run backwards are warnings: a yearbook may place an event on purpose.
 */
import { dateExists } from '../tree/calendar.js';
import type { Message } from '../tree/message.js';
import type { ChronicleEvent, Month, Volume } from '../tree/nodes.js';
import { phrasingText } from '../tree/tree-text.js';
import { finding, manuscriptsOf, type Rule } from './rule.js';

const file = '01-大事记/01-大事记.md';
const chronicle = (body: string): Record<string, string> => ({
  [file]: `---\n类目: 大事记\n体裁: 大事记\n---\n\n${body}`,
});

export const impossibleDate: Rule = {
  id: 'impossible-date',
  severity: 'error',
  check: (volume) => forEachMonth(volume, checkMonthExists),
  examples: [
    {
      name: 'dates that exist',
      files: chronicle('## 1月\n\n6日　甲。\n\n28日—31日　乙。\n\n△　丙。\n\n是月　丁。\n'),
      expected: [],
    },
    { name: 'the 30th of February', files: chronicle('## 2月\n\n30日　甲。\n'), expected: [`${file}:8:1`] },
    { name: 'a leap day in a year without one', files: chronicle('## 2月\n\n29日　甲。\n'), expected: [`${file}:8:1`] },
    {
      name: 'a range that ends on a day that is not',
      files: chronicle('## 4月\n\n29日—31日　甲。\n'),
      expected: [`${file}:8:1`],
    },
    { name: 'a thirteenth month', files: chronicle('## 13月\n\n1日　甲。\n'), expected: [`${file}:6:1`] },
    { name: 'a range into the next month', files: chronicle('## 1月\n\n28日—2月3日　甲。\n'), expected: [] },
  ],
};

export const chronicleOrder: Rule = {
  id: 'chronicle-order',
  severity: 'warning',
  check: (volume) => forEachMonth(volume, checkOrder),
  examples: [
    {
      name: 'months and days in order, one day twice',
      files: chronicle('## 1月\n\n6日　甲。\n\n6日—8日　乙。\n\n## 2月\n\n1日　丙。\n'),
      expected: [],
    },
    {
      name: 'a day before the last',
      files: chronicle('## 1月\n\n6日　甲。\n\n5日　乙。\n'),
      expected: [`${file}:10:1`],
    },
    {
      name: 'a month before the last',
      files: chronicle('## 2月\n\n6日　甲。\n\n## 1月\n\n7日　乙。\n'),
      expected: [`${file}:10:1`],
    },
    {
      name: 'a month twice',
      files: chronicle('## 2月\n\n6日　甲。\n\n## 2月\n\n7日　乙。\n'),
      expected: [`${file}:10:1`],
    },
  ],
};

type Visitor = (
  month: Month,
  previous: Month | undefined,
  place: { file: string; year: number | undefined },
) => Message[];

function forEachMonth(volume: Volume, visitor: Visitor): Message[] {
  const year = Number.parseInt(volume.settings.recordedYear ?? '', 10);
  return manuscriptsOf(volume).flatMap((manuscript) => {
    const months = manuscript.children.filter((child): child is Month => child.type === 'month');
    const place = { file: manuscript.file, year: Number.isNaN(year) ? undefined : year };
    return months.flatMap((month, index) => visitor(month, months[index - 1], place));
  });
}

function checkMonthExists(
  month: Month,
  _: Month | undefined,
  place: { file: string; year: number | undefined },
): Message[] {
  const number = monthNumber(month);
  if (number === undefined) return [];
  if (!dateExists(place.year, number)) {
    const reason = `没有“${phrasingText(month.title)}”这个月份`;
    return [finding(impossibleDate, place.file, month.position, reason, '改成1月至12月')];
  }
  return eventsOf(month).flatMap((event) => {
    const wrong = daysOf(event, number).find(([at, day]) => !dateExists(place.year, at, day));
    if (!wrong) return [];
    const reason = `${place.year === undefined ? '' : `${place.year}年`}没有${wrong[0]}月${wrong[1]}日`;
    return [finding(impossibleDate, place.file, event.date.position, reason, '改正日期')];
  });
}

function checkOrder(month: Month, previous: Month | undefined, place: { file: string }): Message[] {
  const messages: Message[] = [];
  const number = monthNumber(month);
  const before = previous && monthNumber(previous);
  if (number !== undefined && before !== undefined && number <= before) {
    const reason = number === before ? `${number}月写了两次` : `${number}月排在${before}月后面`;
    messages.push(finding(chronicleOrder, place.file, month.position, reason, '按月份先后排列'));
  }
  let last = 0;
  for (const event of eventsOf(month)) {
    const [first] = daysOf(event, number ?? 1);
    if (!first || first[0] !== (number ?? 1)) continue;
    if (first[1] < last) {
      const reason = `${event.date.value}排在${last}日后面`;
      messages.push(finding(chronicleOrder, place.file, event.date.position, reason, '按日期先后排列'));
    }
    last = Math.max(last, first[1]);
  }
  return messages;
}

function eventsOf(month: Month): ChronicleEvent[] {
  return month.children.filter((child): child is ChronicleEvent => child.type === 'event');
}

const CHINESE = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];

function monthNumber(month: Month): number | undefined {
  const name = /^(.+)月$/.exec(phrasingText(month.title).trim())?.[1];
  if (name === undefined) return undefined;
  if (/^\d+$/.test(name)) return Number(name);
  const index = CHINESE.indexOf(name);
  return index < 0 ? undefined : index + 1;
}

/** The days a label names, each with its month: 28日—2月3日 is the 28th of this month and the 3rd of February. */
function daysOf(event: ChronicleEvent, month: number): [month: number, day: number][] {
  if (!event.date.value.includes('日')) return [];
  let current = month;
  return [...event.date.value.matchAll(/(?:(\d{1,2})月)?(\d{1,2})(?=日|[—–－～~、至-])/g)].map(([, named, day]) => {
    current = named ? Number(named) : current;
    return [current, Number(day)];
  });
}
