import { millisecondsInMinute } from 'date-fns/constants';
import type { Instant } from '@/lib/time/intervals';

/** Ascending starts for a page: the first one, and the minutes from each to the next. Three bytes a start. */
export interface CompactStarts {
  first: Instant | null;
  gaps: number[];
}

export function compactStarts(starts: readonly Instant[]): CompactStarts {
  const gaps = starts
    .slice(1)
    .map((start, index) => (start - (starts[index] ?? start)) / millisecondsInMinute);
  return { first: starts[0] ?? null, gaps };
}

export function readCompactStarts({ first, gaps }: CompactStarts): Instant[] {
  if (first === null) return [];
  const starts = [first];
  let last = first;
  for (const gap of gaps) {
    // Rounded, because a gap of a few seconds is no exact fraction of a minute.
    last += Math.round(gap * millisecondsInMinute);
    starts.push(last);
  }
  return starts;
}
