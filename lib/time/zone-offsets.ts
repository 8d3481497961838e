import { millisecondsInSecond } from 'date-fns/constants';
import moment from 'moment-timezone';
import type { Instant, Interval } from './intervals';
import { type ClockChange, changesIn, type OffsetSpan, offsetIn, spansIn, type Zone } from './zone';

const zones = new Map<string, Zone>();

/** Whether the packaged IANA database has a zone of exactly this name. Older names count too. */
export function isTimeZone(name: string): boolean {
  return findPackaged(name) !== null;
}

/**
 * The zone of this IANA name.
 *
 * @throws RangeError if the packaged IANA database has no such zone.
 */
export function findZone(name: string): Zone {
  const known = zones.get(name);
  if (known !== undefined) return known;
  const found = findPackaged(name);
  if (found === null) throw new RangeError(`Unknown time zone: "${name}".`);
  const zone = {
    name,
    // The package ends with an infinite one.
    untils: found.untils.slice(0, -1),
    offsets: found.offsets.map(millisecondsEast),
  };
  zones.set(name, zone);
  return zone;
}

/** `offsetIn` by IANA name. */
export function offsetAt(name: string, instant: Instant): number {
  return offsetIn(findZone(name), instant);
}

/** `spansIn` by IANA name. */
export function offsetSpans(name: string, range: Interval): OffsetSpan[] {
  return spansIn(findZone(name), range);
}

/** `changesIn` by IANA name. */
export function clockChanges(name: string, range: Interval): ClockChange[] {
  return range.start < range.end ? changesIn(findZone(name), range) : [];
}

/** The package also finds `europe/berlin` and `Europe_Berlin`, which are no IANA names. */
function findPackaged(name: string) {
  const found = moment.tz.zone(name);
  return found?.name === name ? found : null;
}

/** The package uses minutes west of UTC. Historical offsets have fractions of a minute. */
function millisecondsEast(minutesWest: number): number {
  return 0 - Math.round(minutesWest * 60) * millisecondsInSecond;
}
