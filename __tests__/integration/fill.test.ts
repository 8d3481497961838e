import { truncate } from '@/__tests__/support/database';
import { letDatabaseTimeRun } from '@/__tests__/support/database-time';
import { createUser } from '@/__tests__/support/factories';
import { sqlAsOwner } from '@/__tests__/support/plain-sql';
import { ROW_CHECKS } from '@/scripts/doctor/row-checks';
import { fillDatabase } from '@/scripts/fill/fill-database';
import { planFill } from '@/scripts/fill/fill-plan';

const SESSIONS = 10_000;

const fill = () => fillDatabase(process.env.DIRECT_DATABASE_URL ?? '', planFill(SESSIONS));

describe('a filled database', () => {
  beforeAll(async () => {
    await truncate();
    // The doctor goes by the clock on the wall.
    await letDatabaseTimeRun();
    await fill();
  }, 60_000);

  test('has the requested number of sessions, in every status', async () => {
    const rows = await sqlAsOwner<{ status: string; count: string }>(
      'SELECT status, count(*) FROM sessions GROUP BY status',
    );
    expect(rows.reduce((sum, { count }) => sum + Number(count), 0)).toBe(SESSIONS);
    expect(rows.map(({ status }) => status)).toEqual(
      expect.arrayContaining(['scheduled', 'completed', 'cancelled', 'no_show', 'expired']),
    );
  });

  test.each(ROW_CHECKS.map(({ what, query }) => [what, query] as const))(
    'gives the doctor nothing to find: %s',
    async (_what, query) => {
      expect(await sqlAsOwner(query)).toEqual([]);
    },
  );

  test('has no dangling reference, although foreign keys were not checked', async () => {
    const references = await sqlAsOwner<{ name: string; query: string }>(REFERENCES);
    expect(references.length).toBeGreaterThan(20);
    for (const { name, query } of references) {
      expect({ name, lost: await sqlAsOwner(query) }).toEqual({ name, lost: [] });
    }
  });

  test.each(Object.entries(whatTriggersKeep()))(
    'is as triggers leave it: %s',
    async (_what, query) => {
      expect(await sqlAsOwner(query)).toEqual([]);
    },
  );
});

test('a database with users is left unchanged', async () => {
  await truncate();
  await createUser();
  await expect(fill()).rejects.toThrow('The database has users, so nothing was written.');
  expect(await sqlAsOwner('SELECT FROM courses')).toEqual([]);
});

/** For each foreign key, a query for one row whose reference is not there. */
const REFERENCES = `
  SELECT conname AS name, format('SELECT * FROM %s AS own WHERE %s AND NOT EXISTS (SELECT FROM %s AS other WHERE %s) LIMIT 1',
    conrelid::regclass, string_agg(format('own.%I IS NOT NULL', own.attname), ' AND '), confrelid::regclass,
    string_agg(format('other.%I = own.%I', other.attname, own.attname), ' AND ')) AS query
  FROM pg_constraint CROSS JOIN unnest(conkey, confkey) AS key (own_column, other_column)
    JOIN pg_attribute AS own ON own.attrelid = conrelid AND own.attnum = own_column
    JOIN pg_attribute AS other ON other.attrelid = confrelid AND other.attnum = other_column
  WHERE contype = 'f' AND connamespace = 'public'::regnamespace GROUP BY pg_constraint.oid`;

/** Queries for what no doctor looks at: rows that are not as the triggers would have written them. */
function whatTriggersKeep(): Record<string, string> {
  return {
    uses_session: `SELECT id FROM sessions WHERE uses_session <> holds_time(status)`,
    'the last event is what the session is now': `
      SELECT sessions.id FROM sessions LEFT JOIN LATERAL (
        SELECT * FROM session_events WHERE session_id = sessions.id ORDER BY happened_at DESC, id DESC LIMIT 1
      ) AS last ON true
      WHERE (last.status, last.scheduled_start, last.scheduled_end, last.teacher_id, last.sequence) IS DISTINCT FROM
        (sessions.status, sessions.scheduled_start, sessions.scheduled_end, sessions.teacher_id, sessions.sequence)`,
    'events and mails are not from the future': `
      SELECT id FROM session_events WHERE happened_at > database_now()
      UNION ALL SELECT id FROM notifications WHERE greatest(due_at, created_at, sent_at) > database_now()
      UNION ALL SELECT id FROM analytics_events WHERE occurred_at > database_now()
      UNION ALL SELECT id FROM sessions WHERE greatest(created_at, timed_at) > database_now()`,
    'nobody is notified of a session before it is booked, or reminded after its start': `
      SELECT notifications.id FROM notifications JOIN sessions ON sessions.id = subject_id
      WHERE notifications.due_at < sessions.created_at OR kind::text LIKE '%reminder%' AND due_at > scheduled_start`,
    'what costs money was paid': `
      SELECT sessions.id FROM sessions WHERE price_cents IS NOT NULL AND status IN ('scheduled', 'completed', 'no_show')
        AND NOT EXISTS (SELECT FROM payments WHERE session_id = sessions.id AND payments.status = 'paid')`,
    'nobody was in two places': `
      SELECT id FROM (
        SELECT id, starts_at, lag(ends_at) OVER (PARTITION BY person ORDER BY starts_at) AS last_ends_at
        FROM (
          SELECT id, student_id AS person, scheduled_start AS starts_at, scheduled_end AS ends_at
          FROM sessions WHERE uses_session
          UNION ALL SELECT id, teacher_id, scheduled_start, scheduled_end + buffer_minutes * interval '1 minute'
          FROM sessions WHERE uses_session
        ) AS taken
      ) AS in_order WHERE starts_at < last_ends_at`,
    'nothing is kept that retention would have deleted': `
      SELECT id FROM notifications WHERE due_at < database_now() - interval '13 months'
      UNION ALL SELECT id FROM analytics_events WHERE occurred_at < database_now() - interval '13 months'`,
  };
}
