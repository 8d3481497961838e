import { recordRefusedBooking } from '@/lib/analytics/record-refused-booking';
import { SQLSTATE, sqlState } from '@/lib/db/errors';
import { isUuid } from '@/lib/db/ids';
import { setActor } from '@/lib/db/transaction-context';
import { ok, type Result, refuse } from '@/lib/result';
import type { Instant } from '@/lib/time/intervals';
import type { Prisma, PrismaClient, SessionStatus } from '@/prisma/client/client';
import { isStudentBusy, readBookingFacts } from './booking-facts';
import {
  type BookingFacts,
  type BookingPlan,
  type BookSessionCode,
  planSession,
} from './plan-session';

const MAX_ATTEMPTS = 4;
const TRANSACTION = { maxWait: 15_000, timeout: 15_000 };

export interface BookSessionRequest {
  viewer: { id: string };
  stId: string;
  start: Instant;
  note: string | null;
  reminders: boolean;
  /** Chosen by the form or client. A key stands for one session forever. */
  idempotencyKey: string;
  now: Date;
}

export interface BookedSession {
  id: string;
  status: SessionStatus;
  scheduledStart: Date;
  scheduledEnd: Date;
  holdExpiresAt: Date | null;
  /** Null until the ST chooses one. */
  stTimezone: string | null;
}

const BOOKED_FIELDS = {
  id: true,
  status: true,
  scheduledStart: true,
  scheduledEnd: true,
  holdExpiresAt: true,
} as const satisfies Prisma.TutoringSessionSelect;

/**
 * Books a session for the viewer, or refuses. A repeated request with the same key returns the
 * current status of the session that the first one booked, and is refused if it was cancelled or its
 * hold has expired. Throws if the database cannot be reached.
 */
export async function bookSession(
  db: PrismaClient,
  request: BookSessionRequest,
): Promise<Result<BookedSession, BookSessionCode>> {
  return bookAndRecord(db, request, () => readBookingFacts(db, request));
}

/** Like `bookSession`, with facts that have just been read. */
export async function bookFromFacts(
  db: PrismaClient,
  request: BookSessionRequest,
  facts: BookingFacts,
): Promise<Result<BookedSession, BookSessionCode>> {
  return bookAndRecord(db, request, async () => facts);
}

async function bookAndRecord(
  db: PrismaClient,
  request: BookSessionRequest,
  readFacts: () => Promise<BookingFacts | null>,
): Promise<Result<BookedSession, BookSessionCode>> {
  try {
    const outcome = await tryToBook(db, request, await readFacts());
    // A repeated submit is refused because of its own session, so only a refusal needs to look for one.
    const answer = outcome.ok ? outcome : ((await repeatedRequest(db, request)) ?? outcome);
    // The database records the success of a booking, in the same transaction.
    if (!answer.ok) await recordRefusedBooking(db, { ...request, code: answer.code });
    return answer;
  } catch (error) {
    await recordRefusedBooking(db, { ...request, code: 'BOOKING_FAILED' });
    throw error;
  }
}

async function tryToBook(
  db: PrismaClient,
  request: BookSessionRequest,
  facts: BookingFacts | null,
): Promise<Result<BookedSession, BookSessionCode>> {
  if (!facts) return refuse('ST_UNAVAILABLE');
  const now = request.now.getTime();
  const plan = planSession(facts, { start: request.start, now });
  if (!plan.ok) return plan;

  for (let attempt = 1; ; attempt += 1) {
    try {
      const session = await writeSession(db, request, plan.value);
      return ok({ ...session, stTimezone: facts.st.timezone });
    } catch (error) {
      const state = sqlState(error);
      const passing =
        state === SQLSTATE.serializationFailure || state === SQLSTATE.deadlockDetected;
      if (passing && attempt < MAX_ATTEMPTS) continue;
      const code = await refusalFor(db, request, plan.value, state);
      if (!code) throw error;
      return refuse(code);
    }
  }
}

