import type { GuardProof } from './proof';
import { ID, START } from './scene';

const UNIQUE_VIOLATION = '23505';

/** That a unique index refuses a second row. */
function uniqueProof(
  index: string,
  promise: string,
  attack: string,
  extras: Pick<GuardProof, 'as' | 'arrange' | 'alsoHeldBy'> = {},
): GuardProof {
  const isHeld = { refusal: { code: UNIQUE_VIOLATION, constraint: index } };
  return { guard: `index ${index}`, promise, attack, isHeld, ...extras };
}

const HASH = `decode(repeat('ab', 32), 'hex')`;
const OTHER_HASH = `decode(repeat('cd', 32), 'hex')`;

function feed(user: string, hash: string): string {
  return `INSERT INTO calendar_feeds (user_id, token_hash) VALUES (${user}, ${hash})`;
}

function link(user: string): string {
  return `INSERT INTO sign_in_links (user_id, token_hash, created_at, expires_at)
    VALUES (${user}, ${HASH}, '2026-03-02T10:00Z', '2026-03-02T10:10Z')`;
}

const SUCCESS = `INSERT INTO analytics_events (name, occurred_at, viewer_id, course_id, data)
  VALUES ('booking_success', now(), ${ID.student}, ${ID.course}, jsonb_build_object('session_id', ${ID.session}))`;

const CHECKOUT = `INSERT INTO payments (session_id, stripe_checkout_id, amount_cents, currency)
  VALUES (${ID.session}, 'cs_1', 2500, 'usd')`;

const MAIL_AGAIN = `INSERT INTO notifications (kind, subject_type, subject_id, recipient_id, version, due_at)
  SELECT kind, subject_type, subject_id, recipient_id, version, due_at + interval '1 day' FROM notifications`;

const FORM_AGAIN = `INSERT INTO sessions (enrollment_id, st_id, scheduled_start, idempotency_key)
  VALUES (${ID.enrollment}, ${ID.otherSt}, ${START} + interval '1 day', 'a form')`;

/** What is there once. */
export const UNIQUENESS: readonly GuardProof[] = [
  uniqueProof(
    'users_email_key',
    'an email address belongs to one user',
    `UPDATE users SET email = 'theo@example.com' WHERE id = ${ID.student}`,
    { as: 'ops' },
  ),
  uniqueProof(
    'enrollments_student_id_course_id_key',
    'a student is in a course once',
    `INSERT INTO enrollments (student_id, course_id, session_count) VALUES (${ID.student}, ${ID.course}, 10)`,
    { as: 'ops' },
  ),
  uniqueProof(
    'student_teachers_user_id_course_id_key',
    'a person teaches a course once',
    `INSERT INTO student_teachers (user_id, course_id) VALUES (${ID.teacher}, ${ID.course})`,
    { as: 'ops' },
  ),
  uniqueProof(
    'enrollments_student_of_course',
    'a session finds its student and course in one enrollment',
    `INSERT INTO enrollments SELECT * FROM enrollments WHERE id = ${ID.enrollment}`,
    {
      alsoHeldBy: [
        'constraint enrollments.enrollments_pkey',
        'index enrollments_student_id_course_id_key',
      ],
    },
  ),
  uniqueProof(
    'student_teachers_teacher_of_course',
    'a session finds its teacher and course in one ST',
    `INSERT INTO student_teachers SELECT * FROM student_teachers WHERE id = ${ID.st}`,
    {
      alsoHeldBy: [
        'constraint student_teachers.student_teachers_pkey',
        'index student_teachers_user_id_course_id_key',
      ],
    },
  ),
  uniqueProof(
    'sessions_idempotency_key',
    'a form that is submitted again after its session was cancelled books no other',
    FORM_AGAIN,
    {
      as: 'app',
      arrange: `INSERT INTO sessions (enrollment_id, st_id, scheduled_start, idempotency_key)
        VALUES (${ID.enrollment}, ${ID.otherSt}, ${START} + interval '2 days', 'a form');
        UPDATE sessions SET status = 'cancelled' WHERE idempotency_key = 'a form'`,
    },
  ),
  uniqueProof(
    'notifications_subject_id_recipient_id_kind_version_key',
    'a person is notified once of each version',
    MAIL_AGAIN,
  ),
  uniqueProof('payments_stripe_checkout_id_key', 'a Stripe checkout pays once', CHECKOUT, {
    as: 'app',
    arrange: CHECKOUT,
  }),
  uniqueProof('sign_in_links_token_hash_key', 'a token signs in one person', link(ID.teacher), {
    as: 'app',
    arrange: link(ID.student),
  }),
  uniqueProof(
    'calendar_feeds_token_hash_key',
    'the address of a feed shows the sessions of one person',
    feed(ID.teacher, HASH),
    { as: 'app', arrange: feed(ID.student, HASH) },
  ),
  uniqueProof(
    'calendar_feeds_user_id_key',
    'a person has one feed, so that removing it leaves none',
    feed(ID.student, OTHER_HASH),
    { as: 'app', arrange: feed(ID.student, HASH) },
  ),
  uniqueProof(
    'analytics_events_one_success_per_session',
    'a session succeeds once in analytics',
    SUCCESS,
    { as: 'app', arrange: SUCCESS },
  ),
];
