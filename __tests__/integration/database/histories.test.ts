import { truncate } from '@/__tests__/support/database';
import { endAsOps, replaceWithHold } from '@/__tests__/support/end-as-ops';
import {
  createEnrollment,
  createScene,
  createSession,
  createSt,
  NOW,
} from '@/__tests__/support/factories';
import { refusalOf, sql } from '@/__tests__/support/plain-sql';

// Edits that would silently contradict what people were notified of.

const HOUR_MS = 3_600_000;
const CANCEL = `UPDATE sessions SET status = 'cancelled' WHERE id = $1`;
const REOPEN = `UPDATE sessions SET status = 'scheduled' WHERE id = $1`;

async function booked({ hoursAhead = 72 } = {}) {
  const scene = await createScene();
  const { id } = await createSession({
    enrollmentId: scene.enrollment.id,
    stId: scene.st.id,
    scheduledStart: new Date(NOW.getTime() + hoursAhead * HOUR_MS),
  });
  return { ...scene, id };
}

function setStatus(id: string, status: string) {
  return [
    'UPDATE sessions SET status = $2::session_status, hold_expires_at = $3 WHERE id = $1',
    id,
    status,
    status === 'pending_payment' ? new Date(NOW.getTime() + HOUR_MS) : null,
  ] as const;
}

/** The pending emails about a session, as `recipient kind`, sorted. */
async function pendingMails(sessionId: string): Promise<string[]> {
  const rows = await sql<{ recipient_id: string; kind: string }>(
    `SELECT recipient_id, kind FROM notifications WHERE subject_id = $1 AND status = 'pending'
     AND kind IN ('session-booked', 'session-changed', 'session-cancelled')`,
    sessionId,
  );
  return rows.map(({ recipient_id, kind }) => `${recipient_id} ${kind}`).sort();
}

function cancellationsFor(...people: string[]): string[] {
  return people.map((id) => `${id} session-cancelled`).sort();
}

beforeEach(truncate);

describe('a session stays with its enrollment', () => {
  const GIVE = 'UPDATE sessions SET enrollment_id = $2, st_id = $3 WHERE id = $1';
  const REFUSED = {
    code: '23514',
    message: 'A session cannot change its student or course.',
    hint: 'Cancel it and add a new one for the other enrollment. Everyone involved is notified.',
  };

  test.each(['scheduled', 'cancelled', 'completed'])(
    'no other student is given one that is %s',
    async (status) => {
      const { id, courseId, st, student } = await booked();
      if (status !== 'scheduled') await endAsOps(id, status);
      const other = await createEnrollment({ courseId });
      expect(await refusalOf(GIVE, id, other.id, st.id)).toMatchObject(REFUSED);
      const [kept] = await sql('SELECT student_id FROM sessions WHERE id = $1', id);
      expect(kept).toEqual({ student_id: student.id });
    },
  );

  test('it does not move to another course of the same two people', async () => {
    const { id, st, student } = await booked();
    const { courseId } = await createScene();
    const elsewhere = await createEnrollment({ courseId, studentId: student.id });
    const sameSt = await createSt({ courseId, userId: st.userId });
    expect(await refusalOf(GIVE, id, elsewhere.id, sameSt.id)).toMatchObject(REFUSED);
  });
});