async function writeSession(
  db: PrismaClient,
  request: BookSessionRequest,
  plan: BookingPlan,
): Promise<Omit<BookedSession, 'stTimezone'>> {
  return db.$transaction(async (tx) => {
    await setActor(tx, request.viewer.id);
    // The database derives the end, and expires lapsed holds of both people by its own clock.
    return tx.tutoringSession.create({
      data: {
        enrollmentId: plan.enrollmentId,
        stId: request.stId,
        status: plan.status,
        scheduledStart: new Date(plan.during.start),
        note: request.note,
        reminders: request.reminders,
        idempotencyKey: request.idempotencyKey,
      },
      select: BOOKED_FIELDS,
    });
  }, TRANSACTION);
}

/** The refusal for an error of the database; null if it is a bug. */
async function refusalFor(
  db: PrismaClient,
  { viewer, now }: BookSessionRequest,
  { during }: BookingPlan,
  state: string | null,
): Promise<BookSessionCode | null> {
  switch (state) {
    case SQLSTATE.exclusionViolation:
      return (await isStudentBusy(db, viewer.id, during, now))
        ? 'STUDENT_CONFLICT'
        : 'SLOT_UNAVAILABLE';
    case SQLSTATE.uniqueViolation:
      return 'IDEMPOTENCY_KEY_REUSED';
    case SQLSTATE.noSessionsLeft:
      return 'NO_SESSIONS_LEFT';
    case SQLSTATE.stNotActive:
      return 'ST_UNAVAILABLE';
    case SQLSTATE.enrollmentNotActive:
      return 'NOT_ENROLLED';
    default:
      return null;
  }
}

/** The result for a key that has booked before; null if it has not. */
async function repeatedRequest(
  db: PrismaClient,
  request: BookSessionRequest,
): Promise<Result<BookedSession, BookSessionCode> | null> {
  const { viewer, idempotencyKey, now } = request;
  const earlier = await db.tutoringSession.findFirst({
    where: { studentId: viewer.id, idempotencyKey },
    select: EARLIER_FIELDS,
  });
  if (!earlier) return null;
  const { status, holdExpiresAt } = earlier;
  if (status === 'cancelled') return refuse('SESSION_CANCELLED');
  const isLapsed = status === 'pending_payment' && holdExpiresAt !== null && holdExpiresAt <= now;
  if (status === 'expired' || isLapsed) return refuse('HOLD_EXPIRED');
  const isSame = await isSameRequest(db, request, earlier);
  return isSame ? ok(bookedOf(earlier)) : refuse('IDEMPOTENCY_KEY_REUSED');
}

const EARLIER_FIELDS = {
  ...BOOKED_FIELDS,
  teacher: { select: { timezone: true } },
  courseId: true,
  note: true,
  reminders: true,
  // As it was booked, because ops may have moved or reassigned the session since.
  events: {
    select: { scheduledStart: true, teacherId: true },
    orderBy: [{ happenedAt: 'asc' }, { id: 'asc' }],
    take: 1,
  },
} as const satisfies Prisma.TutoringSessionSelect;

type EarlierSession = Prisma.TutoringSessionGetPayload<{ select: typeof EARLIER_FIELDS }>;

function bookedOf({ teacher, ...earlier }: EarlierSession): BookedSession {
  const { id, status, scheduledStart, scheduledEnd, holdExpiresAt } = earlier;
  return { id, status, scheduledStart, scheduledEnd, holdExpiresAt, stTimezone: teacher.timezone };
}

async function isSameRequest(
  db: PrismaClient,
  { stId, start, note, reminders }: BookSessionRequest,
  { courseId, events: [asBooked], ...earlier }: EarlierSession,
): Promise<boolean> {
  if (earlier.note !== note || earlier.reminders !== reminders) return false;
  if (asBooked?.scheduledStart.getTime() !== start || !isUuid(stId)) return false;
  const { teacherId: userId } = asBooked;
  const st = await db.studentTeacher.findFirst({ where: { id: stId, courseId, userId } });
  return st !== null;
}
