import { millisecondsInDay, millisecondsInMinute, millisecondsInSecond } from 'date-fns/constants';
import { clipInterval, type Instant, type Interval } from './intervals';

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

// Since 1970 no zone has changed its clocks and changed them back in fewer than 6.9 days (Recife,
// October 2000), so two probes six days apart with the same offset have no change between them.
const PROBE_STEP = 6 * millisecondsInDay;
const CHUNK = 64 * PROBE_STEP;
// About 400 kB, far more than the zones and years that people really use: a bound, not a tuning.
const MAX_CHUNKS = 4096;

const chunks = new Map<string, readonly OffsetSpan[]>();

/**
 * The spans of constant offset of `zone` that make up `range`: sorted, touching, clipped to it.
 * Neighbours may have the same offset. An empty range has none.
 *
 * Found once per zone and 384 days by probing, and kept; after that it costs a look-up.
 *
 * @throws RangeError when the runtime does not know the IANA name `zone`.
 */
export function offsetSpans(zone: string, range: Interval): OffsetSpan[] {
  const spans: OffsetSpan[] = [];
  for (let chunk = Math.floor(range.start / CHUNK); chunk * CHUNK < range.end; chunk++) {
    for (const span of chunkSpans(zone, chunk)) {
      const { start, end } = clipInterval(span, range);
      if (start < end) spans.push({ start, end, offset: span.offset });
    }
  }
  return spans;
}

/** The offset of `zone` at `instant`, in milliseconds east of UTC. Exact at every instant. */
export function offsetAt(zone: string, instant: Instant): number {
  const spans = chunkSpans(zone, Math.floor(instant / CHUNK));
  const span = spans.find(({ end }) => instant < end);
  if (span === undefined) throw new RangeError(`Not an instant: ${instant}`);
  return span.offset;
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

function chunkSpans(zone: string, chunk: number): readonly OffsetSpan[] {
  const key = `${chunk} ${zone}`;
  let spans = chunks.get(key);
  if (spans === undefined) {
    spans = probeSpans(zone, chunk * CHUNK, (chunk + 1) * CHUNK);
    if (chunks.size >= MAX_CHUNKS) chunks.clear();
    chunks.set(key, spans);
  }
  return spans;
}

function probeSpans(zone: string, from: Instant, to: Instant): OffsetSpan[] {
  const probe = offsetProbe(zone);
  const spans: OffsetSpan[] = [];
  let start = from;
  let offset = probe(from);
  for (let left = from; left < to; left += PROBE_STEP) {
    const right = left + PROBE_STEP;
    const rightOffset = probe(right);
    for (let known = left; offset !== rightOffset; ) {
      known = firstChange(probe, known, right);
      spans.push({ start, end: known, offset });
      start = known;
      offset = probe(known);
    }
  }
  // Empty when there is a change at `to` itself, which belongs to the next chunk.
  spans.push({ start, end: to, offset });
  return spans;
}

/** The first whole second after `left`, at most `right`, whose offset is not that of `left`. */
function firstChange(probe: (at: Instant) => number, left: Instant, right: Instant): Instant {
  const offset = probe(left);
  let same = left / millisecondsInSecond;
  let changed = right / millisecondsInSecond;
  while (changed - same > 1) {
    const middle = Math.floor((same + changed) / 2);
    if (probe(middle * millisecondsInSecond) === offset) same = middle;
    else changed = middle;
  }
  return changed * millisecondsInSecond;
}

/**
 * Asks the runtime's own zone data. `getTimezoneOffset` of date-fns-tz is no help here: it takes
 * a local time, which in an autumn fold has two answers, and which of them it gives depends on
 * the zone of the machine it runs on.
 */
function offsetProbe(zone: string): (at: Instant) => number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  return (at) => {
    // "3/8/2026, GMT-05:00"; plain "GMT" for zero; seconds only for offsets of long ago.
    const found = /([+-])(\d+):(\d+)(?::(\d+))?$/.exec(format.format(at));
    if (found === null) return 0;
    const [, sign, hours, minutes, seconds = 0] = found;
    const size = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
    return (sign === '-' ? -size : size) * millisecondsInSecond;
  };
}
