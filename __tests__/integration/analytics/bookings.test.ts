import { recordedEvents } from '@/__tests__/support/analytics';
import { truncate } from '@/__tests__/support/database';
import { setDatabaseTime } from '@/__tests__/support/database-time';
import {
  bookingRequest,
  createEnrollment,
  createScene,
  createSession,
  createUser,
  NOW,
} from '@/__tests__/support/factories';
import { expectLogged } from '@/__tests__/support/log';
import { sql, sqlAsOwner } from '@/__tests__/support/plain-sql';
import { db } from '@/lib/db/client';
import { bookSession } from '@/lib/sessions/book-session';

// What the server records of confirmed clicks, through whichever door they came.

const THURSDAY = '2026-03-05T15:00:00.000Z';

function attempt({ courseId, st }: { courseId: string; st: { id: string } }, datetime = THURSDAY) {
  const data = { course_id: courseId, st_id: st.id, datetime };
  return { name: 'booking_attempted', course_id: courseId, st_id: st.id, occurred_at: NOW, data };
}

async function namesRecorded(): Promise<string[]> {
  return (await recordedEvents()).map(({ name }) => name);
}

/** Adds a payment for the only session, with no other change. */
async function recordPayment(): Promise<void> {
  const { id: sessionId } = await db().tutoringSession.findFirstOrThrow();
  await db().payment.create({
    data: {
      sessionId,
      stripeCheckoutId: 'cs_test',
      status: 'paid',
      amountCents: 2_500,
      currency: 'usd',
    },
  });
}

beforeEach(async () => {
  await truncate();
  await setDatabaseTime(NOW);
});

test('a session that is booked is recorded as attempted and as a success', async () => {
  const scene = await createScene();
  const request = bookingRequest(scene, { note: 'My secret question, mail me: me@example.com' });
  const booked = await bookSession(db(), request);
  if (!booked.ok) throw new Error('The booking was refused.');
  expect(await recordedEvents()).toEqual([
    { ...attempt(scene), viewer_id: scene.student.id },
    {
      ...attempt(scene),
      name: 'booking_success',
      viewer_id: scene.student.id,
      data: { session_id: booked.value.id },
    },
  ]);
});

test('a booking of a taken time is recorded as attempted and failed, with the code', async () => {
  const scene = await createScene();
  await createSession({
    enrollmentId: (await createEnrollment({ courseId: scene.courseId })).id,
    stId: scene.st.id,
    scheduledStart: new Date(THURSDAY),
  });
  expect(await bookSession(db(), bookingRequest(scene))).toMatchObject({ ok: false });
  expect(await recordedEvents()).toEqual([
    { ...attempt(scene), viewer_id: scene.student.id },
    {
      ...attempt(scene),
      name: 'booking_failed',
      viewer_id: scene.student.id,
      data: { error_type: 'SLOT_UNAVAILABLE' },
    },
  ]);
});

test('a student who is not enrolled is also recorded as an attempt', async () => {
  const scene = await createScene();
  const stranger = await createUser();
  await bookSession(db(), bookingRequest({ student: stranger, st: scene.st }));
  expect(await recordedEvents()).toMatchObject([
    { ...attempt(scene), viewer_id: stranger.id },
    { name: 'booking_failed', data: { error_type: 'NOT_ENROLLED' } },
  ]);
});

test.each(['not an id', '00000000-0000-4000-8000-000000000000'])(
  'an ST who is not there leaves no trace: %s',
  async (id) => {
    const { student } = await createScene();
    const refused = await bookSession(db(), bookingRequest({ student, st: { id } }));
    expect(refused).toEqual({ ok: false, code: 'ST_UNAVAILABLE' });
    expect(await recordedEvents()).toEqual([]);
  },
);

test('a repeated request counts as the same click', async () => {
  const request = bookingRequest(await createScene());
  await bookSession(db(), request);
  expect(await bookSession(db(), request)).toMatchObject({ ok: true });
  await Promise.all([bookSession(db(), request), bookSession(db(), request)]);
  expect(await namesRecorded()).toEqual(['booking_attempted', 'booking_success']);
});

