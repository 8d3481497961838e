import { millisecondsInDay } from 'date-fns/constants';
import type { Instant } from './intervals';
import { dateIn } from './zone-clock';
import { findZone, offsetSpans } from './zone-offsets';

// No zone has ever had a larger offset from UTC.
const LARGEST_OFFSET = millisecondsInDay;

/** The local date at `instant` in `zone` (an IANA name), as `YYYY-MM-DD`. */
export function localDate(instant: Instant, zone: string): string {
  return dateIn(findZone(zone), instant);
}

/**
 * The instants of a local time in `zone`, ascending: usually one, none in a gap, two in a fold.
 *
 * `local` is `YYYY-MM-DDTHH:MM` with optional `:SS`. Other formats, and times that no calendar has
 * (30 February, 24:00), have no instants.
 *
 * @throws RangeError for an unknown zone.
 */
export function localTimeToInstants(local: string, zone: string): Instant[] {
  const wall = Date.parse(`${local}Z`);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(local) || Number.isNaN(wall)) return [];
  // `Date.parse` turns 30 February into 2 March.
  if (!new Date(wall).toISOString().startsWith(local)) return [];
  const near = { start: wall - LARGEST_OFFSET, end: wall + LARGEST_OFFSET };
  return offsetSpans(zone, near)
    .filter(({ start, end, offset }) => start <= wall - offset && wall - offset < end)
    .map(({ offset }) => wall - offset);
}
