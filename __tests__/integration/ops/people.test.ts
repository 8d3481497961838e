import { truncate } from '@/__tests__/support/database';
import { letDatabaseTimeRun } from '@/__tests__/support/database-time';
import { bookingRequest, createEnrollment, createUser } from '@/__tests__/support/factories';
import { bookedSession, createOpenSt, daysFromNow, outcomeOf } from '@/__tests__/support/ops';
import { refusalOf, sql } from '@/__tests__/support/plain-sql';
import { db } from '@/lib/db/client';
import { deferEnrollment } from '@/lib/enrollments/defer-enrollment';
import { bookSession } from '@/lib/sessions/book-session';
import { listOfferingSts } from '@/lib/student-teachers/offering-sts';
import { findViewer } from '@/lib/users/queries';

// The tasks of docs/operations.md for a person, done as described there.

const DEACTIVATE = 'UPDATE student_teachers SET is_active = false WHERE id = $1';
const EXTEND = 'UPDATE enrollments SET session_count = session_count + 5 WHERE id = $1';

type Booked = Awaited<ReturnType<typeof bookedSession>>;

/** The student asks for a session at some other time, through the wizard or the API. */
function askFor({ student, st }: Pick<Booked, 'student' | 'st'>, start: Date) {
  return bookSession(db(), bookingRequest({ student, st }, { start, now: new Date() }));
}

async function offeringSts(courseId: string) {
  const { id: viewerId } = await createUser();
  return listOfferingSts(db(), { courseId, viewerId, now: new Date() });
}

beforeAll(letDatabaseTimeRun);
beforeEach(truncate);

describe('deactivate an ST with future sessions', () => {
  test('nobody can book them any more, and their sessions stay', async () => {
    const booked = await bookedSession();
    const before = await outcomeOf(booked.id);
    await sql(DEACTIVATE, booked.st.id);
    expect(await offeringSts(booked.courseId)).toEqual([]);
    expect(await askFor(booked, daysFromNow(8))).toEqual({ ok: false, code: 'ST_UNAVAILABLE' });
    expect(await outcomeOf(booked.id)).toEqual(before);
    const newSession = `INSERT INTO sessions (enrollment_id, st_id, scheduled_start) VALUES ($1, $2, $3)`;
    const refusal = await refusalOf(newSession, booked.enrollment.id, booked.st.id, daysFromNow(8));
    expect(refusal.message).toBe('This Student-Teacher is not active.');
  });

  test('their sessions can still be found, moved, reassigned and cancelled', async () => {
    const { id, courseId, st } = await bookedSession();
    const next = await createOpenSt(courseId, 'Nia Newcomer');
    await sql(DEACTIVATE, st.id);
    const still = await sql(
      `SELECT id FROM sessions WHERE st_id = $1 AND status IN ('scheduled', 'pending_payment')
         AND scheduled_start > now() ORDER BY scheduled_start`,
      st.id,
    );
    expect(still).toEqual([{ id }]);
    await sql('UPDATE sessions SET scheduled_start = $2 WHERE id = $1', id, daysFromNow(9));
    await sql('UPDATE sessions SET st_id = $2 WHERE id = $1', id, next.id);
    await sql(`UPDATE sessions SET status = 'cancelled' WHERE id = $1`, id);
    const { events } = await outcomeOf(id);
    expect(events).toEqual(['booked', 'moved', 'reassigned', 'cancelled']);
  });
});

