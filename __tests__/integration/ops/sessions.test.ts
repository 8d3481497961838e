import { truncate } from '@/__tests__/support/database';
import { letDatabaseTimeRun } from '@/__tests__/support/database-time';
import { replaceWithHold } from '@/__tests__/support/end-as-ops';
import { createUser } from '@/__tests__/support/factories';
import {
  anotherSession,
  bookedSession,
  createOpenSt,
  daysFromNow,
  outcomeOf,
} from '@/__tests__/support/ops';
import { refusalOf, sql, sqlAsOwner } from '@/__tests__/support/plain-sql';
import { sentenceFor } from '@/__tests__/support/sentences';
import { db } from '@/lib/db/client';
import { findActiveEnrollment } from '@/lib/enrollments/queries';
import { listOfferingSts } from '@/lib/student-teachers/offering-sts';

// The tasks of docs/operations.md for one session, done as described there.

const CANCEL = `UPDATE sessions SET status = 'cancelled' WHERE id = $1`;
const MOVE = 'UPDATE sessions SET scheduled_start = $2 WHERE id = $1';
const HAND_OVER = 'UPDATE sessions SET st_id = $2 WHERE id = $1';
const NO_SHOW = `UPDATE sessions SET status = 'no_show' WHERE id = $1`;

/** Whether a new student is offered this time with the course's first ST. */
async function isOffered(courseId: string, start: Date): Promise<boolean> {
  const { id: viewerId } = await createUser();
  const [st] = await listOfferingSts(db(), { courseId, viewerId, now: new Date() });
  return st?.starts.includes(start.getTime()) ?? false;
}

async function sessionsLeft({ student, courseId }: Awaited<ReturnType<typeof bookedSession>>) {
  const whose = { studentId: student.id, courseId, now: new Date() };
  return (await findActiveEnrollment(db(), whose))?.sessionsLeft;
}

beforeAll(letDatabaseTimeRun);
beforeEach(truncate);

describe('cancel a session for someone', () => {
  test('frees and notifies both people, and returns the session', async () => {
    const booked = await bookedSession();
    expect(await isOffered(booked.courseId, booked.start)).toBe(false);
    await sql(CANCEL, booked.id);
    expect(await outcomeOf(booked.id)).toEqual({
      taken: [],
      events: ['booked', 'cancelled'],
      mails: ['Ana Student: session-cancelled', 'Theo Teacher: session-cancelled'],
    });
    expect(await isOffered(booked.courseId, booked.start)).toBe(true);
    expect(await sessionsLeft(booked)).toBe(10);
  });

  test('also after a no-show: then it only returns the session to the enrollment', async () => {
    const missed = await bookedSession({ start: daysFromNow(-1) });
    await sql(NO_SHOW, missed.id);
    expect(await sessionsLeft(missed)).toBe(9);
    await sql(CANCEL, missed.id);
    expect(await sessionsLeft(missed)).toBe(10);
    expect(await outcomeOf(missed.id)).toMatchObject({
      events: ['booked', 'no_show', 'cancelled'],
    });
  });

  test('can be reopened while its time is free, and is refused otherwise', async () => {
    const { id, st, start } = await bookedSession();
    const takeBack = `UPDATE sessions SET status = 'scheduled' WHERE id = $1`;
    await sql(CANCEL, id);
    await sql(takeBack, id);
    expect(await outcomeOf(id)).toMatchObject({ events: ['booked', 'cancelled', 'reopened'] });
    await sql(CANCEL, id);
    await anotherSession(st, start);
    const sentence = await sentenceFor(await refusalOf(takeBack, id));
    expect(sentence).toMatch(/^Theo Teacher is taken from /);
  });
});

describe('move a session', () => {
  test('moves the claims and notifies both people', async () => {
    const { id, courseId, start } = await bookedSession();
    const later = daysFromNow(8, 3);
    await sql(MOVE, id, later);
    const people = ['Ana Student', 'Theo Teacher'];
    expect(await outcomeOf(id)).toEqual({
      taken: people.map((name) => `${name} ${later.toISOString()}`),
      events: ['booked', 'moved'],
      mails: people.map((name) => `${name}: session-changed`),
    });
    expect(await sql('SELECT scheduled_end FROM sessions')).toEqual([
      { scheduled_end: daysFromNow(8, 4) },
    ]);
    expect(await isOffered(courseId, start)).toBe(true);
    expect(await isOffered(courseId, later)).toBe(false);
  });

  test('may be moved outside the teacher’s availability', async () => {
    const { id } = await bookedSession();
    await sql('DELETE FROM availability_exceptions');
    await sql(MOVE, id, daysFromNow(9, 2));
    expect(await outcomeOf(id)).toMatchObject({ events: ['booked', 'moved'] });
  });

  test('cannot be moved to a time when either person is busy: the refusal says who and when', async () => {
    const { id, st } = await bookedSession();
    const other = await anotherSession(st, daysFromNow(8));
    const refusal = await refusalOf(MOVE, id, daysFromNow(8, 1));
    expect(refusal).toMatchObject({
      code: '23P01',
      constraint: 'calendar_claims_no_person_in_two_places',
    });
    const [who, ...what] = (await sentenceFor(refusal))?.split(`${other.id}. `) ?? [];
    expect(who).toMatch(
      /^Theo Teacher is taken from \d+ \w+ \d{4}, \d\d:\d\d UTC to .+ UTC by session $/,
    );
    expect(what).toEqual([
      'One of the two people has another session at this time. Choose another time or Student-Teacher, or change the other session first.',
    ]);
    expect(await outcomeOf(id)).toMatchObject({ events: ['booked'] });
  });

  test('is not prevented by a lapsed hold', async () => {
    const { id, st } = await bookedSession();
    const hold = await replaceWithHold((await anotherSession(st, daysFromNow(8))).id, new Date());
    await sql(MOVE, id, daysFromNow(8));
    expect(await outcomeOf(hold)).toMatchObject({ taken: [], events: ['held', 'expired'] });
  });
});

