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

/** Refusals of a request whose key has booked a session. */
export type UsedKeyCode = 'IDEMPOTENCY_KEY_REUSED' | 'SESSION_CANCELLED' | 'HOLD_EXPIRED';

export type BookSessionCode = RefusalBeforeWrite | UsedKeyCode;

/** The data on which a booking is decided. */
export interface BookingFacts {
  studentId: string;
  courseId: string;
  /** Empty if the student is not in the course or the enrollment has ended. */
  enrollment: { id: string; sessionsLeft: number } | null;
  st: {
    isActive: boolean;
    userId: string;
    timezone: string | null;
    rules: OfferRules;
    isPriced: boolean;
  };
  teacher: PersonalCalendar;
  studentClaims: readonly Interval[];
}

/** The session to write. */
export interface BookingPlan {
  enrollmentId: string;
  /** From the start to the end that the database derives. */
  during: Interval;
  status: 'scheduled' | 'pending_payment';
}

/**
 * Decides whether a session may start at `start`.
 * Refuses with the first reason that the person can act on. A time when the student is busy is
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

/** Refusals that do not depend on free times. */
export type BookSessionRequestCode =
  | UnresolvedTimeCode
  | 'ST_NOT_FOUND'
  | 'STUDENT_MISMATCH'
  | 'COURSE_MISMATCH'
  | 'END_MISMATCH';
