import { millisecondsInMinute } from 'date-fns/constants';
import { formatInTimeZone } from 'date-fns-tz';
import type { Instant, Interval } from './intervals';
import { localDate, localTimeToInstants } from './local-time';
import { zoneTime } from './zone-names';
import { offsetAt } from './zone-offsets';

// Intl's zone data is as old as the runtime, so Intl never sees the zone: it formats local time as UTC.
const CLOCK = formatter({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const SHORT_DAY = formatter({ weekday: 'short', day: 'numeric', month: 'long' });
const DAY = formatter({ weekday: 'long', day: 'numeric', month: 'long' });
const FULL_DAY = formatter({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });

function formatter(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options });
}

/** `14:05`: the local time in `timeZone`. */
export function formatTime(instant: Instant, timeZone: string): string {
  return CLOCK.format(instant + offsetAt(timeZone, instant));
}

/** Whether the local time of `instant` occurs twice in `timeZone`, because clocks go back. */
export function occursTwice(instant: Instant, timeZone: string): boolean {
  const local = `${localDate(instant, timeZone)}T${formatTime(instant, timeZone)}`;
  return localTimeToInstants(local, timeZone).length > 1;
}

/** `14:05`, or `02:30 (GMT+2)` if this local time occurs twice in `timeZone`. */
export function formatClockTime(instant: Instant, timeZone: string): string {
  return occursTwice(instant, timeZone)
    ? formatTimeWithOffset(instant, timeZone)
    : formatTime(instant, timeZone);
}

/**
 * `14:00–15:00`: the local times in `timeZone`, with offsets where they are ambiguous. Both have one if
 * the clocks change during the range: `01:30 (GMT+1)–03:30 (GMT+2)`. The end has one if either local
 * time occurs twice: `02:00–02:30 (GMT+2)`. Show it with `formatRangeZone`.
 */
export function formatRange({ start, end }: Interval, timeZone: string): string {
  const showStart = changesDuring({ start, end }, timeZone) ? formatTimeWithOffset : formatTime;
  const showEnd = needsOffset({ start, end }, timeZone) ? formatTimeWithOffset : formatTime;
  return `${showStart(start, timeZone)}–${showEnd(end, timeZone)}`;
}

/** `Berlin time (GMT+1)`, or `Berlin time` if `formatRange` includes the offset. */
export function formatRangeZone(range: Interval, timeZone: string): string {
  return needsOffset(range, timeZone) ? zoneTime(timeZone) : formatZone(range.start, timeZone);
}

function needsOffset(range: Interval, timeZone: string): boolean {
  const { start, end } = range;
  return (
    changesDuring(range, timeZone) || occursTwice(start, timeZone) || occursTwice(end, timeZone)
  );
}

function changesDuring({ start, end }: Interval, timeZone: string): boolean {
  return offsetAt(timeZone, start) !== offsetAt(timeZone, end);
}

function formatTimeWithOffset(instant: Instant, timeZone: string): string {
  return `${formatTime(instant, timeZone)} (${formatOffset(instant, timeZone)})`;
}

/** `Tue 3 March`: the local date in `timeZone`. */
export function formatShortDay(instant: Instant, timeZone: string): string {
  return dayIn(SHORT_DAY, instant, timeZone);
}

/** `Tuesday 3 March`: the local date in `timeZone`. */
export function formatDay(instant: Instant, timeZone: string): string {
  return dayIn(DAY, instant, timeZone);
}

/** `Tuesday 3 March 2026`: the local date in `timeZone`. */
export function formatFullDay(instant: Instant, timeZone: string): string {
  return dayIn(FULL_DAY, instant, timeZone);
}

function dayIn(format: Intl.DateTimeFormat, instant: Instant, timeZone: string): string {
  return format.format(instant + offsetAt(timeZone, instant)).replace(',', '');
}

/** `GMT+5:45`: the offset of `timeZone` at `instant`; `GMT` if it is zero. */
export function formatOffset(instant: Instant, timeZone: string): string {
  const minutes = Math.round(offsetAt(timeZone, instant) / millisecondsInMinute);
  if (minutes === 0) return 'GMT';
  const size = Math.abs(minutes);
  const rest = size % 60 === 0 ? '' : `:${String(size % 60).padStart(2, '0')}`;
  return `GMT${minutes < 0 ? '-' : '+'}${Math.floor(size / 60)}${rest}`;
}

/** `2026-03-03T10:00:00-05:00`: the local time in `timeZone` with its offset; `Z` if it is zero. */
export function formatIso(instant: Instant, timeZone: string): string {
  const offset = offsetAt(timeZone, instant);
  const size = new Date(Math.abs(offset)).toISOString().slice(11, 16);
  const zone = `${offset < 0 ? '-' : '+'}${size}`;
  return formatInTimeZone(instant, zone, "yyyy-MM-dd'T'HH:mm:ssXXX");
}

/** `New York time (GMT-5)`: a zone and its offset at `instant`. */
export function formatZone(instant: Instant, timeZone: string): string {
  if (timeZone === 'UTC') return 'UTC';
  return `${zoneTime(timeZone)} (${formatOffset(instant, timeZone)})`;
}
