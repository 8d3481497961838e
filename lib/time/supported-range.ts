import type { Interval } from './intervals';

/** The range in which slots are computed: the years 1970 to 2199 in UTC. */
export const SUPPORTED_RANGE: Interval = { start: 0, end: Date.UTC(2200, 0, 1) };

/** Whether `text`, an ISO 8601 date with or without a time, is valid and its year is in the range. */
export function isSupportedTime(text: string): boolean {
  const year = Number(text.slice(0, 4));
  return (
    !Number.isNaN(Date.parse(text)) &&
    year >= new Date(SUPPORTED_RANGE.start).getUTCFullYear() &&
    year < new Date(SUPPORTED_RANGE.end).getUTCFullYear()
  );
}
