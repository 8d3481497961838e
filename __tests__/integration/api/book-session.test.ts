import { api } from '@/__tests__/support/api';
import { countBookingRows, NO_ROWS, ROWS_OF_ONE_SESSION } from '@/__tests__/support/booking-rows';
import { truncate } from '@/__tests__/support/database';
import { createEnrollment, createScene, createSt, createUser } from '@/__tests__/support/factories';
import { db } from '@/lib/db/client';

beforeEach(truncate);

const START = '2026-03-05T15:00:00.000Z';

type Scene = Awaited<ReturnType<typeof createScene>>;

/** Books as the scene's student, with what `fields` say instead. */
function book({ st, student }: Scene, fields: object = {}, headers: Record<string, string> = {}) {
  const json = { st_id: st.id, scheduled_start: START, ...fields };
  return api('/api/sessions', { as: student, json, headers });
}

function sessionIdOf({ body }: { body: unknown }): string {
  return (body as { session_id: string }).session_id;
}

test('the specification’s body, with local times, books a session', async () => {
  const scene = await createScene();
  await db().user.update({ where: { id: scene.st.userId }, data: { timezone: 'Asia/Kathmandu' } });
  const booked = await book(scene, {
    course_id: scene.courseId,
    student_id: scene.student.id,
    scheduled_start: '2026-03-05T10:00:00',
    scheduled_end: '2026-03-05T11:00:00',
    timezone: 'America/New_York',
    note: '  Loops,\r\nplease. ',
    reminders: false,
  });
  const id = sessionIdOf(booked);
  expect(booked.status).toBe(201);
  expect(booked.body).toEqual({
    session_id: id,
    confirmation: {
      status: 'scheduled',
      scheduled_start: START,
      scheduled_end: '2026-03-05T16:00:00.000Z',
      hold_expires_at: null,
      student_time: {
        timezone: 'America/New_York',
        start: '2026-03-05T10:00:00-05:00',
        end: '2026-03-05T11:00:00-05:00',
        text: 'Thursday 5 March 2026, 10:00–11:00 New York time (GMT-5)',
      },
      st_time: {
        timezone: 'Asia/Kathmandu',
        start: '2026-03-05T20:45:00+05:45',
        end: '2026-03-05T21:45:00+05:45',
        text: 'Thursday 5 March 2026, 20:45–21:45 Kathmandu time (GMT+5:45)',
      },
      url: `http://localhost:3000/sessions/${id}`,
    },
  });
  const stored = await db().tutoringSession.findUnique({ where: { id } });
  expect(stored).toMatchObject({ note: 'Loops,\nplease.', reminders: false });
});

test.each([
  ['in UTC', START],
  ['with an offset', '2026-03-05T20:45:00+05:45'],
])('an instant %s needs no time zone', async (_how, scheduled_start) => {
  const booked = await book(await createScene(), { scheduled_start });
  expect(booked).toMatchObject({ status: 201, body: { confirmation: { scheduled_start: START } } });
});

test('booking a priced course returns a hold with its expiry', async () => {
  const booked = await book(await createScene({ pricePerSessionCents: 2_500 }));
  expect(booked.body).toMatchObject({
    confirmation: { status: 'pending_payment', hold_expires_at: '2026-03-02T10:35:00.000Z' },
  });
});

test.each([
  ['TIME_DOES_NOT_EXIST', '2026-03-08T02:30:00'],
  ['TIME_IS_AMBIGUOUS', '2026-11-01T01:30:00'],
])('%s on a day that New York sets its clocks', async (code, scheduled_start) => {
  const scene = await createScene();
  const refused = await book(scene, { scheduled_start, timezone: 'America/New_York' });
  expect(refused).toMatchObject({ status: 422, body: { code } });
  expect(await countBookingRows()).toMatchObject(NO_ROWS);
});

test('an offset says which of two equal local times is meant', async () => {
  const scene = await createScene();
  await db().availabilityException.updateMany({ data: { endsAt: new Date('2027-01-01T00:00Z') } });
  await db().studentTeacher.updateMany({ data: { bookingHorizonDays: 365 } });
  const booked = await book(scene, {
    scheduled_start: '2026-11-01T01:30:00-04:00',
    scheduled_end: '2026-11-01T01:30:00-05:00',
    timezone: 'America/New_York',
  });
  expect(booked.body).toMatchObject({
    confirmation: {
      scheduled_start: '2026-11-01T05:30:00.000Z',
      student_time: { start: '2026-11-01T01:30:00-04:00', end: '2026-11-01T01:30:00-05:00' },
    },
  });
});

