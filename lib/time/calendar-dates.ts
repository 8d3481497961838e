// Dates are `YYYY-MM-DD` strings. The `Date`s for react-day-picker use local parts, so that the server
// and every browser render the same grid.

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const twoDigits = (value: number) => String(value).padStart(2, '0');

export function toDate(date: string): Date {
  const [year = 1970, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(year, month - 1, day);
}

export function fromDate(date: Date): string {
  const parts = [date.getMonth() + 1, date.getDate()];
  return [date.getFullYear(), ...parts.map(twoDigits)].join('-');
}

/** `2026-03` for `2026-03-14`. */
export function monthOf(date: string): string {
  return date.slice(0, 7);
}

export function addMonths(month: string, count: number): string {
  const [year = 1970, oneBased = 1] = month.split('-').map(Number);
  const index = year * 12 + oneBased - 1 + count;
  return `${Math.floor(index / 12)}-${twoDigits((index % 12) + 1)}`;
}

/** `March 2026`. */
export function monthName(month: string): string {
  const [year, oneBased] = month.split('-').map(Number);
  return `${months[(oneBased ?? 1) - 1]} ${year}`;
}

/** `Tuesday 3 March`. */
export function dayName(date: string): string {
  const local = toDate(date);
  return `${weekdays[local.getDay()]} ${local.getDate()} ${months[local.getMonth()]}`;
}

/** `Tuesday 3 March 2026`. */
export function fullDayName(date: string): string {
  return `${dayName(date)} ${toDate(date).getFullYear()}`;
}

/** `Tue 3 March`. */
export function shortDayName(date: string): string {
  const [weekday = '', ...rest] = dayName(date).split(' ');
  return [weekday.slice(0, 3), ...rest].join(' ');
}

/** `Monday`. */
export function weekdayName(weekday: Date): string {
  return weekdays[weekday.getDay()] ?? '';
}
