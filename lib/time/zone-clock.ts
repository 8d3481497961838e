import { millisecondsInDay, millisecondsInMinute } from 'date-fns/constants';
import { dayName, fullDayName, shortDayName } from './calendar-dates';
import type { Instant, Interval } from './intervals';
import { utcClockTime, utcDate } from './iso';
import { offsetIn, spansIn, type Zone } from './zone';
import { zoneTime } from './zone-names';

// Arithmetic instead of Intl: the browser's zone data may be older than ours, and a page has many times.

/** The local date, as `YYYY-MM-DD`. */
export function dateIn(zone: Zone, instant: Instant): string {
  return utcDate(instant + offsetIn(zone, instant));
}

/** `14:05`: the local time. */
export function timeIn(zone: Zone, instant: Instant): string {
  return utcClockTime(instant + offsetIn(zone, instant));
}

/** Whether the local time occurs twice, because clocks go back. */
export function occursTwiceIn(zone: Zone, instant: Instant): boolean {
  const around = { start: instant - millisecondsInDay, end: instant + millisecondsInDay };
  const spans = spansIn(zone, around);
  if (spans.length === 1) return false;
  const exact = instant + offsetIn(zone, instant);
  const wall = Math.floor(exact / millisecondsInMinute) * millisecondsInMinute;
  const isIn = spans.filter(
    ({ start, end, offset }) => start <= wall - offset && wall - offset < end,
  );
  return isIn.length > 1;
}

/** `GMT+5:45`: the offset from UTC; `GMT` if it is zero. */
export function offsetNameIn(zone: Zone, instant: Instant): string {
  const minutes = Math.round(offsetIn(zone, instant) / millisecondsInMinute);
  if (minutes === 0) return 'GMT';
  const size = Math.abs(minutes);
  const rest = size % 60 === 0 ? '' : `:${String(size % 60).padStart(2, '0')}`;
  return `GMT${minutes < 0 ? '-' : '+'}${Math.floor(size / 60)}${rest}`;
}

/** `14:05`, or `02:30 (GMT+2)` if this local time occurs twice. */
export function clockTimeIn(zone: Zone, instant: Instant): string {
  return occursTwiceIn(zone, instant) ? timeWithOffset(zone, instant) : timeIn(zone, instant);
}

/**
 * `14:00–15:00`: the local times, with offsets where they are ambiguous. Both have one if the clocks
 * change during the range: `01:30 (GMT+1)–03:30 (GMT+2)`. The end has one if either local time occurs
 * twice: `02:00–02:30 (GMT+2)`. Show it with `rangeZoneIn`.
 */
export function rangeIn(zone: Zone, range: Interval): string {
  const showStart = changesDuring(zone, range) ? timeWithOffset : timeIn;
  const showEnd = needsOffset(zone, range) ? timeWithOffset : timeIn;
  return `${showStart(zone, range.start)}–${showEnd(zone, range.end)}`;
}

/** `Berlin time (GMT+1)`, or `Berlin time` if `rangeIn` includes the offset. */
export function rangeZoneIn(zone: Zone, range: Interval): string {
  return needsOffset(zone, range) ? zoneTime(zone.name) : zoneNameIn(zone, range.start);
}

function needsOffset(zone: Zone, range: Interval): boolean {
  const { start, end } = range;
  return changesDuring(zone, range) || occursTwiceIn(zone, start) || occursTwiceIn(zone, end);
}

function changesDuring(zone: Zone, { start, end }: Interval): boolean {
  return offsetIn(zone, start) !== offsetIn(zone, end);
}

function timeWithOffset(zone: Zone, instant: Instant): string {
  return `${timeIn(zone, instant)} (${offsetNameIn(zone, instant)})`;
}

/** `New York time (GMT-5)`: the zone and its offset. */
export function zoneNameIn(zone: Zone, instant: Instant): string {
  if (zone.name === 'UTC') return 'UTC';
  return `${zoneTime(zone.name)} (${offsetNameIn(zone, instant)})`;
}

/** `Tue 3 March`: the local date. */
export function shortDayIn(zone: Zone, instant: Instant): string {
  return shortDayName(dateIn(zone, instant));
}

/** `Tuesday 3 March`: the local date. */
export function dayIn(zone: Zone, instant: Instant): string {
  return dayName(dateIn(zone, instant));
}

/** `Tuesday 3 March 2026`: the local date. */
export function fullDayIn(zone: Zone, instant: Instant): string {
  return fullDayName(dateIn(zone, instant));
}

/**
 * Groups starts by local date (`YYYY-MM-DD`). Dates are in order of first occurrence, and starts keep
 * their order. Dates without a start are absent.
 */
export function startsByDate(zone: Zone, starts: readonly Instant[]): Map<string, Instant[]> {
  const byDate = new Map<string, Instant[]>();
  for (const start of starts) {
    const date = dateIn(zone, start);
    const ofDate = byDate.get(date);
    if (ofDate === undefined) byDate.set(date, [start]);
    else ofDate.push(start);
  }
  return byDate;
}