test.each([
  ['STUDENT_MISMATCH', 422, async () => ({ student_id: (await createUser()).id })],
  ['COURSE_MISMATCH', 422, async () => ({ course_id: (await createScene()).courseId })],
  ['END_MISMATCH', 422, () => ({ scheduled_end: '2026-03-05T15:30:00Z' })],
  ['ST_NOT_FOUND', 404, () => ({ st_id: '01a202fd-5bd6-7ea1-ba41-04f9d78f590c' })],
  ['SLOT_UNAVAILABLE', 409, () => ({ scheduled_start: '2026-03-05T15:10:00Z' })],
  ['SLOT_UNAVAILABLE', 409, () => ({ scheduled_start: '1970-01-01T00:00:00Z' })],
  ['SLOT_UNAVAILABLE', 409, () => ({ scheduled_start: '2199-12-31T23:59:59Z' })],
])('%s is %i', async (code, status, fields) => {
  const scene = await createScene();
  const refused = await book(scene, await fields());
  expect(refused).toMatchObject({ status, body: { code, status } });
  expect(await countBookingRows()).toMatchObject(NO_ROWS);
});

test('ids are accepted in upper and lower case', async () => {
  const scene = await createScene();
  const { st, student, courseId } = scene;
  const ids = { st_id: st.id, student_id: student.id, course_id: courseId };
  const upper = Object.entries(ids).map(([name, id]) => [name, id.toUpperCase()]);
  expect(await book(scene, Object.fromEntries(upper))).toMatchObject({ status: 201 });
});

test('a person who is not enrolled, is the ST, or has no session left is refused', async () => {
  const scene = await createScene();
  const stranger = { ...scene, student: await createUser() };
  expect(await book(stranger)).toMatchObject({ status: 403, body: { code: 'NOT_ENROLLED' } });
  const teacher = await createEnrollment({ courseId: scene.courseId, studentId: scene.st.userId });
  const self = { ...scene, student: { id: teacher.studentId } };
  expect(await book(self)).toMatchObject({ status: 409, body: { code: 'OWN_SESSION' } });
  await db().enrollment.updateMany({ data: { sessionCount: 0 } });
  expect(await book(scene)).toMatchObject({ status: 409, body: { code: 'NO_SESSIONS_LEFT' } });
});

test('a taken time is refused with the nearest other times, and the same time with other STs', async () => {
  const scene = await createScene();
  const free = await createSt({ courseId: scene.courseId });
  const other = await createEnrollment({ courseId: scene.courseId });
  await book({ ...scene, student: { id: other.studentId } });
  const refused = await book(scene);
  const at = (clock: string, st_id: string, end: string) => ({
    st_id,
    name: 'Alex Someone',
    scheduled_start: `2026-03-05T${clock}:00.000Z`,
    scheduled_end: `2026-03-05T${end}:00.000Z`,
  });
  expect(refused).toMatchObject({
    status: 409,
    body: {
      code: 'SLOT_UNAVAILABLE',
      detail: 'This time is no longer available. Select another.',
      alternatives: [
        at('13:00', scene.st.id, '14:00'),
        at('13:30', scene.st.id, '14:30'),
        at('16:30', scene.st.id, '17:30'),
        at('15:00', free.id, '16:00'),
      ],
    },
  });
});

test('the offered alternatives can be booked', async () => {
  const scene = await createScene();
  const second = await createSt({ courseId: scene.courseId });
  await book(scene);
  const conflict = await book({ ...scene, st: second });
  expect(conflict).toMatchObject({ status: 409, body: { code: 'STUDENT_CONFLICT' } });
  const { alternatives } = conflict.body as { alternatives: object[] };
  expect(alternatives.length).toBeGreaterThan(0);
  expect(await book(scene, alternatives[0])).toMatchObject({ status: 201 });
});

