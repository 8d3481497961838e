import { millisecondsInDay } from 'date-fns/constants';
import type { Instant, Interval } from '@/lib/time/intervals';
import { openSlots } from '@/lib/time/slots';
import type { WeeklyWindow } from '@/lib/time/weekly-windows';

/** One person's calendar. Claims of a teacher include the buffer. */
export interface PersonalCalendar {
  weeklyWindows: WeeklyWindow[];
  extraWindows: Interval[];
  timeOff: Interval[];
  claims: Interval[];
}

/** How an ST offers sessions of their course. Lengths are minutes unless the name says otherwise. */
export interface OfferRules {
  sessionMinutes: number;
  bufferMinutes: number;
  slotStepMinutes: number;
  minNoticeHours: number;
  bookingHorizonDays: number;
}

export interface OfferedTimesInput {
  rules: OfferRules;
  teacher: PersonalCalendar;
  studentClaims: readonly Interval[];
  /** The range of starts; excludes its end. */
  range: Interval;
  now: Instant;
}

/** From now to the end of an ST's booking horizon: no offered start lies outside it. */
export function bookingHorizon(rules: OfferRules, now: Instant): Interval {
  return { start: now, end: now + rules.bookingHorizonDays * millisecondsInDay };
}

/**
 * The starts in `range` that the student can book with the ST, ascending. Both listing and booking
 * use this function.
 */
export function offeredTimes({
  rules,
  teacher,
  studentClaims,
  range,
  now,
}: OfferedTimesInput): Instant[] {
  return openSlots({
    now,
    range,
    weeklyWindows: teacher.weeklyWindows,
    extraWindows: teacher.extraWindows,
    timeOff: teacher.timeOff,
    teacherClaims: teacher.claims,
    studentClaims,
    durationMinutes: rules.sessionMinutes,
    bufferMinutes: rules.bufferMinutes,
    slotStepMinutes: rules.slotStepMinutes,
    minNoticeMinutes: rules.minNoticeHours * 60,
    horizonDays: rules.bookingHorizonDays,
  });
}

const SOON_MS = 7 * millisecondsInDay;

/** The first of `offeredTimes`. Most STs are free within a week, so the rest is computed only if needed. */
export function firstOfferedTime(input: OfferedTimesInput): Instant | undefined {
  const { start, end } = input.range;
  const soon = Math.min(start + SOON_MS, end);
  const [first] = offeredTimes({ ...input, range: { start, end: soon } });
  return first ?? offeredTimes({ ...input, range: { start: soon, end } })[0];
}
