import { millisecondsInDay } from 'date-fns/constants';
import type { Instant } from './intervals';
import { offsetAt, offsetSpans } from './zone-offsets';

// No zone has ever had a larger offset from UTC.
const LARGEST_OFFSET = millisecondsInDay;

/** The local date at `instant` in `zone` (an IANA name), as `YYYY-MM-DD`. */
export function localDate(instant: Instant, zone: string): string {
  return isoDate(instant + offsetAt(zone, instant));
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

/**
 * Groups slot starts by local date (`YYYY-MM-DD`) in `zone`. Dates are in order of first occurrence,
 * and starts keep their order. Dates without a start are absent.
 */
export function slotsByLocalDate(starts: readonly Instant[], zone: string): Map<string, Instant[]> {
  const byDate = new Map<string, Instant[]>();
  for (const start of starts) {
    const date = localDate(start, zone);
    const ofDate = byDate.get(date);
    if (ofDate === undefined) byDate.set(date, [start]);
    else ofDate.push(start);
  }
  return byDate;
}

function isoDate(wall: number): string {
  return new Date(wall).toISOString().slice(0, 10);
}
