import { randomUUID } from 'node:crypto';
import { millisecondsInMinute } from 'date-fns/constants';
import type { z } from 'zod';
import { confirmationOf } from '@/app/api/_answers/confirmation';
import { sendMailAfterApiResponse } from '@/app/send-due-mail';
import { db } from '@/lib/db/client';
import { refusals } from '@/lib/http/api/problem';
import { defineRoute } from '@/lib/http/api/route';
import { ok, refuse } from '@/lib/result';
import { bookFromFacts } from '@/lib/sessions/book-session';
import { readBookingFacts } from '@/lib/sessions/booking-facts';
import {
  BOOK_SESSION_MESSAGES,
  BOOK_SESSION_REQUEST_MESSAGES,
  USED_KEY_MESSAGES,
} from '@/lib/sessions/messages';
import type {
  BookingFacts,
  BookSessionCode,
  BookSessionRequestCode,
} from '@/lib/sessions/plan-session';
import {
  alternativesHelp,
  bookSessionRequest,
  idempotencyHeaders,
  sessionBookedAnswer,
} from '@/lib/sessions/schema';
import { nextBestSlots, type OfferedSlot } from '@/lib/student-teachers/next-best-slots';
import { listOfferingSts } from '@/lib/student-teachers/offering-sts';
import type { Instant } from '@/lib/time/intervals';
import { iso } from '@/lib/time/iso';
import { possibleInstants, resolveInstant } from '@/lib/time/resolve-instant';
import { DEFAULT_TIME_ZONE } from '@/lib/time/zone-names';

export const bookSessionRoute = defineRoute(
  {
    name: 'bookSession',
    summary: 'Book a session',
    description:
      'Times are instants, or local times in `timezone`. In a course priced per session, the time is ' +
      'held with status pending_payment until it is paid. An Idempotency-Key stands for one session ' +
      'forever: a repeated request books nothing and returns that session with its present status. If it ' +
      'was cancelled or its hold has expired, the response is 409 SESSION_CANCELLED or HOLD_EXPIRED: to ' +
      'book again, use a new key. With other details, the response is 422 IDEMPOTENCY_KEY_REUSED.',
    limit: 'booking',
    headers: idempotencyHeaders,
    body: bookSessionRequest,
    status: 201,
    answer: sessionBookedAnswer,
    refusals: {
      ...refusals(
        { ...BOOK_SESSION_MESSAGES, ...USED_KEY_MESSAGES },
        {
          NOT_ENROLLED: 403,
          ST_UNAVAILABLE: 409,
          OWN_SESSION: 409,
          NO_SESSIONS_LEFT: 409,
          SLOT_UNAVAILABLE: 409,
          STUDENT_CONFLICT: 409,
          IDEMPOTENCY_KEY_REUSED: 422,
          SESSION_CANCELLED: 409,
          HOLD_EXPIRED: 409,
        },
      ),
      ...refusals(BOOK_SESSION_REQUEST_MESSAGES, {
        ST_NOT_FOUND: 404,
        TIME_DOES_NOT_EXIST: 422,
        TIME_IS_AMBIGUOUS: 422,
        STUDENT_MISMATCH: 422,
        COURSE_MISMATCH: 422,
        END_MISMATCH: 422,
      }),
    },
    help: alternativesHelp,
  },
  async ({ viewer, headers, body }) => {
    const now = new Date();
    const zone = body.timezone ?? DEFAULT_TIME_ZONE;
    const start = resolveInstant(body.scheduled_start, zone);
    if (!start.ok) return refuse(start.code);
    const asked = { viewer, stId: body.st_id, start: start.value, now };
    const facts = await readBookingFacts(db(), asked);
    if (!facts) return refuse('ST_NOT_FOUND');
    const mismatch = mismatchOf(body, { facts, start: start.value, zone });
    if (mismatch) return refuse(mismatch);

    const request = {
      ...asked,
      note: body.note ?? null,
      reminders: body.reminders,
      idempotencyKey: headers['idempotency-key'] ?? randomUUID(),
    };
    const outcome = await bookFromFacts(db(), request, facts);
    if (!outcome.ok) {
      if (!CODES_WITH_ALTERNATIVES.has(outcome.code)) return refuse(outcome.code);
      const { courseId } = facts;
      const sts = await listOfferingSts(db(), { courseId, viewerId: viewer.id, now });
      const slots = nextBestSlots(sts, asked);
      return { ...refuse(outcome.code), detail: { alternatives: slots.map(alternativeOf) } };
    }
    sendMailAfterApiResponse();
    return ok(confirmationOf(outcome.value, body.timezone ?? viewer.timezone ?? DEFAULT_TIME_ZONE));
  },
);

/** Refusals that come with alternatives. */
const CODES_WITH_ALTERNATIVES: ReadonlySet<BookSessionCode> = new Set([
  'ST_UNAVAILABLE',
  'SLOT_UNAVAILABLE',
  'STUDENT_CONFLICT',
]);

interface ResolvedTime {
  facts: BookingFacts;
  start: Instant;
  /** The zone of the local times in the request. */
  zone: string;
}

/** The redundant field that does not agree with the ST and the start; null if all do. */
function mismatchOf(
  { student_id, course_id, scheduled_end }: z.infer<typeof bookSessionRequest>,
  { facts, start, zone }: ResolvedTime,
): BookSessionRequestCode | null {
  const { studentId, courseId, st } = facts;
  if (student_id !== undefined && student_id !== studentId) return 'STUDENT_MISMATCH';
  if (course_id !== undefined && course_id !== courseId) return 'COURSE_MISMATCH';
  if (scheduled_end === undefined) return null;
  const end = start + st.rules.sessionMinutes * millisecondsInMinute;
  return possibleInstants(scheduled_end, zone).includes(end) ? null : 'END_MISMATCH';
}

function alternativeOf({ st, start }: OfferedSlot) {
  return {
    st_id: st.id,
    name: st.user.name,
    scheduled_start: iso(start),
    scheduled_end: iso(start + st.rules.sessionMinutes * millisecondsInMinute),
  };
}
