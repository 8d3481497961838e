import { findBrokenPromises } from '@/__tests__/support/broken-promises';
import { truncate } from '@/__tests__/support/database';
import { setDatabaseTime } from '@/__tests__/support/database-time';
import { createEnrollment, createScene, createSession, NOW } from '@/__tests__/support/factories';
import { ISOLATION_LEVELS, meet, type Side } from '@/__tests__/support/interleaving';
import { sql } from '@/__tests__/support/plain-sql';

// A lapsed hold is extended, confirmed, expired and replaced concurrently.

const START = new Date('2026-03-05T15:00:00Z');
const HOLD_ENDS = new Date('2026-03-02T10:35:00Z');

/** A hold that ran out a moment ago, and another student who wants its time. */
async function lapsedHold() {
  await setDatabaseTime(NOW);
  const { courseId, st, enrollment } = await createScene();
  const other = await createEnrollment({ courseId });
  const hold = await createSession({
    enrollmentId: enrollment.id,
    stId: st.id,
    scheduledStart: START,
    status: 'pending_payment',
    holdExpiresAt: HOLD_ENDS,
  });
  await setDatabaseTime(HOLD_ENDS);
  const edit = (as: Side['as'], does: string): Side => ({ as, does, values: [hold.id] });
  const book: Side = {
    as: 'app',
    does: 'INSERT INTO sessions (enrollment_id, st_id, scheduled_start) VALUES ($1, $2, $3)',
    values: [other.id, st.id, START],
  };
  return {
    book,
    extend: edit(
      'ops',
      `UPDATE sessions SET hold_expires_at = database_now() + interval '1 hour' WHERE id = $1`,
    ),
    confirm: edit(
      'app',
      `UPDATE sessions SET status = 'scheduled' WHERE id = $1 AND status = 'pending_payment'`,
    ),
    expire: edit(
      'app',
      `UPDATE sessions SET status = 'expired'
       WHERE id = $1 AND status = 'pending_payment' AND hold_expires_at <= database_now()`,
    ),
    async statuses() {
      const rows = await sql<{ status: string }>(
        'SELECT status FROM sessions ORDER BY created_at, id',
      );
      return rows.map(({ status }) => status);
    },
  };
}

beforeEach(truncate);
afterEach(async () => expect(await findBrokenPromises()).toEqual([]));

describe.each(ISOLATION_LEVELS)('at %s', (isolation) => {
  const isLate = (code: string) => (isolation === 'READ COMMITTED' ? code : '40001');

  test.each(['extend', 'confirm'] as const)(
    'a booking waits for an edit that keeps the time (%s), and is refused',
    async (edit) => {
      const scene = await lapsedHold();
      const met = await meet({ isolation, first: scene[edit], second: scene.book });
      expect(met).toEqual({ first: 'done', second: isLate('23P01'), waited: true });
      expect(await scene.statuses()).toHaveLength(1);
    },
  );

  test.each(['extend', 'confirm'] as const)(
    'neither is lost in a deadlock when both write their claims at once (%s)',
    async (edit) => {
      const scene = await lapsedHold();
      const met = await meet({
        isolation,
        first: scene[edit],
        second: scene.book,
        pausedAt: 'INSERT ON calendar_claims',
      });
      expect(met).toEqual({ first: 'done', second: isLate('23P01'), waited: true });
    },
  );

  test.each(['extend', 'confirm'] as const)(
    'an edit that would keep the time (%s) waits for the booking that has taken it, and is refused',
    async (edit) => {
      const scene = await lapsedHold();
      const met = await meet({ isolation, first: scene.book, second: scene[edit] });
      expect(met.first).toBe('done');
      expect(met.waited).toBe(true);
      expect(await scene.statuses()).toEqual(['expired', 'scheduled']);
    },
  );

  test('a hold that is confirmed while the cron would expire it is scheduled', async () => {
    const scene = await lapsedHold();
    const met = await meet({ isolation, first: scene.confirm, second: scene.expire });
    expect(met).toEqual({ first: 'done', second: isLate('done'), waited: true });
    expect(await scene.statuses()).toEqual(['scheduled']);
  });

  test('a hold that the cron is expiring cannot be confirmed at the same time', async () => {
    const scene = await lapsedHold();
    const met = await meet({ isolation, first: scene.expire, second: scene.confirm });
    expect(met).toEqual({ first: 'done', second: isLate('done'), waited: true });
    expect(await scene.statuses()).toEqual(['expired']);
  });

  test('a booking can take the time of a hold while the cron expires it', async () => {
    const scene = await lapsedHold();
    const met = await meet({ isolation, first: scene.expire, second: scene.book });
    expect(met).toMatchObject({ first: 'done', second: 'done', waited: true });
    expect(await scene.statuses()).toEqual(['expired', 'scheduled']);
  });
});
