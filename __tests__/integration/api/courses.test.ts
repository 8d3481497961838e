import { api } from '@/__tests__/support/api';
import { truncate } from '@/__tests__/support/database';
import { createScene, createUser } from '@/__tests__/support/factories';

beforeEach(truncate);

test('a course, with the enrollment of whoever asks', async () => {
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

test('the course of somebody who is not in it has no enrollment', async () => {
  const { courseId } = await createScene();
  const { body } = await api(`/api/courses/${courseId}`, { as: await createUser() });
  expect(body).toMatchObject({ course_id: courseId, enrollment: null });
});
