import { millisecondsInDay } from 'date-fns/constants';
import { clipInterval, type Instant, type Interval, subtractIntervals } from './intervals';
import { localTimeToInstants } from './local-time';
import { SUPPORTED_RANGE } from './supported-range';
import { type WeeklyWindow, weeklyIntervals } from './weekly-windows';

/** When a teacher can be had at all: the weekly hours, and the dated changes to them. */
export interface AvailabilityInput {
  readonly weeklyWindows: readonly WeeklyWindow[];
  /** Extra hours beside the weekly ones. */
  readonly extraWindows: readonly Interval[];
  /** Taken out of weekly and extra hours alike. */
  readonly timeOff: readonly Interval[];
}

/**
 * The instants of `range` that are available (in a weekly or an extra window, and not in time
 * off), as maximal intervals clipped to the range.
 */
export function availableIntervals(input: AvailabilityInput, range: Interval): Interval[] {
  const hours = weeklyIntervals(input.weeklyWindows, range);
  for (const extra of input.extraWindows) hours.push(clipInterval(extra, range));
  return subtractIntervals(hours, input.timeOff);
}

/**
 * The instant from which the slots of the available interval around `at` count their steps: the
 * start of that maximal interval, however far back, so that it does not depend on what is asked
 * for. `at` is itself available.
 *
 * Someone who has been available since before the reckoning (every hour of every week, say) has
 * no such start; their steps count from local midnight of Monday 1 January 2024 in the zone of
 * their windows (of several, the first by name).
 *
 * Looks back a day, then four, then sixteen: a day is enough for an ordinary week, and only where
 * windows of several zones cover each other's closed hours all year does it go back to 1970.
 */
export function gridOrigin(input: AvailabilityInput, at: Instant): Instant {
  let start = at;
  for (let days = 1; start > SUPPORTED_RANGE.start; days *= 4) {
    const from = Math.max(start - days * millisecondsInDay, SUPPORTED_RANGE.start);
    const before = availableIntervals(input, { start: from, end: start }).at(-1);
    if (before === undefined || before.end < start) return start;
    start = before.start;
    if (start > from) return start;
  }
  const [zone = 'UTC'] = input.weeklyWindows.map(({ timeZone }) => timeZone).sort();
  return localTimeToInstants('2024-01-01T00:00', zone)[0] ?? Date.UTC(2024, 0, 1);
}
