import { api } from '@/__tests__/support/api';
import { truncate } from '@/__tests__/support/database';
import {
  bookingRequest,
  createEnrollment,
  createScene,
  createSession,
  createUser,
} from '@/__tests__/support/factories';
import { db } from '@/lib/db/client';
import { bookSession } from '@/lib/sessions/book-session';

beforeEach(truncate);

const WEEK = 'from=2026-03-02T00:00:00Z&to=2026-03-09T00:00:00Z';

test('the availability of an ST: weekly windows, exceptions and session rules', async () => {
  const { courseId, st, student } = await createScene({ sessionMinutes: 45 });
  const hours = { dayOfWeek: 'monday', startTime: '09:00', endTime: '12:30' } as const;
  await db().user.update({
    where: { id: st.userId },
    data: {
      timezone: 'Asia/Kathmandu',
      availability: { create: { ...hours, timezone: 'Asia/Kathmandu' } },
      availabilityExceptions: {
        create: {
          kind: 'time_off',
          startsAt: new Date('2026-03-10T00:00Z'),
          endsAt: new Date('2026-03-11T00:00Z'),
        },
      },
    },
  });
  const { status, body } = await api(`/api/sts/${st.id}/availability`, { as: student });
  expect(status).toBe(200);
  expect(body).toEqual({
    st_id: st.id,
    course_id: courseId,
    is_active: true,
    timezone: 'Asia/Kathmandu',
    session_minutes: 45,
    buffer_minutes: 15,
    slot_step_minutes: 30,
    min_notice_hours: 12,
    booking_horizon_days: 60,
    availability: [
      {
        day_of_week: 'monday',
        start_time: '09:00',
        end_time: '12:30',
        timezone: 'Asia/Kathmandu',
      },
    ],
    exceptions: [
      {
        kind: 'time_off',
        starts_at: '2026-03-10T00:00:00.000Z',
        ends_at: '2026-03-11T00:00:00.000Z',
      },
      {
        kind: 'extra_hours',
        starts_at: '2026-03-01T00:00:00.000Z',
        ends_at: '2026-06-01T00:00:00.000Z',
      },
    ],
  });
});

test('sessions that touch, buffers included, are one busy interval, cut to the range', async () => {
  const { courseId, st, enrollment, student } = await createScene();
  const book = (enrollmentId: string, start: string) =>
    createSession({ enrollmentId, stId: st.id, scheduledStart: new Date(start) });
  await book(enrollment.id, '2026-03-03T10:00:00Z');
  await book((await createEnrollment({ courseId })).id, '2026-03-03T11:15:00Z');
  await book((await createEnrollment({ courseId })).id, '2026-03-03T14:00:00Z');
  await book((await createEnrollment({ courseId })).id, '2026-03-08T23:30:00Z');
  const { body } = await api(`/api/sts/${st.id}/bookings?${WEEK}`, { as: student });
  expect(body).toEqual({
    st_id: st.id,
    from: '2026-03-02T00:00:00.000Z',
    to: '2026-03-09T00:00:00.000Z',
    busy: [
      { start: '2026-03-03T10:00:00.000Z', end: '2026-03-03T12:30:00.000Z' },
      { start: '2026-03-03T14:00:00.000Z', end: '2026-03-03T15:15:00.000Z' },
      { start: '2026-03-08T23:30:00.000Z', end: '2026-03-09T00:00:00.000Z' },
    ],
  });
});

