import { formatInTimeZone } from 'date-fns-tz';
import type { Instant } from './intervals';
import { zoneTime } from './zone-names';
import { offsetAt } from './zone-offsets';

const MINUTE_MS = 60_000;

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
  const minutes = Math.round(offsetAt(timeZone, instant) / MINUTE_MS);
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
