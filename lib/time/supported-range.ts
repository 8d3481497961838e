import type { Interval } from './intervals';

/** The instants that slots are computed for: the years 1970 to 2199 in UTC. */
export const SUPPORTED_RANGE: Interval = { start: 0, end: Date.UTC(2200, 0, 1) };

/** Whether `text`, an ISO date or date and time, exists and lies in a year of the range. */
export function isSupportedTime(text: string): boolean {
  const year = Number(text.slice(0, 4));
  return (
    !Number.isNaN(Date.parse(text)) &&
    year >= new Date(SUPPORTED_RANGE.start).getUTCFullYear() &&
    year < new Date(SUPPORTED_RANGE.end).getUTCFullYear()
  );
}
