import { truncate } from '@/__tests__/support/database';
import {
  bookingRequest,
  createEnrollment,
  createOpenUser,
  createScene,
  createSession,
  createSt,
  NOW,
} from '@/__tests__/support/factories';
import { countTraces, NOTHING, ONE_SESSION } from '@/__tests__/support/traces';
import { db } from '@/lib/db';
import { bookSession } from '@/lib/sessions/commands';

beforeEach(truncate);

test('an included session is scheduled, with its end, its note and the checkbox', async () => {
  const scene = await createScene({ sessionMinutes: 45 });
  const request = bookingRequest(scene, { note: 'Loops, please.', reminders: false });
  const booked = await bookSession(db(), request);
  expect(booked).toEqual({ ok: true, value: { id: expect.any(String), status: 'scheduled' } });
  expect(await db().tutoringSession.findFirst()).toMatchObject({
    enrollmentId: scene.enrollment.id,
    studentTeacherId: scene.st.id,
    courseId: scene.courseId,
    studentId: scene.student.id,
    teacherId: scene.st.userId,
    status: 'scheduled',
    scheduledStart: new Date('2026-03-05T15:00:00Z'),
    scheduledEnd: new Date('2026-03-05T15:45:00Z'),
    holdExpiresAt: null,
    note: 'Loops, please.',
    reminders: false,
    sequence: 0,
  });
});

test('the event says who booked and when, by the clock of the request', async () => {
  const scene = await createScene();
  await bookSession(db(), bookingRequest(scene));
  expect(await db().sessionEvent.findMany()).toMatchObject([
    { kind: 'booked', actorId: scene.student.id, happenedAt: NOW },
  ]);
  const [booked] = await db().notification.findMany({ where: { kind: 'session_booked' } });
  expect(booked).toMatchObject({ status: 'pending', dueAt: NOW, createdAt: NOW });
});

test('a priced session is held for 35 minutes and told to nobody', async () => {
  const scene = await createScene({ pricePerSessionCents: 2_500 });
  const booked = await bookSession(db(), bookingRequest(scene));
  expect(booked).toMatchObject({ ok: true, value: { status: 'pending_payment' } });
  expect(await db().tutoringSession.findFirst()).toMatchObject({
    status: 'pending_payment',
    holdExpiresAt: new Date('2026-03-02T10:35:00Z'),
  });
  expect(await countTraces()).toMatchObject({ ...ONE_SESSION, notifications: 0 });
});

test('a course with a price of nothing needs no payment', async () => {
  const scene = await createScene({ pricePerSessionCents: 0 });
  const booked = await bookSession(db(), bookingRequest(scene));
  expect(booked).toMatchObject({ ok: true, value: { status: 'scheduled' } });
});

test('booking clears "Schedule Later"', async () => {
  const scene = await createScene();
  await db().enrollment.updateMany({ data: { deferredAt: NOW } });
  await bookSession(db(), bookingRequest(scene));
  expect(await countTraces()).toEqual({ ...ONE_SESSION, deferrals: 0 });
});

type Scene = Awaited<ReturnType<typeof createScene>>;

const refusals: [string, string, (scene: Scene) => Promise<object | undefined> | object][] = [
  ['NOT_ENROLLED', 'someone in no course', async () => ({ viewer: await createOpenUser() })],
  [
    'NOT_ENROLLED',
    'an enrollment that has ended',
    async () => {
      await db().enrollment.updateMany({ data: { status: 'cancelled' } });
    },
  ],
  [
    'ST_UNAVAILABLE',
    'an ST who is not active',
    async () => {
      await db().studentTeacher.updateMany({ data: { isActive: false } });
    },
  ],
  [
    'OWN_SESSION',
    'the ST themselves',
    async ({ courseId, st }) => {
      await createEnrollment({ courseId, studentId: st.userId });
      return { viewer: { id: st.userId } };
    },
  ],
  [
    'NO_SESSIONS_LEFT',
    'an enrollment that is used up',
    async () => {
      await db().enrollment.updateMany({ data: { sessionCount: 0 } });
    },
  ],
  ['SLOT_UNAVAILABLE', 'a start off the grid', () => ({ start: new Date('2026-03-05T15:10Z') })],
  ['SLOT_UNAVAILABLE', 'less notice than asked', () => ({ start: new Date('2026-03-02T21:30Z') })],
  ['SLOT_UNAVAILABLE', 'the past', () => ({ start: new Date('2026-03-01T15:00Z') })],
  ['SLOT_UNAVAILABLE', 'the end of the horizon', () => ({ start: new Date('2026-05-01T10:00Z') })],
  ['SLOT_UNAVAILABLE', 'hours without the ST', () => ({ start: new Date('2026-06-01T00:00Z') })],
];

