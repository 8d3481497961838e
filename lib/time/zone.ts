import { millisecondsInMinute } from 'date-fns/constants';
import type { Instant, Interval } from './intervals';

/**
 * A time zone without its source: the server takes it from the packaged IANA database, and sends a
 * browser the part that a page needs. `offsets[n]`, in milliseconds east of UTC, applies until
 * `untils[n]`, and the last offset forever.
 */
export interface Zone {
  /** The IANA name. */
  readonly name: string;
  readonly untils: readonly Instant[];
  readonly offsets: readonly number[];
}

/** An interval with a constant UTC offset, in milliseconds: local time = instant + `offset`. */
export interface OffsetSpan extends Interval {
  readonly offset: number;
}

/** A change of a zone's UTC offset at the instant `at`. Offsets are minutes east of UTC. */
export interface ClockChange {
  readonly at: Instant;
  readonly fromOffsetMinutes: number;
  readonly toOffsetMinutes: number;
}

/**
 * The offset of `zone` at `instant`, in milliseconds east of UTC.
 *
 * @throws RangeError for NaN.
 */
export function offsetIn({ untils, offsets }: Zone, instant: Instant): number {
  if (Number.isNaN(instant)) throw new RangeError(`Not an instant: ${instant}`);
  return offsets[indexAt(untils, instant)] ?? 0;
}

/**
 * Splits `range` into spans of constant offset in `zone`: sorted, contiguous, clipped to the range.
 * Adjacent spans may have the same offset. An empty range has no spans.
 */
export function spansIn({ untils, offsets }: Zone, range: Interval): OffsetSpan[] {
  const spans: OffsetSpan[] = [];
  let start = range.start;
  for (let index = indexAt(untils, start); start < range.end; index += 1) {
    const end = Math.min(untils[index] ?? Number.POSITIVE_INFINITY, range.end);
    spans.push({ start, end, offset: offsets[index] ?? 0 });
    start = end;
  }
  return spans;
}

/**
 * The clock changes of `zone` with `range.start <= at < range.end`, in order.
 *
 * When clocks go forward, `toOffsetMinutes > fromOffsetMinutes`. Not every change is an hour: it is
 * 30 minutes in Lord Howe, and was a day in Apia in 2011.
 */
export function changesIn(zone: Zone, range: Interval): ClockChange[] {
  if (!(range.start < range.end)) return [];
  const changes: ClockChange[] = [];
  let before: OffsetSpan | undefined;
  // Start one millisecond early, so that a change at the start of the range has a span before it.
  for (const span of spansIn(zone, { start: range.start - 1, end: range.end })) {
    if (before !== undefined && before.offset !== span.offset) {
      changes.push({
        at: span.start,
        fromOffsetMinutes: before.offset / millisecondsInMinute,
        toOffsetMinutes: span.offset / millisecondsInMinute,
      });
    }
    before = span;
  }
  return changes;
}

/** The part of `zone` that applies in `range`. Outside it, the offsets may be wrong. */
export function clipZone(zone: Zone, range: Interval): Zone {
  const spans = spansIn(zone, range);
  return {
    name: zone.name,
    untils: spans.slice(0, -1).map(({ end }) => end),
    offsets: spans.map(({ offset }) => offset),
  };
}

/** The index of the first element of `untils` (ascending) after `instant`, or their number. */
function indexAt(untils: readonly Instant[], instant: Instant): number {
  let low = 0;
  let high = untils.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (instant < (untils[middle] ?? Number.POSITIVE_INFINITY)) high = middle;
    else low = middle + 1;
  }
  return low;
}
