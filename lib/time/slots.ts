import { millisecondsInDay, millisecondsInMinute } from 'date-fns/constants';
import { type AvailabilityInput, availableIntervals, gridOrigin } from './available-intervals';
import { clipInterval, type Instant, type Interval, sortedByStart } from './intervals';
import { SUPPORTED_RANGE } from './supported-range';

/** All that decides which slots of one teacher one student is offered. */
export interface OpenSlotsInput extends AvailabilityInput {
  readonly now: Instant;
  /** Starts lie in it; a slot may end after it. */
  readonly range: Interval;
  /** When the teacher is taken, each session's own buffer included: `[start, end + buffer)`. */
  readonly teacherClaims: readonly Interval[];
  /** When the student is taken: `[start, end)`. */
  readonly studentClaims: readonly Interval[];
  /** How long the slot is; at least 1. */
  readonly durationMinutes: number;
  /** What the teacher wants free behind the slot. It need not be available, only unclaimed. */
  readonly bufferMinutes: number;
  /** The grid of starts, in elapsed time; at least 1. */
  readonly slotStepMinutes: number;
  /** The first start offered is exactly this long after `now`. */
  readonly minNoticeMinutes: number;
  /** Starts lie before `now` plus this many times 24 hours. */
  readonly horizonDays: number;
}

/**
 * The starts of the slots that can be booked, in order. Whether one start can be booked is the
 * same question asked of the range `[start, start + 1)`.
 *
 * Starts are on steps of `slotStepMinutes` of elapsed time from the start of each maximal
 * available interval. Claims do not move these steps; time off does, for it ends an interval and
 * another starts behind it. They do not depend on `range`: a wider range gives the same starts and
 * more. A slot is offered when all of `[start, start + duration)` is available and meets no claim
 * of the student, `[start, start + duration + buffer)` meets none of the teacher, and its start
 * lies after now and keeps notice, horizon and range. What only touches does not meet.
 *
 * An empty or reversed range has none, and so have years outside 1970 to 2199. The work grows
 * with the windows times the weeks of the range (as cut by notice and horizon), the claims and
 * the starts; it does not grow with the hours between them.
 *
 * @throws RangeError for lengths that are no lengths, malformed windows and unknown zones.
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
  const teacherTakenUntil = claimSweep(input.teacherClaims, buffered, starts);
  const studentTakenUntil = claimSweep(input.studentClaims, duration, starts);
  const step = input.slotStepMinutes * millisecondsInMinute;
  const open: Instant[] = [];
  const reach = clipInterval({ start: starts.start, end: starts.end + duration }, SUPPORTED_RANGE);
  for (const { start, end } of availableIntervals(input, reach)) {
    // Only an interval that the range may have cut off can have started before.
    const origin = start === reach.start ? gridOrigin(input, start) : start;
    let slot = stepFrom(origin, step, start);
    while (slot < starts.end && slot + duration <= end) {
      const takenUntil = Math.max(teacherTakenUntil(slot), studentTakenUntil(slot));
      if (takenUntil <= slot) open.push(slot);
      slot = stepFrom(origin, step, Math.max(takenUntil, slot + 1));
    }
  }
  return open;
}

/** The first step of the grid that is not before `at`. */
function stepFrom(origin: Instant, step: number, at: Instant): Instant {
  return origin + Math.ceil((at - origin) / step) * step;
}

/**
 * A function that, asked about starts in rising order, answers until when `[start, start + length)`
 * is taken: an instant after `start` exactly when it meets a claim, and then no start before that
 * instant is free. Each claim is looked at once, however many starts are asked about.
 */
function claimSweep(
  claims: readonly Interval[],
  length: number,
  starts: Interval,
): (start: Instant) => Instant {
  const near = sortedByStart(
    claims.filter(({ start, end }) => end > starts.start && start < starts.end + length),
  );
  let next = 0;
  let takenUntil = Number.NEGATIVE_INFINITY;
  return (start) => {
    for (let claim = near[next]; claim && claim.start < start + length; claim = near[++next]) {
      takenUntil = Math.max(takenUntil, claim.end);
    }
    return takenUntil;
  };
}

function requireAtLeast(least: number, ...lengths: readonly number[]): void {
  for (const length of lengths) {
    if (!(length >= least)) throw new RangeError(`Expected at least ${least}, not ${length}`);
  }
}