describe('extend an enrollment', () => {
  test('the next session can be booked immediately', async () => {
    const booked = await bookedSession();
    await sql('UPDATE enrollments SET session_count = 1 WHERE id = $1', booked.enrollment.id);
    expect(await askFor(booked, daysFromNow(8))).toEqual({ ok: false, code: 'NO_SESSIONS_LEFT' });
    await sql(EXTEND, booked.enrollment.id);
    expect(await askFor(booked, daysFromNow(8))).toMatchObject({ ok: true });
  });

  test('an ended enrollment can be reactivated', async () => {
    const booked = await bookedSession();
    await sql(`UPDATE sessions SET status = 'cancelled' WHERE id = $1`, booked.id);
    await sql(`UPDATE enrollments SET status = 'completed' WHERE id = $1`, booked.enrollment.id);
    expect(await askFor(booked, daysFromNow(8))).toEqual({ ok: false, code: 'NOT_ENROLLED' });
    await sql(`UPDATE enrollments SET status = 'active' WHERE id = $1`, booked.enrollment.id);
    expect(await askFor(booked, daysFromNow(8))).toMatchObject({ ok: true });
  });
});

describe('end an enrollment', () => {
  test('cancelling it cancels its upcoming sessions, and both people are notified', async () => {
    const booked = await bookedSession();
    await sql(`UPDATE enrollments SET status = 'cancelled' WHERE id = $1`, booked.enrollment.id);
    expect(await outcomeOf(booked.id)).toEqual({
      taken: [],
      events: ['booked', 'cancelled'],
      mails: ['Ana Student: session-cancelled', 'Theo Teacher: session-cancelled'],
    });
  });

  test('completing it waits for its upcoming sessions', async () => {
    const booked = await bookedSession();
    const complete = `UPDATE enrollments SET status = 'completed' WHERE id = $1`;
    expect(await refusalOf(complete, booked.enrollment.id)).toMatchObject({
      message:
        'This enrollment still has held or scheduled sessions (1), so it cannot be completed.',
    });
  });
});

test('anonymize a person', async () => {
  const booked = await bookedSession();
  await sql('SELECT anonymize_user($1)', booked.student.id);
  expect(await sql('SELECT name FROM ops_people WHERE id = $1', booked.student.id)).toEqual([
    { name: 'Deleted user' },
  ]);
  expect(await outcomeOf(booked.id)).toMatchObject({
    events: ['booked', 'cancelled'],
    mails: ['Theo Teacher: session-cancelled'],
  });
});

test('see who chose Schedule Later and has not booked since', async () => {
  const { courseId, student, enrollment, st } = await bookedSession();
  const waiting = await createUser({ name: 'Wei Waiting' });
  const { id: enrollmentId } = await createEnrollment({ courseId, studentId: waiting.id });
  const now = new Date();
  await deferEnrollment(db(), { viewer: waiting, enrollmentId, now });
  await deferEnrollment(db(), { viewer: student, enrollmentId: enrollment.id, now });
  await askFor({ student, st }, daysFromNow(10));
  const later = await sql(
    `SELECT users.name, courses.title, deferred_at FROM enrollments
       JOIN users ON users.id = student_id JOIN courses ON courses.id = course_id
     WHERE enrollments.status = 'active' AND deferred_at IS NOT NULL ORDER BY deferred_at`,
  );
  expect(later).toEqual([{ name: 'Wei Waiting', title: 'Knots', deferred_at: expect.any(Date) }]);
});

test('find out why a student could not book', async () => {
  const booked = await bookedSession();
  await sql('UPDATE enrollments SET session_count = 1 WHERE id = $1', booked.enrollment.id);
  await askFor(booked, daysFromNow(8));
  const found = await sql(
    `SELECT student, course, teacher, wanted_start, error_type FROM refused_bookings WHERE student_id = $1`,
    booked.student.id,
  );
  expect(found).toEqual([
    {
      student: 'Ana Student',
      course: 'Knots',
      teacher: 'Theo Teacher',
      wanted_start: daysFromNow(8),
      error_type: 'NO_SESSIONS_LEFT',
    },
  ]);
});

test('sign a person out on every device', async () => {
  const [person, other] = [await createUser(), await createUser()];
  await sql('UPDATE users SET session_version = session_version + 1 WHERE id = $1', person.id);
  expect(await findViewer(db(), person.id, 0)).toBeNull();
  expect(await findViewer(db(), person.id, 1)).toMatchObject({ id: person.id });
  expect(await findViewer(db(), other.id, 0)).toMatchObject({ id: other.id });
});
