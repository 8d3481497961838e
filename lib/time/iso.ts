import { millisecondsInDay, millisecondsInMinute } from 'date-fns/constants';
import type { Instant } from './intervals';

const twoDigits = (value: number) => String(value).padStart(2, '0');

const CLOCK_TIMES = Array.from(
  { length: 24 * 60 },
  (_, minute) => `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`,
);

/**
 * The instant in ISO 8601, in UTC with milliseconds: `2026-03-03T14:00:00.000Z`. Much faster than
 * `toISOString` for a list of times.
 */
export function iso(instant: Instant): string {
  const rest = String(timeOfDay(instant) % millisecondsInMinute).padStart(5, '0');
  return `${utcDate(instant)}T${utcClockTime(instant)}:${rest.slice(0, 2)}.${rest.slice(2)}Z`;
}

let known = { day: Number.NaN, date: '' };

/** `2026-03-03`: the date in UTC. Remembers the last one, because the times of a list are mostly of one day. */
export function utcDate(instant: Instant): string {
  const day = Math.floor(instant / millisecondsInDay);
  if (day !== known.day) known = { day, date: new Date(instant).toISOString().slice(0, 10) };
  return known.date;
}

/** `14:05`: the time in UTC. */
export function utcClockTime(instant: Instant): string {
  return CLOCK_TIMES[Math.floor(timeOfDay(instant) / millisecondsInMinute)] ?? '';
}

function timeOfDay(instant: Instant): number {
  return instant - Math.floor(instant / millisecondsInDay) * millisecondsInDay;
}
