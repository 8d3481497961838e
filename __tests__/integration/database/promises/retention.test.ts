import { truncate } from '@/__tests__/support/database';
import { setDatabaseTime } from '@/__tests__/support/database-time';
import { createScene, createSession, NOW } from '@/__tests__/support/factories';
import { sql, sqlAsOwner } from '@/__tests__/support/plain-sql';
import { db } from '@/lib/db/client';
import { purgeExpiredRows, releasePastClaims } from '@/lib/db/retention';

// Rows are deleted at the end of their retention period, and not before.

/** How a row of each kind is made whose period began at a moment, called by a name. */
const KINDS: Record<string, { table: string; insert: string; names: string }> = {
  'sent or voided notifications': {
    table: 'notifications',
    names: 'message_id',
    insert: `INSERT INTO notifications (kind, subject_type, subject_id, recipient_id, version, status, due_at, message_id, last_error)
      SELECT 'session-booked', 'session', gen_random_uuid(), id, 0, 'sent', $1::timestamptz, $2, 'None.' FROM users LIMIT 1`,
  },
  'expired sign-in links': {
    table: 'sign_in_links',
    names: 'next_path',
    insert: `INSERT INTO sign_in_links (user_id, token_hash, created_at, expires_at, next_path)
      SELECT id, sha256(convert_to($2, 'UTF8')), $1::timestamptz - interval '10 minutes', $1, $2 FROM users LIMIT 1`,
  },
  'analytics events': {
    table: 'analytics_events',
    names: `data ->> 'error_type'`,
    insert: `INSERT INTO analytics_events (name, occurred_at, viewer_id, course_id, data)
      SELECT 'booking_failed', $1::timestamptz, student_id, course_id, jsonb_build_object('error_type', $2::text)
      FROM enrollments LIMIT 1`,
  },
  'Stripe events': {
    table: 'stripe_events',
    names: 'id',
    insert: `INSERT INTO stripe_events (id, type, received_at) VALUES ($2, 'any', $1::timestamptz)`,
  },
  'expired rate limits': {
    table: 'rate_limits',
    names: 'key',
    insert: `INSERT INTO rate_limits (key, points, expire)
      VALUES ($2, 1, extract(epoch FROM $1::timestamptz) * 1000)`,
  },
};

/** A row of a kind whose period ends so many milliseconds after the database's present moment. */
async function add(kind: string, name: string, millisecondsLeft: number): Promise<void> {
  const [begin] = await sqlAsOwner<{ moment: Date }>(
    `SELECT database_now() - period + make_interval(secs => $2::numeric / 1000) AS moment
     FROM retention_periods() WHERE what = $1`,
    kind,
    millisecondsLeft,
  );
  await sqlAsOwner(KINDS[kind]?.insert ?? '', begin?.moment, name);
}

async function left(kind: string): Promise<string[]> {
  const { table, names } = KINDS[kind] ?? {};
  const rows = await sqlAsOwner<{ name: string }>(
    `SELECT ${names} AS name FROM ${table} WHERE ${names} IS NOT NULL ORDER BY name`,
  );
  return rows.map(({ name }) => name);
}

const purge = (batchSize: number) =>
  db().$queryRaw<
    { what: string; purged: bigint }[]
  >`SELECT * FROM purge_expired_rows(${batchSize}::integer)`;

beforeEach(async () => {
  await truncate();
  await setDatabaseTime(NOW);
  await createScene();
});

test('exactly these kinds of rows have a retention period', async () => {
  const periods = await sql<{ what: string }>('SELECT what, period FROM retention_periods()');
  expect(periods.map(({ what }) => what).sort()).toEqual(Object.keys(KINDS).sort());
});

describe.each(Object.keys(KINDS))('%s', (kind) => {
  test('are deleted when their retention period ends, and not before', async () => {
    await add(kind, 'OVER', -1);
    await add(kind, 'ENDING', 0);
    await add(kind, 'YOUNG', 60_000);
    expect(await purgeExpiredRows(db())).toBe(1);
    expect(await left(kind)).toEqual(['ENDING', 'YOUNG']);
    await setDatabaseTime(new Date(NOW.getTime() + 1));
    expect(await purgeExpiredRows(db())).toBe(1);
    expect(await left(kind)).toEqual(['YOUNG']);
  });

  test('are deleted in batches, and the report has their number', async () => {
    for (const [index, name] of ['C', 'A', 'E', 'B', 'D'].entries())
      await add(kind, name, -1_000 - index);
    const counts = [];
    for (let run = 0; run < 4; run += 1) {
      const report = await purge(2);
      counts.push(report.find(({ what }) => what === kind)?.purged);
      expect(report.filter(({ what }) => what !== kind).every(({ purged }) => purged === 0n)).toBe(
        true,
      );
    }
    expect(counts).toEqual([2n, 2n, 1n, 0n]);
    expect(await left(kind)).toEqual([]);
  });
});

test.each(Object.keys(KINDS).filter((kind) => kind !== 'expired rate limits'))(
  'the oldest go first: %s',
  async (kind) => {
    for (const [name, age] of [
      ['B', 2],
      ['A', 3],
      ['C', 1],
    ] as const)
      await add(kind, name, -age);
    await purge(1);
    expect(await left(kind)).toEqual(['B', 'C']);
  },
);

test('pending and failed emails are kept; sent and voided ones are deleted', async () => {
  const kind = 'sent or voided notifications';
  const insert = KINDS[kind]?.insert ?? '';
  for (const status of ['pending', 'failed', 'voided', 'sent']) {
    const like = insert.replace(`'sent'`, `'${status}'`);
    await sqlAsOwner(like, new Date('2020-01-01T00:00:00Z'), status);
  }
  await purgeExpiredRows(db());
  expect(await left(kind)).toEqual(['failed', 'pending']);
});

test('a rate limit without an expiry is not purged', async () => {
  await sqlAsOwner(`INSERT INTO rate_limits (key, points) VALUES ('endless', 1)`);
  await purgeExpiredRows(db());
  expect(await left('expired rate limits')).toEqual(['endless']);
});

test('sessions, events and payments are never purged', async () => {
  const { enrollment, st } = await createScene();
  await createSession({
    enrollmentId: enrollment.id,
    stId: st.id,
    scheduledStart: new Date('2026-03-05T15:00:00Z'),
  });
  await setDatabaseTime(new Date('2099-01-01T00:00:00Z'));
  await purgeExpiredRows(db());
  expect(await sql('SELECT FROM sessions')).toHaveLength(1);
  expect(await sql('SELECT FROM session_events')).toHaveLength(1);
  expect(await sql('SELECT FROM notifications')).toHaveLength(2);
});

test('past claims are deleted: the student’s at the end, the teacher’s after the buffer', async () => {
  const { enrollment, st } = await createScene();
  const session = { enrollmentId: enrollment.id, stId: st.id };
  await createSession({ ...session, scheduledStart: new Date('2026-03-05T15:00:00Z') });
  await createSession({ ...session, scheduledStart: new Date('2026-03-06T15:00:00Z') });
  const releasedAt = async (clock: string) => {
    await setDatabaseTime(new Date(`2026-03-05T${clock}Z`));
    return releasePastClaims(db());
  };
  expect(await releasedAt('15:59:59.999')).toBe(0);
  expect(await releasedAt('16:00')).toBe(1);
  expect(await releasedAt('16:14:59.999')).toBe(0);
  expect(await releasedAt('16:15')).toBe(1);
  expect(await sql('SELECT DISTINCT session_id FROM calendar_claims')).toHaveLength(1);
});
