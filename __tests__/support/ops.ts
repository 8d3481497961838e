import { letDatabaseTimeRun, setDatabaseTime } from './database-time';
import { createCourse, createEnrollment, createSession, createSt, createUser } from './factories';
import { sql } from './plain-sql';

// Rows for the tests of ops, at the database's real time.

const HOUR_MS = 3_600_000;
const DAY_HOURS = 24;
const THIS_HOUR = Math.floor(Date.now() / HOUR_MS) * HOUR_MS;

/** A whole hour, some days and hours from now. */
export function daysFromNow(days: number, hours = 0): Date {
  return new Date(THIS_HOUR + (days * DAY_HOURS + hours) * HOUR_MS);
}

/** An ST with all hours open, from a month ago to three months ahead. */
export async function createOpenSt(courseId: string, name = 'Theo Teacher') {
  const hours = {
    kind: 'extra_hours',
    startsAt: daysFromNow(-30),
    endsAt: daysFromNow(90),
  } as const;
  const { id: userId } = await createUser({ name, availabilityExceptions: { create: hours } });
  return createSt({ courseId, userId });
}

/**
 * A student with a session, a week from now by default. A past session was booked a week before its start.
 * Afterwards the database's clock runs.
 */
export async function bookedSession({ start = daysFromNow(7) }: { start?: Date } = {}) {
  const { id: courseId } = await createCourse({ title: 'Knots' });
  const st = await createOpenSt(courseId);
  const { id: studentId } = await createUser({ name: 'Ana Student' });
  const enrollment = await createEnrollment({ courseId, studentId });
  const isPast = start.getTime() <= Date.now();
  if (isPast) await setDatabaseTime(new Date(start.getTime() - 7 * DAY_HOURS * HOUR_MS));
  const { id } = await createSession({
    enrollmentId: enrollment.id,
    stId: st.id,
    scheduledStart: start,
  });
  if (isPast) await letDatabaseTimeRun();
  return { id, courseId, st, enrollment, student: { id: studentId }, start };
}

/** A session of another student with this ST. */
export async function anotherSession(st: { id: string; courseId: string }, start: Date) {
  const { id: enrollmentId } = await createEnrollment({ courseId: st.courseId });
  return createSession({ enrollmentId, stId: st.id, scheduledStart: start });
}

/** The claims, events and notifications of a session. */
export async function outcomeOf(sessionId: string) {
  const claims = await sql<{ name: string; starts_at: Date }>(
    `SELECT name, starts_at FROM calendar_claims JOIN users ON users.id = user_id
     WHERE session_id = $1 ORDER BY name`,
    sessionId,
  );
  const events = await sql<{ kind: string }>(
    'SELECT kind FROM session_events WHERE session_id = $1 ORDER BY id',
    sessionId,
  );
  const mails = await sql<{ mail: string }>(
    `SELECT name || ': ' || kind AS mail FROM notifications JOIN users ON users.id = recipient_id
     WHERE subject_id = $1 AND status = 'pending' ORDER BY mail`,
    sessionId,
  );
  return {
    taken: claims.map(({ name, starts_at }) => `${name} ${starts_at.toISOString()}`),
    events: events.map(({ kind }) => kind),
    mails: mails.map(({ mail }) => mail),
  };
}