describe('a cancellation cannot be suppressed', () => {
  test.each([
    ['its start', `scheduled_start = scheduled_start + interval '1 hour'`],
    ['its end', `scheduled_end = scheduled_end + interval '15 minutes'`],
  ])('by moving %s', async (_what, change) => {
    const { id, st, student } = await booked();
    await sql(CANCEL, id);
    expect(await refusalOf(`UPDATE sessions SET ${change} WHERE id = $1`, id)).toMatchObject({
      code: '23514',
      message: 'This session is cancelled, so it cannot be moved or reassigned.',
      hint: 'Set its status to scheduled in the same edit.',
    });
    expect(await pendingMails(id)).toEqual(cancellationsFor(student.id, st.userId));
  });

  test('by reassigning the session', async () => {
    const { id, courseId } = await booked();
    await sql(CANCEL, id);
    const next = await createSt({ courseId });
    const refusal = await refusalOf('UPDATE sessions SET st_id = $2 WHERE id = $1', id, next.id);
    expect(refusal.message).toMatch(/^This session is cancelled, so it cannot be moved/);
  });

  test.each(['expired', 'completed', 'no_show'])('by setting it to %s', async (status) => {
    const { id, st, student } = await booked();
    await sql(CANCEL, id);
    expect(await refusalOf(...setStatus(id, status))).toMatchObject({
      code: '23514',
      message: `This session is cancelled, so it cannot become ${status}.`,
      hint: 'To reopen it, set its status to scheduled.',
    });
    expect(await pendingMails(id)).toEqual(cancellationsFor(student.id, st.userId));
  });

  test('by a note, a buffer or a sequence', async () => {
    const { id, st, student } = await booked();
    await sql(CANCEL, id);
    await sql(
      `UPDATE sessions SET note = 'Ill.', buffer_minutes = 0, sequence = sequence + 1 WHERE id = $1`,
      id,
    );
    expect(await pendingMails(id)).toEqual(cancellationsFor(student.id, st.userId));
    expect(await sql('SELECT sequence FROM sessions')).toEqual([{ sequence: 1 }]);
  });

  test('but claimed again when the session is reopened, at another time if necessary', async () => {
    const { id, courseId, st, student } = await booked();
    await sql(CANCEL, id);
    await sql(REOPEN, id);
    expect(await pendingMails(id)).toEqual(
      [`${student.id} session-booked`, `${st.userId} session-booked`].sort(),
    );
    await sql(CANCEL, id);
    const next = await createSt({ courseId });
    await sql(
      `UPDATE sessions SET status = 'scheduled', st_id = $2, scheduled_start = scheduled_start + interval '1 day'
       WHERE id = $1`,
      id,
      next.id,
    );
    expect(await pendingMails(id)).toEqual(
      [
        `${student.id} session-booked`,
        `${next.userId} session-booked`,
        `${st.userId} session-cancelled`,
      ].sort(),
    );
  });
});

test('a no-show can be corrected, and the session returned', async () => {
  const { id } = await booked();
  await endAsOps(id, 'completed');
  for (const status of ['no_show', 'completed', 'scheduled', 'no_show']) {
    await sql(...setStatus(id, status));
  }
  expect(await refusalOf(...setStatus(id, 'expired'))).toMatchObject({
    message: 'This session is no_show, so it cannot become expired.',
  });
});

describe('a scheduled session cannot become a hold', () => {
  test.each(['scheduled', 'cancelled', 'completed', 'no_show'])('when it is %s', async (status) => {
    const { id } = await booked();
    if (status !== 'scheduled') await endAsOps(id, status);
    const before = await pendingMails(id);
    expect(await refusalOf(...setStatus(id, 'pending_payment'))).toMatchObject({
      code: '23514',
      message: `This session is ${status}, so it cannot become pending_payment.`,
    });
    expect(await pendingMails(id)).toEqual(before);
  });

  test('an expired hold can be held again, extended, moved and booked', async () => {
    const hold = await endAsOps((await booked()).id, 'expired');
    await sql(...setStatus(hold, 'pending_payment'));
    await sql(
      `UPDATE sessions SET hold_expires_at = database_now() + interval '2 hours',
         scheduled_start = scheduled_start + interval '1 day' WHERE id = $1`,
      hold,
    );
    await sql(REOPEN, hold);
  });
});

test.each(['completed', 'no_show'])('a hold cannot be %s', async (status) => {
  const { id } = await booked();
  const hold = await replaceWithHold(id, new Date(NOW.getTime() - HOUR_MS));
  expect(await refusalOf(...setStatus(hold, status))).toMatchObject({
    message: `This session is pending_payment, so it cannot become ${status}.`,
    hint: 'Set its status to scheduled first, which requires a payment or a waiver.',
  });
  await sql(`UPDATE sessions SET status = 'expired' WHERE id = $1`, hold);
  expect((await refusalOf(...setStatus(hold, status))).code).toBe('23514');
});

test('only the database counts the sequence, from 0', async () => {
  const { enrollment, st } = await createScene();
  const [inserted] = await sql<{ id: string; sequence: number }>(
    `INSERT INTO sessions (enrollment_id, st_id, scheduled_start, sequence)
     VALUES ($1, $2, database_now() + interval '3 days', 41) RETURNING id, sequence`,
    enrollment.id,
    st.id,
  );
  expect(inserted?.sequence).toBe(0);
  const type = (value: number, change = '') =>
    sql(
      `UPDATE sessions SET sequence = $2${change} WHERE id = $1 RETURNING sequence`,
      inserted?.id,
      value,
    );
  expect(await type(7)).toEqual([{ sequence: 0 }]);
  const move = `, scheduled_start = scheduled_start + interval '1 day'`;
  expect(await type(7, move)).toEqual([{ sequence: 1 }]);
  expect(await type(-1)).toEqual([{ sequence: 1 }]);
  expect(await type(1, move)).toEqual([{ sequence: 2 }]);
});
