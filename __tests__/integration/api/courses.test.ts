import { api } from '@/__tests__/support/api';
import { truncate } from '@/__tests__/support/database';
import { createEnrollment, createScene, createSt, createUser } from '@/__tests__/support/factories';

beforeEach(truncate);

test('a course, with the enrollment of the viewer', async () => {
  const { courseId, student, enrollment } = await createScene({ title: 'Rust', sessionCount: 12 });
  const { status, body } = await api(`/api/courses/${courseId}`, { as: student });
  expect(status).toBe(200);
  expect(body).toEqual({
    course_id: courseId,
    title: 'Rust',
    description: 'About something.',
    session_count: 12,
    session_minutes: 60,
    price_per_session_cents: null,
    currency: 'usd',
    enrollment: {
      enrollment_id: enrollment.id,
      session_count: 10,
      sessions_left: 10,
      deferred_at: null,
    },
  });
});

test('a course has no enrollment for a viewer who is not in it', async () => {
  const { courseId } = await createScene();
  const { body } = await api(`/api/courses/${courseId}`, { as: await createUser() });
  expect(body).toMatchObject({ course_id: courseId, enrollment: null });
});

test('the active STs of a course with their free times, the soonest first', async () => {
  const { courseId, st, student } = await createScene();
  const later = await createSt({ courseId, minNoticeHours: 48, rating: 4.5 });
  await createSt({ courseId, isActive: false });
  const { status, body } = await api(`/api/courses/${courseId}/sts`, { as: student });
  expect(status).toBe(200);
  expect(body).toEqual({
    sts: [
      {
        st_id: st.id,
        name: 'Alex Someone',
        avatar: null,
        students_taught: 0,
        rating: null,
        timezone: null,
        next_free_time: '2026-03-02T22:00:00.000Z',
      },
      expect.objectContaining({
        st_id: later.id,
        rating: 4.5,
        next_free_time: '2026-03-04T10:00:00.000Z',
      }),
    ],
  });
});

test('an ST who is never free has no next free time, and viewers are not offered themselves', async () => {
  const { courseId, st } = await createScene();
  const never = await createSt({ courseId, userId: (await createUser()).id });
  for (const studentId of [st.userId, never.userId]) {
    await createEnrollment({ courseId, studentId });
  }
  const asNewcomer = await api(`/api/courses/${courseId}/sts`, { as: { id: st.userId } });
  expect(asNewcomer.body).toMatchObject({ sts: [{ st_id: never.id, next_free_time: null }] });
  const asIdle = await api(`/api/courses/${courseId}/sts`, { as: { id: never.userId } });
  expect(asIdle.body).toMatchObject({
    sts: [{ st_id: st.id, next_free_time: '2026-03-02T22:00:00.000Z' }],
  });
});