test('ten who race for one slot are ten attempts, one success and nine failures', async () => {
  const { courseId, st } = await createScene();
  const racers = await Promise.all(
    Array.from({ length: 10 }, () => createEnrollment({ courseId })),
  );
  await Promise.all(
    racers.map(({ studentId }) =>
      bookSession(db(), bookingRequest({ student: { id: studentId }, st })),
    ),
  );
  const names = await namesRecorded();
  const count = (wanted: string) => names.filter((name) => name === wanted).length;
  expect(count('booking_attempted')).toBe(10);
  expect(count('booking_success')).toBe(1);
  expect(count('booking_failed')).toBe(9);
});

test('a hold counts as a successful booking only once it is paid', async () => {
  const scene = await createScene({ pricePerSessionCents: 2_500 });
  await bookSession(db(), bookingRequest(scene));
  expect(await namesRecorded()).toEqual(['booking_attempted']);
  const paidAt = new Date('2026-03-02T10:04:00Z');
  await setDatabaseTime(paidAt);
  await recordPayment();
  await db().tutoringSession.updateMany({ data: { status: 'scheduled' } });
  expect(await recordedEvents()).toMatchObject([
    { name: 'booking_attempted', occurred_at: NOW },
    { name: 'booking_success', occurred_at: paidAt, viewer_id: scene.student.id },
  ]);
});

test('a hold that ran out and is paid late is one success, however often it is confirmed', async () => {
  const scene = await createScene({ pricePerSessionCents: 2_500 });
  await bookSession(db(), bookingRequest(scene));
  await setDatabaseTime(new Date('2026-03-02T10:36:00Z'));
  await recordPayment();
  for (const status of ['expired', 'scheduled', 'cancelled', 'scheduled']) {
    await sql('UPDATE sessions SET status = $1::session_status', status);
  }
  expect(await namesRecorded()).toEqual(['booking_attempted', 'booking_success']);
});

test('a change by ops is not recorded as a click', async () => {
  const { enrollment, st } = await createScene();
  await sql(
    'INSERT INTO sessions (enrollment_id, st_id, scheduled_start) VALUES ($1, $2, $3)',
    enrollment.id,
    st.id,
    THURSDAY,
  );
  await sql(`UPDATE sessions SET status = 'cancelled'`);
  await sql(`UPDATE sessions SET status = 'scheduled'`);
  await sql('UPDATE enrollments SET deferred_at = now()');
  expect(await recordedEvents()).toEqual([]);
});

describe('when events cannot be recorded', () => {
  beforeEach(() =>
    sqlAsOwner('ALTER TABLE analytics_events ADD CONSTRAINT broken CHECK (false) NOT VALID'),
  );
  afterEach(() => sqlAsOwner('ALTER TABLE analytics_events DROP CONSTRAINT broken'));

  test('a session is still booked', async () => {
    const scene = await createScene();
    expect(await bookSession(db(), bookingRequest(scene))).toMatchObject({ ok: true });
    expect(await sql('SELECT status FROM sessions')).toEqual([{ status: 'scheduled' }]);
    expect(await sql('SELECT FROM notifications')).toHaveLength(2);
    expect(await recordedEvents()).toEqual([]);
  });

  test('a refusal is the same refusal', async () => {
    const scene = await createScene();
    const late = bookingRequest(scene, { start: new Date('2027-01-01T00:00:00Z') });
    expect(await bookSession(db(), late)).toEqual({ ok: false, code: 'SLOT_UNAVAILABLE' });
    expectLogged(/"message":"analytics"/);
  });
});

test('a booking that fails with an internal error is recorded as failed, and still throws', async () => {
  const scene = await createScene();
  await sqlAsOwner('ALTER TABLE sessions ADD CONSTRAINT broken CHECK (false) NOT VALID');
  try {
    await expect(bookSession(db(), bookingRequest(scene))).rejects.toThrow();
  } finally {
    await sqlAsOwner('ALTER TABLE sessions DROP CONSTRAINT broken');
  }
  expect(await recordedEvents()).toMatchObject([
    attempt(scene),
    { name: 'booking_failed', data: { error_type: 'BOOKING_FAILED' } },
  ]);
});
