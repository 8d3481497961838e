import { millisecondsInMinute } from 'date-fns/constants';
import { formatInTimeZone } from 'date-fns-tz';
import type { Instant, Interval } from './intervals';
import { localDate, localTimeToInstants } from './local-time';
import { zoneTime } from './zone-names';
import { offsetAt } from './zone-offsets';

// Intl puts dates into words and never learns the zone: its zone data is as old as the runtime. It is
// given the clock's reading as if that were UTC.
const CLOCK = words({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const SHORT_DAY = words({ weekday: 'short', day: 'numeric', month: 'long' });
const DAY = words({ weekday: 'long', day: 'numeric', month: 'long' });
const FULL_DAY = words({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });

function words(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options });
}

/** `14:05`, wall clock in `timeZone`. */
export function formatTime(instant: Instant, timeZone: string): string {
  return CLOCK.format(instant + offsetAt(timeZone, instant));
}

/** Whether the clocks of `timeZone` show this minute twice, as when they go back. */
export function occursTwice(instant: Instant, timeZone: string): boolean {
  const local = `${localDate(instant, timeZone)}T${formatTime(instant, timeZone)}`;
  return localTimeToInstants(local, timeZone).length > 1;
}

/** `14:05`, or `02:30 (GMT+2)` where the clocks of `timeZone` show it twice. */
export function formatClockTime(instant: Instant, timeZone: string): string {
  return occursTwice(instant, timeZone)
    ? formatTimeWithOffset(instant, timeZone)
    : formatTime(instant, timeZone);
}

/**
 * `14:00–15:00`, wall clock in `timeZone`. With offsets where two readings do not tell how long it is:
 * `01:30 (GMT+1)–03:30 (GMT+2)` where the clocks change meanwhile, and `02:00–02:30 (GMT+2)` where they
 * show either end twice. `formatRangeZone` stands beside it.
 */
export function formatRange({ start, end }: Interval, timeZone: string): string {
  const showStart = changesDuring({ start, end }, timeZone) ? formatTimeWithOffset : formatTime;
  const showEnd = needsOffset({ start, end }, timeZone) ? formatTimeWithOffset : formatTime;
  return `${showStart(start, timeZone)}–${showEnd(end, timeZone)}`;
}

/** `Berlin time (GMT+1)`, or `Berlin time` where `formatRange` says the offset. */
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

/** `Tue 3 March`, the local day in `timeZone`. */
export function formatShortDay(instant: Instant, timeZone: string): string {
  return dayIn(SHORT_DAY, instant, timeZone);
}

/** `Tuesday 3 March`, the local day in `timeZone`. */
export function formatDay(instant: Instant, timeZone: string): string {
  return dayIn(DAY, instant, timeZone);
}

/** `Tuesday 3 March 2026`, the local day in `timeZone`. */
export function formatFullDay(instant: Instant, timeZone: string): string {
  return dayIn(FULL_DAY, instant, timeZone);
}

function dayIn(format: Intl.DateTimeFormat, instant: Instant, timeZone: string): string {
  return format.format(instant + offsetAt(timeZone, instant)).replace(',', '');
}

/** `GMT+5:45`: the offset of `timeZone` at that instant; `GMT` alone is zero. */
export function formatOffset(instant: Instant, timeZone: string): string {
  const minutes = Math.round(offsetAt(timeZone, instant) / millisecondsInMinute);
  if (minutes === 0) return 'GMT';
  const size = Math.abs(minutes);
  const rest = size % 60 === 0 ? '' : `:${String(size % 60).padStart(2, '0')}`;
  return `GMT${minutes < 0 ? '-' : '+'}${Math.floor(size / 60)}${rest}`;
}

/** `2026-03-03T10:00:00-05:00`: the clock of `timeZone` with its offset; `Z` for zero. */
export function formatIso(instant: Instant, timeZone: string): string {
  const offset = offsetAt(timeZone, instant);
  const size = new Date(Math.abs(offset)).toISOString().slice(11, 16);
  const zone = `${offset < 0 ? '-' : '+'}${size}`;
  return formatInTimeZone(instant, zone, "yyyy-MM-dd'T'HH:mm:ssXXX");
}

/** `New York time (GMT-5)`: a zone and its offset at that instant. */
export function formatZone(instant: Instant, timeZone: string): string {
  if (timeZone === 'UTC') return 'UTC';
  return `${zoneTime(timeZone)} (${formatOffset(instant, timeZone)})`;
}
