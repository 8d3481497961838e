import { millisecondsInMinute } from 'date-fns/constants';
import {
  type OfferRules,
  offeredTimes,
  type PersonalCalendar,
} from '@/lib/availability/offered-times';
import { ok, type Result, refuse } from '@/lib/result';
import type { Instant, Interval } from '@/lib/time/intervals';
import type { UnresolvedTimeCode } from '@/lib/time/resolve-instant';

export type RefusalBeforeWrite =
  | 'NOT_ENROLLED'
  | 'ST_UNAVAILABLE'
  | 'OWN_SESSION'
  | 'NO_SESSIONS_LEFT'
  | 'SLOT_UNAVAILABLE'
  | 'STUDENT_CONFLICT';

/** Why a key that has booked a session cannot be answered with it. */
export type UsedKeyCode = 'IDEMPOTENCY_KEY_REUSED' | 'SESSION_CANCELLED' | 'HOLD_EXPIRED';

export type BookSessionCode = RefusalBeforeWrite | UsedKeyCode;

/** What the decision to book is made from, as it was read. */
export interface BookingFacts {
  studentId: string;
  /** Empty when the student is not in the course or the enrollment has ended. */
  enrollment: { id: string; sessionsLeft: number } | null;
  st: { isActive: boolean; userId: string; rules: OfferRules; isPriced: boolean };
  teacher: PersonalCalendar;
  studentClaims: readonly Interval[];
}

/** What is to be written for a session that can be booked. */
export interface BookingPlan {
  enrollmentId: string;
  /** From the start to the end that the database derives. */
  during: Interval;
  status: 'scheduled' | 'pending_payment';
}

/**
 * Decides whether a session may start at `start`.
 * Refuses with the first reason that a person can act on; a time at which the student is taken is
 * `STUDENT_CONFLICT` only when the ST would otherwise offer it.
 */
export function planSession(
  facts: BookingFacts,
  { start, now }: { start: Instant; now: Instant },
): Result<BookingPlan, RefusalBeforeWrite> {
  const { enrollment, st, teacher, studentClaims } = facts;
  if (!enrollment) return refuse('NOT_ENROLLED');
  if (st.userId === facts.studentId) return refuse('OWN_SESSION');
  if (!st.isActive) return refuse('ST_UNAVAILABLE');
  if (enrollment.sessionsLeft <= 0) return refuse('NO_SESSIONS_LEFT');

  const range = { start, end: start + 1 };
  const offered = offeredTimes({ rules: st.rules, teacher, studentClaims: [], range, now });
  if (offered.length === 0) return refuse('SLOT_UNAVAILABLE');

  const during = { start, end: start + st.rules.sessionMinutes * millisecondsInMinute };
  if (studentClaims.some((claim) => claim.start < during.end && during.start < claim.end)) {
    return refuse('STUDENT_CONFLICT');
  }
  return ok({
    enrollmentId: enrollment.id,
    during,
    status: st.isPriced ? 'pending_payment' : 'scheduled',
  });
}

/** Why a session cannot be asked for in these words, whatever is free. */
export type BookSessionRequestCode =
  | UnresolvedTimeCode
  | 'ST_NOT_FOUND'
  | 'STUDENT_MISMATCH'
  | 'COURSE_MISMATCH'
  | 'END_MISMATCH';
