import { millisecondsInMinute, millisecondsInSecond } from 'date-fns/constants';
import moment from 'moment-timezone';
import type { Instant, Interval } from './intervals';

/** A stretch of time during which a zone keeps one offset: wall clock = instant + `offset` (ms). */
export interface OffsetSpan extends Interval {
  readonly offset: number;
}

/** A zone's clocks being set: at the instant `at`, from one UTC offset to another. */
export interface ClockChange {
  readonly at: Instant;
  readonly fromOffsetMinutes: number;
  readonly toOffsetMinutes: number;
}

/** When a zone had which offset: `offsets[n]` (ms) up to `untils[n]`, the last one for ever. */
interface ZoneTable {
  readonly untils: readonly Instant[];
  readonly offsets: readonly number[];
}

const tables = new Map<string, ZoneTable>();

/** Whether the packaged IANA database has a zone of this name, in any letter case. */
export function isTimeZone(name: string): boolean {
  return moment.tz.zone(name) !== null;
}

/**
 * The spans of constant offset of `zone` that make up `range`: sorted, touching, clipped to it.
 * Neighbours may have the same offset. An empty range has none.
 *
 * @throws RangeError when the packaged IANA database has no `zone`.
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

/** The offset of `zone` at `instant`, in milliseconds east of UTC. Exact at every instant. */
export function offsetAt(zone: string, instant: Instant): number {
  if (Number.isNaN(instant)) throw new RangeError(`Not an instant: ${instant}`);
  const { untils, offsets } = zoneTable(zone);
  return offsets[indexAt(untils, instant)] ?? 0;
}

/**
 * Every change of the clocks of `zone` with `range.start <= at < range.end`, in order.
 *
 * Offsets are minutes east of UTC; a spring change has `toOffsetMinutes > fromOffsetMinutes`. Not
 * every change is an hour (Lord Howe 30 minutes, Apia a whole day in 2011).
 */
export function clockChanges(zone: string, range: Interval): ClockChange[] {
  if (!(range.start < range.end)) return [];
  const changes: ClockChange[] = [];
  let before: OffsetSpan | undefined;
  // One millisecond more, so that a change at the very start of the range has a span before it.
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
  const found = moment.tz.zone(zone);
  if (found === null) throw new RangeError(`There is no time zone called "${zone}".`);
  let table = tables.get(found.name);
  if (table === undefined) {
    const { untils, offsets } = found;
    table = { untils, offsets: offsets.map(millisecondsEast) };
    tables.set(found.name, table);
  }
  return table;
}

/** The package counts minutes west of UTC, in fractions for offsets of long ago. */
function millisecondsEast(minutesWest: number): number {
  return 0 - Math.round(minutesWest * 60) * millisecondsInSecond;
}

/** The first place in `untils`, which rise, that lies after `instant`. */
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