test('an ST who learns in another session is busy then, and a lapsed hold blocks nobody', async () => {
  const { st, student } = await createScene();
  const elsewhere = await createScene();
  const learning = await createEnrollment({ courseId: elsewhere.courseId, studentId: st.userId });
  const scheduledStart = new Date('2026-03-04T10:00:00Z');
  const enrollmentId = learning.id;
  await createSession({ enrollmentId, stId: elsewhere.st.id, scheduledStart });
  await createSession({
    enrollmentId,
    stId: elsewhere.st.id,
    scheduledStart: new Date('2026-03-05T10:00:00Z'),
    status: 'pending_payment',
    holdExpiresAt: new Date('2026-03-02T09:59:59Z'),
  });
  const { body } = await api(`/api/sts/${st.id}/bookings?${WEEK}`, { as: student });
  expect(body).toMatchObject({
    busy: [{ start: '2026-03-04T10:00:00.000Z', end: '2026-03-04T11:00:00.000Z' }],
  });
});

test('the slots are those that the viewer can book and is free for', async () => {
  const { courseId, st, enrollment, student } = await createScene();
  const other = { student: { id: (await createEnrollment({ courseId })).studentId }, st };
  await bookSession(db(), bookingRequest(other, { start: new Date('2026-03-04T12:00:00Z') }));
  const elsewhere = await createScene();
  await createSession({
    enrollmentId: (
      await createEnrollment({ courseId: elsewhere.courseId, studentId: enrollment.studentId })
    ).id,
    stId: elsewhere.st.id,
    scheduledStart: new Date('2026-03-04T15:00:00Z'),
  });
  const range = 'from=2026-03-04T10:00:00Z&to=2026-03-04T17:00:00Z';
  const { body } = await api(`/api/sts/${st.id}/slots?${range}`, { as: student });
  const { slots } = body as { slots: { start: string; end: string }[] };
  expect(slots.map(({ start }) => start.slice(11, 16))).toEqual([
    ...['10:00', '10:30', '13:30', '14:00', '16:00', '16:30'],
  ]);
  expect(slots[0]).toEqual({ start: '2026-03-04T10:00:00.000Z', end: '2026-03-04T11:00:00.000Z' });
});

test('there are no slots with oneself or with an inactive ST', async () => {
  const { st, student } = await createScene();
  const own = await api(`/api/sts/${st.id}/slots?${WEEK}`, { as: { id: st.userId } });
  expect(own.body).toMatchObject({ slots: [] });
  await db().studentTeacher.updateMany({ data: { isActive: false } });
  const idle = await api(`/api/sts/${st.id}/slots?${WEEK}`, { as: student });
  expect(idle).toMatchObject({ status: 200, body: { slots: [] } });
});

test.each(['bookings', 'slots'])(
  '%s need a range, and not more than 92 days of it',
  async (what) => {
    const { st, student } = await createScene();
    const ask = (query: string) => api(`/api/sts/${st.id}/${what}?${query}`, { as: student });
    expect(await ask('from=2026-03-01&to=2026-06-01')).toMatchObject({ status: 200 });
    const refusals = [
      ['', '#/from'],
      ['from=&to=', '#/from'],
      ['from=2026-03-01', '#/to'],
      ['from=yesterday&to=2026-03-01', '#/from'],
      ['from=2026-03-01&to=2026-03-01', '#/to'],
      ['from=2026-03-02&to=2026-03-01', '#/to'],
      ['from=2026-03-01&to=2026-06-01T00:00:01Z', '#/to'],
      ['from=0000-01-01&to=2026-03-01', '#/from'],
      ['from=2026-03-01&to=9999-12-31T23:59:59Z', '#/to'],
    ];
    for (const [query = '', pointer] of refusals) {
      expect(await ask(query)).toMatchObject({
        status: 422,
        body: {
          code: 'INVALID_REQUEST',
          errors: expect.arrayContaining([expect.objectContaining({ in: 'query', pointer })]),
        },
      });
    }
  },
);

test('requests about a person who is not an ST get 404', async () => {
  const as = await createUser();
  for (const what of ['availability', `bookings?${WEEK}`, `slots?${WEEK}`]) {
    for (const id of [as.id, 'me', '%27%20OR%201=1']) {
      expect(await api(`/api/sts/${id}/${what}`, { as })).toMatchObject({ status: 404 });
    }
  }
});
