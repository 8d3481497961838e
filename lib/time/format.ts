import { formatInTimeZone } from 'date-fns-tz';
import type { Instant } from './intervals';
import type { Zone } from './zone';
import {
  clockTimeIn,
  dayIn,
  fullDayIn,
  offsetNameIn,
  rangeIn,
  rangeZoneIn,
  shortDayIn,
  timeIn,
  zoneNameIn,
} from './zone-clock';
import { findZone, offsetAt } from './zone-offsets';

// The functions of zone-clock.ts by IANA name, for code that has the whole IANA database.

export const formatTime = byName(timeIn);
export const formatClockTime = byName(clockTimeIn);
export const formatRange = byName(rangeIn);
export const formatRangeZone = byName(rangeZoneIn);
export const formatShortDay = byName(shortDayIn);
export const formatDay = byName(dayIn);
export const formatFullDay = byName(fullDayIn);
export const formatOffset = byName(offsetNameIn);
export const formatZone = byName(zoneNameIn);

function byName<When, Shown>(show: (zone: Zone, when: When) => Shown) {
  return (when: When, timeZone: string): Shown => show(findZone(timeZone), when);
}

/** `2026-03-03T10:00:00-05:00`: the local time in `timeZone` with its offset; `Z` if it is zero. */
export function formatIso(instant: Instant, timeZone: string): string {
  const offset = offsetAt(timeZone, instant);
  const size = new Date(Math.abs(offset)).toISOString().slice(11, 16);
  const zone = `${offset < 0 ? '-' : '+'}${size}`;
  return formatInTimeZone(instant, zone, "yyyy-MM-dd'T'HH:mm:ssXXX");
}