describe('reassign a session to another ST', () => {
  test('claims the new ST’s time, frees the former one’s, and notifies all three people', async () => {
    const { id, courseId, start } = await bookedSession();
    const next = await createOpenSt(courseId, 'Nia Newcomer');
    await sql(HAND_OVER, id, next.id);
    const at = start.toISOString();
    expect(await outcomeOf(id)).toEqual({
      taken: [`Ana Student ${at}`, `Nia Newcomer ${at}`],
      events: ['booked', 'reassigned'],
      mails: [
        'Ana Student: session-changed',
        'Nia Newcomer: session-booked',
        'Theo Teacher: session-cancelled',
      ],
    });
    expect(await sql('SELECT teacher_id FROM sessions')).toEqual([{ teacher_id: next.userId }]);
  });

  test('is refused for an ST who is busy, inactive or of another course', async () => {
    const { id, courseId, start } = await bookedSession();
    const busy = await createOpenSt(courseId, 'Bo Busy');
    await anotherSession(busy, start);
    const sentence = await sentenceFor(await refusalOf(HAND_OVER, id, busy.id));
    expect(sentence).toMatch(/^Bo Busy is taken/);

    await sql('UPDATE student_teachers SET is_active = false WHERE id = $1', busy.id);
    expect(await refusalOf(HAND_OVER, id, busy.id)).toMatchObject({
      message: 'This Student-Teacher is not active.',
      hint: 'Set is_active to true first, or choose another Student-Teacher.',
    });

    const elsewhere = await bookedSession({ start: daysFromNow(20) });
    expect(await refusalOf(HAND_OVER, id, elsewhere.st.id)).toMatchObject({
      message: 'Unknown enrollment, or this Student-Teacher does not teach its course.',
    });
  });

  test('is refused for the student themselves, and for an id of a user', async () => {
    const { id, courseId, student } = await bookedSession();
    const { id: own } = await db().studentTeacher.create({
      data: { courseId, userId: student.id },
    });
    expect(await sentenceFor(await refusalOf(HAND_OVER, id, own))).toBe(
      'The student and the teacher cannot be the same person. Choose another Student-Teacher.',
    );
    expect(await refusalOf(HAND_OVER, id, student.id)).toMatchObject({
      code: '23503',
      message: 'Unknown enrollment, or this Student-Teacher does not teach its course.',
    });
  });
});

describe('mark a no-show', () => {
  test('sends no email, and the session counts as used', async () => {
    const missed = await bookedSession({ start: daysFromNow(0, -1) });
    await sqlAsOwner(`UPDATE notifications SET status = 'sent'`);
    await sql(NO_SHOW, missed.id);
    expect(await outcomeOf(missed.id)).toMatchObject({
      events: ['booked', 'no_show'],
      mails: [],
    });
    expect(await sessionsLeft(missed)).toBe(9);
  });

  test.each(['no_show', 'completed'])('is refused before the start: %s', async (status) => {
    const { id } = await bookedSession();
    const refusal = await refusalOf(
      'UPDATE sessions SET status = $2::session_status WHERE id = $1',
      id,
      status,
    );
    expect(refusal).toMatchObject({
      code: '23514',
      message: expect.stringMatching(
        new RegExp(`^This session starts on .+ UTC, so it cannot be ${status} before then\\.$`),
      ),
      hint: 'To cancel it, set its status to cancelled. Both people are notified.',
    });
  });
});

test('a scheduled session cannot expire, because two people expect it', async () => {
  const { id } = await bookedSession();
  const refusal = await refusalOf(`UPDATE sessions SET status = 'expired' WHERE id = $1`, id);
  expect(refusal).toMatchObject({
    message: 'This session is scheduled, so it cannot become expired.',
    hint: 'To cancel it, set its status to cancelled. Both people are notified.',
  });
});
