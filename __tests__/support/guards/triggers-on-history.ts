import type { GuardProof } from './proof';
import { ID } from './scene';

const KEPT = '23001';

/** The id of one row of each table whose ids never change. */
const ROWS = {
  courses: ID.pricedCourse,
  enrollments: ID.otherEnrollment,
  notifications: `(SELECT id FROM notifications LIMIT 1)`,
  payments: ID.added,
  sessions: ID.session,
  student_teachers: ID.otherSt,
  users: ID.stranger,
} as const;

/** Tables that are never emptied, with those that PostgreSQL would empty along with them. */
const TABLES: Record<string, readonly string[]> = {
  calendar_claims: [],
  notifications: [],
  payments: [],
  session_events: [],
  sessions: ['calendar_claims', 'payments', 'session_events'],
  enrollments: ['sessions', 'calendar_claims', 'payments', 'session_events'],
  student_teachers: ['sessions', 'calendar_claims', 'payments', 'session_events'],
  users: [
    'enrollments',
    'student_teachers',
    'sessions',
    'calendar_claims',
    'notifications',
    'payments',
    'session_events',
  ],
};

const PAYMENT = `INSERT INTO payments (id, session_id, stripe_checkout_id, amount_cents, currency)
  VALUES (${ID.added}, ${ID.session}, 'cs_1', 2500, 'usd')`;

const IDS = Object.entries(ROWS).map(
  ([table, id]): GuardProof => ({
    guard: `trigger ${table}.${table}_keep_id`,
    promise: `the id of a row of ${table} never changes`,
    ...(table === 'payments' ? { arrange: PAYMENT } : {}),
    attack: `UPDATE ${table} SET id = ${ID.alsoAdded} WHERE id = ${id}`,
    isHeld: { refusal: { code: KEPT, table } },
  }),
);

const WHOLE_TABLES = Object.entries(TABLES).map(
  ([table, others]): GuardProof => ({
    guard: `trigger ${table}.${table}_keep_table`,
    promise: `${table} is never emptied, not even by its owner`,
    attack: `TRUNCATE ${table} CASCADE`,
    isHeld: { refusal: { code: KEPT, table } },
    alsoHeldBy: others.map((other) => `trigger ${other}.${other}_keep_table`),
  }),
);

/** What has happened stays, under its name. */
export const HISTORY_PROOFS: readonly GuardProof[] = [
  ...IDS,
  ...WHOLE_TABLES,
  {
    guard: 'trigger sessions.sessions_keep_rows',
    promise: 'a session is never deleted, not even by the owner of the table',
    attack: 'DELETE FROM sessions',
    isHeld: { refusal: { code: KEPT, table: 'sessions' } },
    alsoHeldBy: ['constraint session_events.session_events_session_id_fkey'],
  },
  {
    guard: 'trigger session_events.session_events_keep_rows',
    promise: 'an event is never deleted',
    attack: 'DELETE FROM session_events',
    isHeld: { refusal: { code: KEPT, table: 'session_events' } },
  },
  {
    guard: 'trigger payments.payments_keep_rows',
    promise: 'a payment is never deleted',
    arrange: PAYMENT,
    attack: 'DELETE FROM payments',
    isHeld: { refusal: { code: KEPT, table: 'payments' } },
  },
];
