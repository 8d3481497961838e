import { millisecondsInDay } from 'date-fns/constants';
import type { Instant } from './intervals';
import { offsetAt, offsetSpans } from './zone-offsets';

// No offset has ever been further from UTC than this, so the instants of a local time are near it.
const FARTHEST_OFFSET = millisecondsInDay;

/** The date on the wall in `zone` (an IANA name) at `instant`, as `YYYY-MM-DD`. */
export function localDate(instant: Instant, zone: string): string {
  return isoDate(instant + offsetAt(zone, instant));
}

/**
 * The instants at which the clocks of `zone` show `local`, in order: one as a rule; none in a
 * spring gap or on a date that was skipped; two in an autumn fold, the first pass first.
 *
 * `local` is `YYYY-MM-DDTHH:MM` with optional `:SS`. Anything else, and what no calendar has
 * (30 February, 24:00), names no moment and so gives none.
 */
export function localTimeToInstants(local: string, zone: string): Instant[] {
  const wall = Date.parse(`${local}Z`);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(local) || Number.isNaN(wall)) return [];
  // The parser turns 30 February into 2 March.
  if (!new Date(wall).toISOString().startsWith(local)) return [];
  const near = { start: wall - FARTHEST_OFFSET, end: wall + FARTHEST_OFFSET };
  return offsetSpans(zone, near)
    .filter(({ start, end, offset }) => start <= wall - offset && wall - offset < end)
    .map(({ offset }) => wall - offset);
}

/**
 * Slot starts under the local date (`YYYY-MM-DD`) that `zone` has at each: dates in the order they
 * first occur, starts in the order given. Dates without a start are not in the map.
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
