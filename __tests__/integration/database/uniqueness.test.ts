import { truncate } from '@/__tests__/support/database';
import { createEnrollment, createScene, createSession } from '@/__tests__/support/factories';
import { refusalOf, sql } from '@/__tests__/support/plain-sql';

// Invariant 3: said once, paid once, heard once.

const UNIQUE = '23505';

async function arrangeSession(idempotencyKey?: string) {
  const scene = await createScene();
  const { id } = await createSession({
    enrollmentId: scene.enrollment.id,
    studentTeacherId: scene.st.id,
    scheduledStart: new Date('2025-03-05T15:00:00Z'),
    ...(idempotencyKey ? { idempotencyKey } : {}),
  });
  return { ...scene, id };
}

beforeEach(truncate);

test('a person is told of one thing and one version of the time once', async () => {
  const { id } = await arrangeSession();
  const copy = `INSERT INTO notifications (session_id, recipient_id, kind, sequence, due_at)
    SELECT session_id, recipient_id, kind, sequence + $2, due_at FROM notifications WHERE session_id = $1`;
  expect(await refusalOf(copy, id, 0)).toMatchObject({
    code: UNIQUE,
    constraint: 'notifications_session_id_recipient_id_kind_sequence_key',
  });
  await sql(copy, id, 1);
});

test('a Stripe checkout pays for one session', async () => {
  const pay = `INSERT INTO payments (session_id, stripe_checkout_id, amount_cents, currency)
    VALUES ($1, 'cs_1', 2500, 'usd')`;
  const [first, second] = [await arrangeSession(), await arrangeSession()];
  await sql(pay, first.id);
  expect(await refusalOf(pay, second.id)).toMatchObject({
    code: UNIQUE,
    constraint: 'payments_stripe_checkout_id_key',
  });
});

test('a Stripe event is taken in once', async () => {
  const take = `INSERT INTO stripe_events (id, type) VALUES ('evt_1', 'checkout.session.completed')`;
  await sql(take);
  expect(await refusalOf(take)).toMatchObject({ code: UNIQUE });
});

test('an idempotency key books once for its student, and is free for another', async () => {
  const { st, enrollment } = await arrangeSession('a key');
  const again = await refusalOf(
    `INSERT INTO sessions (enrollment_id, st_id, scheduled_start, idempotency_key)
     VALUES ($1, $2, '2025-03-06T15:00Z', 'a key')`,
    enrollment.id,
    st.id,
  );
  expect(again).toMatchObject({ code: UNIQUE });
  await arrangeSession('a key');
});

test('a student is in a course once, and a person teaches it once', async () => {
  const { st, courseId, student } = await arrangeSession();
  await expect(createEnrollment({ courseId, studentId: student.id })).rejects.toThrow();
  const twice = 'INSERT INTO student_teachers (user_id, course_id) VALUES ($1, $2)';
  expect(await refusalOf(twice, st.userId, courseId)).toMatchObject({ code: UNIQUE });
});
