/** A point in time in whole milliseconds since 1970-01-01T00:00:00Z, as in `Date.getTime()`. */
export type Instant = number;

/** A half-open range of instants: includes `start`, excludes `end`. Empty unless `start < end`. */
export interface Interval {
  readonly start: Instant;
  readonly end: Instant;
}

/**
 * The union of `intervals`: sorted, without overlaps, none empty.
 *
 * Accepts any order and overlaps; ignores empty and reversed intervals. Intervals that touch
 * (`a.end === b.start`) are merged.
 */
export function mergeIntervals(intervals: readonly Interval[]): Interval[] {
  const merged: Interval[] = [];
  let last: Interval | undefined;
  for (const next of sortedByStart(intervals)) {
    if (last === undefined || next.start > last.end) {
      last = next;
      merged.push(last);
    } else if (next.end > last.end) {
      last = { start: last.start, end: next.end };
      merged[merged.length - 1] = last;
    }
  }
  return merged;
}

/**
 * The union of `intervals` without that of `removed`: sorted, merged.
 *
 * Accepts any order and overlaps in both lists. An interval that only touches a removed one is
 * unchanged.
 */
export function subtractIntervals(
  intervals: readonly Interval[],
  removed: readonly Interval[],
): Interval[] {
  const cuts = mergeIntervals(removed);
  const kept: Interval[] = [];
  let index = 0;
  let cut = cuts[index];
  for (const { start, end } of mergeIntervals(intervals)) {
    while (cut !== undefined && cut.end <= start) cut = cuts[++index];
    let from = start;
    while (cut !== undefined && cut.start < end) {
      if (cut.start > from) kept.push({ start: from, end: cut.start });
      from = cut.end;
      // This cut may also overlap the next interval.
      if (cut.end > end) break;
      cut = cuts[++index];
    }
    if (from < end) kept.push({ start: from, end });
  }
  return kept;
}

/** The part of `interval` inside `range`; empty (`start >= end`) if they do not overlap. */
export function clipInterval(interval: Interval, range: Interval): Interval {
  return {
    start: Math.max(interval.start, range.start),
    end: Math.min(interval.end, range.end),
  };
}

/** A new array of the intervals that are not empty, sorted by start. */
export function sortedByStart(intervals: readonly Interval[]): Interval[] {
  return intervals.filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start);
}
