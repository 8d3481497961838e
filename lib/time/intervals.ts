/** A point in time: whole milliseconds since 1970-01-01T00:00:00Z, as `Date.getTime()` gives them. */
export type Instant = number;

/** The instants from `start` up to, not including, `end`. Empty unless `start < end`. */
export interface Interval {
  readonly start: Instant;
  readonly end: Instant;
}

/**
 * The same instants as maximal intervals: sorted, apart, none empty.
 *
 * Any order is accepted, overlaps too, and empty or reversed intervals count as nothing.
 * Intervals that touch (`a.end === b.start`) become one.
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
 * The instants of `intervals` that lie in none of `removed`, as maximal intervals.
 *
 * Both lists may come in any order and overlap. As intervals are half-open, what ends where a
 * removed interval starts, or starts where it ends, stays whole.
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
      // A cut that goes on behind this interval may reach into the next one too.
      if (cut.end > end) break;
      cut = cuts[++index];
    }
    if (from < end) kept.push({ start: from, end });
  }
  return kept;
}

/** The part of `interval` inside `range`; empty (`start >= end`) where they do not meet. */
export function clipInterval(interval: Interval, range: Interval): Interval {
  return {
    start: Math.max(interval.start, range.start),
    end: Math.min(interval.end, range.end),
  };
}

/** The intervals that are not empty, by start. A new array; the given one stays as it is. */
export function sortedByStart(intervals: readonly Interval[]): Interval[] {
  return intervals.filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start);
}
