/** The calendar, as far as manuscripts need it: is there such a day? */

/** The length of each month in a leap year. */
const LONGEST = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** How many days a month has; without a year February has 29, so that nothing right is called wrong. */
export function daysInMonth(month: number, year?: number): number {
  if (month === 2 && year !== undefined && !isLeapYear(year)) return 28;
  return LONGEST[month - 1] ?? 0;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Whether a date exists; month and day may be missing. */
export function dateExists(year: number | undefined, month?: number, day?: number): boolean {
  if (month === undefined) return true;
  if (month < 1 || month > 12) return false;
  return day === undefined || (day >= 1 && day <= daysInMonth(month, year));
}