test('the same Idempotency-Key books once and gets the same answer', async () => {
  const scene = await createScene();
  const key = { 'idempotency-key': 'k' };
  const [first, second] = await Promise.all([book(scene, {}, key), book(scene, {}, key)]);
  const third = await book(scene, {}, key);
  expect([first.status, second.status, third.status]).toEqual([201, 201, 201]);
  expect(second.body).toEqual(first.body);
  expect(third.body).toEqual(first.body);
  expect(await countBookingRows()).toMatchObject(ROWS_OF_ONE_SESSION);
  const another = await book(scene, { scheduled_start: '2026-03-06T15:00:00Z' }, key);
  expect(another).toMatchObject({ status: 422, body: { code: 'IDEMPOTENCY_KEY_REUSED' } });
});

test('a key with a different message is refused, with advice', async () => {
  const scene = await createScene();
  const key = { 'idempotency-key': 'k' };
  await book(scene, {}, key);
  for (const details of [{ note: 'Loops.' }, { reminders: false }]) {
    expect(await book(scene, details, key)).toMatchObject({
      status: 422,
      body: {
        code: 'IDEMPOTENCY_KEY_REUSED',
        detail:
          'This Idempotency-Key has booked a session with other details. Repeat that request, or use a new key.',
      },
    });
  }
});

test('a retry with half a surrogate pair in its message is the same request', async () => {
  const scene = await createScene();
  const key = { 'idempotency-key': 'k' };
  const first = await book(scene, { note: 'Loops \ud83d' }, key);
  const { status, body } = await book(scene, { note: 'Loops \ud83d' }, key);
  expect({ status, body }).toEqual({ status: 201, body: first.body });
});

test('a retry after a cancellation says that it was cancelled, and books nothing', async () => {
  const scene = await createScene();
  const key = { 'idempotency-key': 'k' };
  await book(scene, {}, key);
  await db().tutoringSession.updateMany({ data: { status: 'cancelled' } });
  expect(await book(scene, {}, key)).toMatchObject({
    status: 409,
    body: {
      code: 'SESSION_CANCELLED',
      detail: 'The session of this Idempotency-Key was cancelled. To book again, use a new key.',
    },
  });
  expect(await book(scene, {}, { 'idempotency-key': 'new' })).toMatchObject({ status: 201 });
});

test('without a key, the second of two requests is refused', async () => {
  const scene = await createScene();
  const [first, second] = [await book(scene), await book(scene)];
  expect([first.status, second.status]).toEqual([201, 409]);
});

test('of twenty students who race from one IP address, one gets the time', async () => {
  const scene = await createScene();
  const others = await Promise.all(
    Array.from({ length: 20 }, () => createEnrollment({ courseId: scene.courseId })),
  );
  const answers = await Promise.all(
    others.map(({ studentId }) => book({ ...scene, student: { id: studentId } })),
  );
  const statuses = answers.map(({ status }) => status).sort();
  expect(statuses).toEqual([201, ...Array.from({ length: 19 }, () => 409)]);
  expect(await countBookingRows()).toMatchObject(ROWS_OF_ONE_SESSION);
});

test.each([
  ['#/st_id', { st_id: 'x' }],
  ['#/scheduled_start', { scheduled_start: '5 March, 3 pm' }],
  ['#/scheduled_start', { scheduled_start: '2026-02-30T10:00:00Z' }],
  ['#/scheduled_start', { scheduled_start: '9999-01-01T10:00:00Z' }],
  ['#/timezone', { scheduled_start: '2026-03-05T10:00:00' }],
  ['#/timezone', { scheduled_end: '2026-03-05T10:00:00' }],
  ['#/timezone', { timezone: 'Mars/Olympus_Mons' }],
  ['#/timezone', { timezone: '+05:45' }],
  ['#/timezone', { timezone: 'america/new_york' }],
  ['#/timezone', { timezone: 'America_New_York' }],
  ['#/note', { note: 'x'.repeat(1_001) }],
  ['#/note', { note: 5 }],
  ['#/reminders', { reminders: 'yes' }],
])('%s of %j does not fit', async (pointer, fields) => {
  const refused = await book(await createScene(), fields);
  expect(refused).toMatchObject({
    status: 422,
    body: {
      code: 'INVALID_REQUEST',
      errors: [{ in: 'body', pointer, detail: expect.any(String) }],
    },
  });
});

test('unusual text is kept as far as PostgreSQL can store it', async () => {
  const note = 'a\u0000b \ud800 \u{1f9f6} \u202e';
  const booked = await book(await createScene(), { note });
  expect(booked.status).toBe(201);
  const stored = await db().tutoringSession.findFirst();
  expect(stored?.note).toBe('ab \ufffd \u{1f9f6} \u202e');
});
