import { millisecondsInDay, millisecondsInMinute } from 'date-fns/constants';
import { type AvailabilityInput, availableIntervals, gridOrigin } from './available-intervals';
import { clipInterval, type Instant, type Interval, sortedByStart } from './intervals';
import { SUPPORTED_RANGE } from './supported-range';

/** The input that determines which slots of a teacher a student can book. */
export interface OpenSlotsInput extends AvailabilityInput {
  readonly now: Instant;
  /** The range of starts; a slot may end after it. */
  readonly range: Interval;
  /** When the teacher is busy, including each session's own buffer: `[start, end + buffer)`. */
  readonly teacherClaims: readonly Interval[];
  /** When the student is busy: `[start, end)`. */
  readonly studentClaims: readonly Interval[];
  /** Length of a slot; at least 1. */
  readonly durationMinutes: number;
  /** Time after the slot without claims of the teacher. It need not be available. */
  readonly bufferMinutes: number;
  /** Elapsed time between starts on the grid; at least 1. */
  readonly slotStepMinutes: number;
  /** The earliest start is exactly this long after `now`. */
  readonly minNoticeMinutes: number;
  /** Starts are before `now` plus this many times 24 hours. */
  readonly horizonDays: number;
}

/**
 * The starts of the slots that can be booked, ascending. To check a single start, use the range
 * `[start, start + 1)`.
 *
 * Starts are on a grid: steps of `slotStepMinutes` of elapsed time from the start of each available
 * interval. Claims do not shift the grid. Time off does, because a new interval starts after it. The
 * grid does not depend on `range`.
 *
 * A slot can be booked if
 * - `[start, start + duration)` is available and overlaps no claim of the student,
 * - `[start, start + duration + buffer)` overlaps no claim of the teacher,
 * - its start is after `now`, inside `range`, and respects notice and horizon.
 *
 * Intervals that only touch do not overlap. An empty or reversed range has no slots, and neither have
 * years outside 1970 to 2199. The cost is proportional to windows times weeks, plus claims, plus starts.
 *
 * @throws RangeError for a duration or step below 1, another negative length, a malformed window and
 * an unknown zone.
 */
export function openSlots(input: OpenSlotsInput): Instant[] {
  requireAtLeast(1, input.durationMinutes, input.slotStepMinutes);
  requireAtLeast(0, input.bufferMinutes, input.minNoticeMinutes, input.horizonDays);
  const starts = clipInterval(clipInterval(input.range, SUPPORTED_RANGE), {
    start: input.now + Math.max(input.minNoticeMinutes * millisecondsInMinute, 1),
    end: input.now + input.horizonDays * millisecondsInDay,
  });
  if (!(starts.start < starts.end)) return [];
  const duration = input.durationMinutes * millisecondsInMinute;
  const buffered = duration + input.bufferMinutes * millisecondsInMinute;
  const teacherBusyUntil = sweepClaims(input.teacherClaims, buffered, starts);
  const studentBusyUntil = sweepClaims(input.studentClaims, duration, starts);
  const step = input.slotStepMinutes * millisecondsInMinute;
  const open: Instant[] = [];
  const span = clipInterval({ start: starts.start, end: starts.end + duration }, SUPPORTED_RANGE);
  for (const { start, end } of availableIntervals(input, span)) {
    // An interval that begins with the span was possibly clipped and may start earlier.
    const origin = start === span.start ? gridOrigin(input, start) : start;
    let slot = stepFrom(origin, step, start);
    while (slot < starts.end && slot + duration <= end) {
      const busyUntil = Math.max(teacherBusyUntil(slot), studentBusyUntil(slot));
      if (busyUntil <= slot) open.push(slot);
      slot = stepFrom(origin, step, Math.max(busyUntil, slot + 1));
    }
  }
  return open;
}

/** The first step of the grid at or after `at`. */
function stepFrom(origin: Instant, step: number, at: Instant): Instant {
  return origin + Math.ceil((at - origin) / step) * step;
}

/**
 * Returns a function from a start to the end of the claims that overlap `[start, start + length)`. The
 * result is after `start` only if there is an overlap; no start before the result is free. Call it with
 * ascending starts: it visits each claim once.
 */
function sweepClaims(
  claims: readonly Interval[],
  length: number,
  starts: Interval,
): (start: Instant) => Instant {
  const near = sortedByStart(
    claims.filter(({ start, end }) => end > starts.start && start < starts.end + length),
  );
  let next = 0;
  let busyUntil = Number.NEGATIVE_INFINITY;
  return (start) => {
    for (let claim = near[next]; claim && claim.start < start + length; claim = near[++next]) {
      busyUntil = Math.max(busyUntil, claim.end);
    }
    return busyUntil;
  };
}

function requireAtLeast(least: number, ...lengths: readonly number[]): void {
  for (const length of lengths) {
    if (!(length >= least)) throw new RangeError(`Expected at least ${least}, not ${length}`);
  }
}
