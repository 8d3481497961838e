import type { GuardProof } from './proof';
import { ID } from './scene';

const UNIQUE_VIOLATION = '23505';

/** A row for the tables that the scene leaves empty. */
const ROWS: Readonly<Record<string, string>> = {
  users: '',
  courses: '',
  enrollments: '',
  student_teachers: '',
  sessions: '',
  calendar_claims: '',
  session_events: '',
  notifications: '',
  time_zones: '',
  availability: `INSERT INTO availability (user_id, day_of_week, start_time, end_time, timezone)
    VALUES (${ID.teacher}, 'monday', '09:00', '12:00', 'Europe/Berlin')`,
  availability_exceptions: `INSERT INTO availability_exceptions (user_id, kind, starts_at, ends_at)
    VALUES (${ID.teacher}, 'time_off', '2026-03-05T10:00Z', '2026-03-05T11:00Z')`,
  sign_in_links: `INSERT INTO sign_in_links (user_id, token_hash, created_at, expires_at)
    VALUES (${ID.student}, decode(repeat('ab', 32), 'hex'), '2026-03-02T10:00Z', '2026-03-02T10:10Z')`,
  calendar_feeds: `INSERT INTO calendar_feeds (user_id, token_hash)
    VALUES (${ID.student}, decode(repeat('ab', 32), 'hex'))`,
  payments: `INSERT INTO payments (session_id, stripe_checkout_id, amount_cents, currency)
    VALUES (${ID.session}, 'cs_1', 2500, 'usd')`,
  stripe_events: `INSERT INTO stripe_events (id, type) VALUES ('evt_1', 'checkout.session.completed')`,
  analytics_events: `INSERT INTO analytics_events (name, occurred_at, viewer_id, course_id, data)
    VALUES ('schedule_later', now(), ${ID.student}, ${ID.course}, jsonb_build_object('course_id', ${ID.course}))`,
  rate_limits: `INSERT INTO rate_limits (key, points) VALUES ('a key', 1)`,
};

/** Removes every other guard from a table, so that only the primary key is left. */
function leaveAlone(table: string): string {
  return `SET LOCAL session_replication_role = replica;
    DO $$
    DECLARE
      other record;
    BEGIN
      FOR other IN SELECT conname FROM pg_constraint
        WHERE conrelid = '${table}'::regclass AND contype IN ('u', 'x') LOOP
        EXECUTE format('ALTER TABLE ${table} DROP CONSTRAINT %I CASCADE', other.conname);
      END LOOP;
      FOR other IN SELECT indexrelid::regclass AS name FROM pg_index
        WHERE indrelid = '${table}'::regclass AND indisunique AND NOT indisprimary LOOP
        EXECUTE format('DROP INDEX %s CASCADE', other.name);
      END LOOP;
    END $$`;
}

/** A row is found by its key, and by no other row's: the same attack for every table. */
export const PRIMARY_KEYS: readonly GuardProof[] = Object.entries(ROWS).map(([table, row]) => ({
  guard: `constraint ${table}.${table}_pkey`,
  promise: `no two rows of ${table} have one key`,
  arrange: `${row}; ${leaveAlone(table)}`,
  attack: `INSERT INTO ${table} SELECT * FROM ${table} LIMIT 1`,
  isHeld: { refusal: { code: UNIQUE_VIOLATION, constraint: `${table}_pkey` } },
}));