test.each(refusals)('%s: %s', async (code, _who, change) => {
  const scene = await createScene();
  const fields = (await change(scene)) ?? {};
  const refused = await bookSession(db(), bookingRequest(scene, fields));
  expect(refused).toEqual({ ok: false, code });
  expect(await countTraces()).toMatchObject(NOTHING);
});

test('the first and the last start that notice and horizon allow are booked', async () => {
  const scene = await createScene();
  for (const start of ['2026-03-02T22:00:00Z', '2026-05-01T09:30:00Z']) {
    const booked = await bookSession(db(), bookingRequest(scene, { start: new Date(start) }));
    expect(booked).toMatchObject({ ok: true });
  }
});

test('STUDENT_CONFLICT: the student has another session at this time', async () => {
  const scene = await createScene();
  const other = await createSt({ courseId: scene.courseId });
  await bookSession(db(), bookingRequest(scene));
  const start = new Date('2026-03-05T15:30:00Z');
  const refused = await bookSession(db(), bookingRequest({ ...scene, st: other }, { start }));
  expect(refused).toEqual({ ok: false, code: 'STUDENT_CONFLICT' });
  expect(await countTraces()).toMatchObject(ONE_SESSION);
});

test('SLOT_UNAVAILABLE, not a conflict, where the ST is taken by the same student', async () => {
  const scene = await createScene();
  await bookSession(db(), bookingRequest(scene));
  const start = new Date('2026-03-05T15:30:00Z');
  const refused = await bookSession(db(), bookingRequest(scene, { start }));
  expect(refused).toEqual({ ok: false, code: 'SLOT_UNAVAILABLE' });
});

test.each([
  '',
  'x',
  '../etc',
  "' OR 1=1",
  '00000000-0000-7000-8000-000000000000',
  '1'.repeat(9_999),
])('ST_UNAVAILABLE: there is no ST "%.40s"', async (studentTeacherId) => {
  const scene = await createScene();
  const refused = await bookSession(db(), bookingRequest(scene, { studentTeacherId }));
  expect(refused).toEqual({ ok: false, code: 'ST_UNAVAILABLE' });
});

test.each([-8.64e15, Date.UTC(0, 0), 0, Date.UTC(9_999, 11, 31), Date.UTC(10_000, 0), 8.64e15])(
  'SLOT_UNAVAILABLE: %d is far from any time that is offered',
  async (start) => {
    const scene = await createScene();
    const refused = await bookSession(db(), bookingRequest(scene, { start: new Date(start) }));
    expect(refused).toEqual({ ok: false, code: 'SLOT_UNAVAILABLE' });
  },
);

test('a session that has ended leaves its time to others', async () => {
  const scene = await createScene();
  const other = await createEnrollment({ courseId: scene.courseId });
  const { id } = await createSession({
    enrollmentId: other.id,
    studentTeacherId: scene.st.id,
    scheduledStart: new Date('2026-03-05T15:00:00Z'),
  });
  await db().tutoringSession.update({ where: { id }, data: { status: 'cancelled' } });
  expect(await bookSession(db(), bookingRequest(scene))).toMatchObject({ ok: true });
});
