import { millisecondsInDay } from 'date-fns/constants';
import { clipInterval, type Instant, type Interval, subtractIntervals } from './intervals';
import { localTimeToInstants } from './local-time';
import { SUPPORTED_RANGE } from './supported-range';
import { type WeeklyWindow, weeklyIntervals } from './weekly-windows';

/** A teacher's weekly windows and the exceptions to them. */
export interface AvailabilityInput {
  readonly weeklyWindows: readonly WeeklyWindow[];
  /** Extra hours, in addition to the weekly windows. */
  readonly extraWindows: readonly Interval[];
  /** Removed from both weekly windows and extra hours. */
  readonly timeOff: readonly Interval[];
}

/**
 * The available intervals in `range`: inside a weekly or extra window and outside time off. The result
 * is sorted, merged, and clipped to the range.
 */
export function availableIntervals(input: AvailabilityInput, range: Interval): Interval[] {
  const hours = weeklyIntervals(input.weeklyWindows, range);
  for (const extra of input.extraWindows) hours.push(clipInterval(extra, range));
  return subtractIntervals(hours, input.timeOff);
}

/**
 * The origin of the slot grid at `at`: the start of the available interval that contains it. It may lie
 * outside any requested range, so that the same slots are found whatever the range is. `at` must be
 * available.
 *
 * An interval that reaches back to 1970 (such as one of a teacher who is available all week) has no
 * usable start. Its origin is local midnight on Monday 1 January 2024, in the zone of the windows; if
 * they have several zones, in the first by name.
 *
 * The search looks back 1 day, then 4, then 16, and so on. One day is enough for most weeks.
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
