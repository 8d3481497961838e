import { millisecondsInDay, millisecondsInMinute, millisecondsInWeek } from 'date-fns/constants';
import { type Instant, type Interval, mergeIntervals } from './intervals';
import { offsetSpans } from './zone-offsets';

const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

export type Weekday = (typeof WEEKDAYS)[number];

/**
 * A teacher's hours on one weekday, in the local time of `timeZone` (an IANA name).
 *
 * `startTime` and `endTime` are `HH:MM`; the end is exclusive and may be `24:00`. A window cannot cross
 * midnight; use two that touch there. A window is empty unless its end is after its start.
 */
export interface WeeklyWindow {
  readonly dayOfWeek: Weekday;
  readonly startTime: string;
  readonly endTime: string;
  readonly timeZone: string;
}

// Local times are computed as if they were UTC. 1970-01-05 was a Monday.
const MONDAY = 4 * millisecondsInDay;

/**
 * The intervals of `range` whose local time is inside one of `windows`: sorted, merged, and clipped to
 * the range.
 *
 * A gap shortens or removes a window. In a fold, a window occurs twice, and the two intervals are merged
 * if they touch. Windows that touch are also merged across midnight and across zones.
 *
 * The cost is proportional to the number of windows times the number of weeks.
 *
 * @throws RangeError for a time that is not `HH:MM` and for an unknown zone.
 */
export function weeklyIntervals(windows: readonly WeeklyWindow[], range: Interval): Interval[] {
  if (!(range.start < range.end)) return [];
  const found: Interval[] = [];
  for (const [zone, week] of weeksByZone(windows)) {
    const [first] = week;
    if (first === undefined) continue;
    // Windows that cover the whole week cover every instant, whatever the clock changes.
    if (first.end - first.start === millisecondsInWeek) return [range];
    for (const span of offsetSpans(zone, range)) {
      addWeeks(found, week, span, span.offset);
    }
  }
  return mergeIntervals(found);
}

/** The windows of each zone as merged intervals, in milliseconds since Monday 00:00. */
function weeksByZone(windows: readonly WeeklyWindow[]): Map<string, Interval[]> {
  const zones = new Map<string, Interval[]>();
  for (const { dayOfWeek, startTime, endTime, timeZone } of windows) {
    const midnight = WEEKDAYS.indexOf(dayOfWeek) * millisecondsInDay;
    const window = { start: midnight + timeOfDay(startTime), end: midnight + timeOfDay(endTime) };
    const ofZone = zones.get(timeZone);
    if (ofZone === undefined) zones.set(timeZone, [window]);
    else ofZone.push(window);
  }
  for (const [zone, ofZone] of zones) zones.set(zone, mergeIntervals(ofZone));
  return zones;
}

/** Adds the windows of each week that overlaps `span`, clipped to it. `offset` is constant in `span`. */
function addWeeks(found: Interval[], week: readonly Interval[], span: Interval, offset: number) {
  const wallStart = span.start + offset - MONDAY;
  const firstMonday = wallStart - modulo(wallStart, millisecondsInWeek) + MONDAY - offset;
  for (let monday: Instant = firstMonday; monday < span.end; monday += millisecondsInWeek) {
    for (const window of week) {
      const start = Math.max(monday + window.start, span.start);
      const end = Math.min(monday + window.end, span.end);
      if (start < end) found.push({ start, end });
    }
  }
}

function timeOfDay(time: string): number {
  if (!/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(time)) {
    throw new RangeError(`Not a time of day: ${time}`);
  }
  return (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * millisecondsInMinute;
}

function modulo(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}
