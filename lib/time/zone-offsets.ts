import { millisecondsInMinute, millisecondsInSecond } from 'date-fns/constants';
import moment from 'moment-timezone';
import type { Instant, Interval } from './intervals';

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

/** A zone's offsets in milliseconds: `offsets[n]` applies until `untils[n]`, and the last one forever. */
interface ZoneTable {
  readonly untils: readonly Instant[];
  readonly offsets: readonly number[];
}

const tables = new Map<string, ZoneTable>();

/** Whether the packaged IANA database has a zone of exactly this name. Older names count too. */
export function isTimeZone(name: string): boolean {
  return findZone(name) !== null;
}

/**
 * Splits `range` into spans of constant offset in `zone`: sorted, contiguous, clipped to the range.
 * Adjacent spans may have the same offset. An empty range has no spans.
 *
 * @throws RangeError if the packaged IANA database has no such zone.
 */
export function offsetSpans(zone: string, range: Interval): OffsetSpan[] {
  const { untils, offsets } = zoneTable(zone);
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
 * The offset of `zone` at `instant`, in milliseconds east of UTC.
 *
 * @throws RangeError for NaN and for an unknown zone.
 */
export function offsetAt(zone: string, instant: Instant): number {
  if (Number.isNaN(instant)) throw new RangeError(`Not an instant: ${instant}`);
  const { untils, offsets } = zoneTable(zone);
  return offsets[indexAt(untils, instant)] ?? 0;
}

/**
 * The clock changes of `zone` with `range.start <= at < range.end`, in order.
 *
 * When clocks go forward, `toOffsetMinutes > fromOffsetMinutes`. Not every change is an hour: it is
 * 30 minutes in Lord Howe, and was a day in Apia in 2011.
 *
 * @throws RangeError for an unknown zone, unless the range is empty.
 */
export function clockChanges(zone: string, range: Interval): ClockChange[] {
  if (!(range.start < range.end)) return [];
  const changes: ClockChange[] = [];
  let before: OffsetSpan | undefined;
  // Start one millisecond early, so that a change at the start of the range has a span before it.
  for (const span of offsetSpans(zone, { start: range.start - 1, end: range.end })) {
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

function zoneTable(zone: string): ZoneTable {
  const found = findZone(zone);
  if (found === null) throw new RangeError(`Unknown time zone: "${zone}".`);
  let table = tables.get(found.name);
  if (table === undefined) {
    const { untils, offsets } = found;
    table = { untils, offsets: offsets.map(millisecondsEast) };
    tables.set(found.name, table);
  }
  return table;
}

/** The package also finds `europe/berlin` and `Europe_Berlin`, which are no IANA names. */
function findZone(name: string) {
  const found = moment.tz.zone(name);
  return found?.name === name ? found : null;
}

/** The package uses minutes west of UTC. Historical offsets have fractions of a minute. */
function millisecondsEast(minutesWest: number): number {
  return 0 - Math.round(minutesWest * 60) * millisecondsInSecond;
}

/** The index of the first element of `untils` (ascending) after `instant`. */
function indexAt(untils: readonly Instant[], instant: Instant): number {
  let low = 0;
  let high = untils.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (instant < (untils[middle] ?? Number.POSITIVE_INFINITY)) high = middle;
    else low = middle + 1;
  }
  return low;
}
