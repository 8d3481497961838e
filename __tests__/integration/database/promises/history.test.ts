import { attackAs, readEverything } from '@/__tests__/support/attack';
import { arrangeAttackedScene } from '@/__tests__/support/attacked-scene';
import { ID } from '@/__tests__/support/guards/scene';

// Nobody can write history, or what the database writes itself.

const NO_PRIVILEGE = '42501';

const WRITTEN_BY_THE_DATABASE = [
  `INSERT INTO calendar_claims (session_id, user_id, starts_at, ends_at)
   VALUES (${ID.session}, ${ID.stranger}, database_now(), database_now() + interval '1 day')`,
  `UPDATE calendar_claims SET ends_at = ends_at - interval '30 minutes'`,
  'DELETE FROM calendar_claims',
  `MERGE INTO calendar_claims USING sessions ON id = session_id WHEN MATCHED THEN DELETE`,
  'SELECT FROM calendar_claims FOR UPDATE',
  'TRUNCATE calendar_claims',

  `INSERT INTO session_events (session_id, kind, database_role, status, scheduled_start, scheduled_end, teacher_id, sequence)
   SELECT id, 'cancelled', 'peerloop_app', 'cancelled', scheduled_start, scheduled_end, teacher_id, 1 FROM sessions`,
  `UPDATE session_events SET actor_id = ${ID.student}`,
  `UPDATE session_events SET happened_at = '2020-01-01'`,
  'DELETE FROM session_events',
  'TRUNCATE session_events',

  `INSERT INTO notifications (kind, subject_type, subject_id, recipient_id, version, due_at)
   VALUES ('session-booked', 'session', ${ID.session}, ${ID.stranger}, 0, now())`,
  `INSERT INTO notifications (id, kind, subject_type, subject_id, recipient_id, version, due_at)
   SELECT id, kind, subject_type, subject_id, recipient_id, version, due_at FROM notifications
   ON CONFLICT (id) DO UPDATE SET status = 'sent'`,
  'DELETE FROM notifications',
  `UPDATE notifications SET due_at = due_at + interval '10 years'`,
  `UPDATE notifications SET next_attempt_at = now() + interval '10 years'`,
  `UPDATE notifications SET recipient_id = ${ID.stranger}`,
  'TRUNCATE notifications',

  `INSERT INTO time_zones (name) VALUES ('Europe/Atlantis')`,
  `UPDATE time_zones SET name = 'Europe/Atlantis' WHERE name = 'Europe/Berlin'`,
  'DELETE FROM time_zones',
  'TRUNCATE time_zones CASCADE',

  `INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('1', '1', 'a change of mine')`,
  `UPDATE _prisma_migrations SET checksum = 'another'`,
  'DELETE FROM _prisma_migrations',
  'TRUNCATE _prisma_migrations',
];

const HAS_HAPPENED = [
  'DELETE FROM sessions',
  'DELETE FROM enrollments',
  'DELETE FROM student_teachers',
  'DELETE FROM courses',
  `DELETE FROM users WHERE id = ${ID.stranger}`,
  'DELETE FROM payments',
  'DELETE FROM stripe_events',
  `UPDATE stripe_events SET id = 'evt_2'`,
  'TRUNCATE sessions CASCADE',
  'TRUNCATE enrollments CASCADE',
  'TRUNCATE student_teachers CASCADE',
  'TRUNCATE courses CASCADE',
  'TRUNCATE users CASCADE',
  'TRUNCATE payments',
  'TRUNCATE stripe_events',
  `UPDATE users SET id = uuidv7() WHERE id = ${ID.stranger}`,
  `UPDATE users SET anonymized_at = now() WHERE id = ${ID.stranger}`,
  `UPDATE enrollments SET id = uuidv7() WHERE id = ${ID.otherEnrollment}`,
  `UPDATE student_teachers SET id = uuidv7() WHERE id = ${ID.otherSt}`,
];

const NOT_OF_OPS = [
  `UPDATE payments SET status = 'refunded'`,
  'UPDATE payments SET amount_cents = 0',
  `INSERT INTO payments (session_id, stripe_checkout_id, status, amount_cents, currency)
   VALUES (${ID.session}, 'cs_2', 'paid', 2500, 'usd')`,
  `INSERT INTO stripe_events (id, type) VALUES ('evt_2', 'checkout.session.completed')`,
  `INSERT INTO analytics_events (name, occurred_at, viewer_id, course_id, data)
   SELECT name, occurred_at, viewer_id, course_id, data FROM analytics_events`,
  `UPDATE analytics_events SET occurred_at = '2020-01-01'`,
  'DELETE FROM analytics_events',
  `INSERT INTO sign_in_links (user_id, token_hash, expires_at)
   VALUES (${ID.student}, sha256('mine'), now() + interval '10 minutes')`,
  `UPDATE sign_in_links SET token_hash = sha256('mine')`,
  `INSERT INTO calendar_feeds (user_id, token_hash) VALUES (${ID.teacher}, sha256('mine'))`,
  `UPDATE calendar_feeds SET token_hash = sha256('mine')`,
];

beforeEach(arrangeAttackedScene);

describe.each(['ops', 'app'] as const)('as %s', (role) => {
  test.each([...WRITTEN_BY_THE_DATABASE, ...HAS_HAPPENED])('refused: %s', async (statement) => {
    const before = await readEverything();
    expect(await attackAs(role, statement)).toEqual([NO_PRIVILEGE]);
    expect(await readEverything()).toEqual(before);
  });

  test.each([
    ['UPDATE sessions SET id = uuidv7()', '23001'],
    [`UPDATE courses SET id = uuidv7() WHERE id = ${ID.pricedCourse}`, '23001'],
    [`UPDATE sessions SET enrollment_id = ${ID.otherEnrollment}`, '23514'],
  ])('refused: %s', async (statement, code) => {
    const before = await readEverything();
    expect(await attackAs(role, statement)).toEqual([code]);
    expect(await readEverything()).toEqual(before);
  });
});

test.each(NOT_OF_OPS)('refused as ops: %s', async (statement) => {
  const before = await readEverything();
  expect(await attackAs('ops', statement)).toEqual([NO_PRIVILEGE]);
  expect(await readEverything()).toEqual(before);
});

test.each([
  'UPDATE payments SET amount_cents = 0',
  `UPDATE payments SET currency = 'eur'`,
  `UPDATE payments SET stripe_checkout_id = 'cs_2'`,
  `UPDATE payments SET session_id = uuidv7()`,
  `UPDATE payments SET status = 'open'`,
  `UPDATE payments SET status = 'expired'`,
])('a payment cannot be changed, not even by the application: %s', async (statement) => {
  const before = await readEverything();
  expect(await attackAs('app', statement)).toEqual(['23001']);
  expect(await readEverything()).toEqual(before);
});
