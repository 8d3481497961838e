import { truncate } from '@/__tests__/support/database';
import { setDatabaseTime } from '@/__tests__/support/database-time';
import { createEnrollment, createScene, createSession, NOW } from '@/__tests__/support/factories';
import { deliveries, dispatch, openMailbox } from '@/__tests__/support/mail';
import { describeWithPgBouncer, openPools } from '@/__tests__/support/through-pgbouncer';
import { createPool, db } from '@/lib/db/client';
import { consumeRateLimit } from '@/lib/http/rate-limits/consume-rate-limit';
import { RATE_LIMITS } from '@/lib/http/rate-limits/limits';
import { planDueReminders } from '@/lib/mail/plan-reminders';

const POOLS = 6;
const SESSIONS = 9;
const FIRST_START = new Date('2026-03-05T00:00:00Z');
const HOUR_MS = 3_600_000;
// The last session starts sixteen hours after the first, and its first reminder is due a day before.
const LEAD_OF_ALL_MS = (24 - (SESSIONS - 1) * 2) * HOUR_MS;

const { current: mailbox } = openMailbox();

describeWithPgBouncer('six pools over four connections to the database', () => {
  const pools = openPools(POOLS, 4);
  beforeEach(truncate);

  test('a person’s limit counts what they do at every instance together', async () => {
    const { times } = RATE_LIMITS.booking.person;
    const by = { person: 'a student', address: '192.0.2.1' };
    const instances = Array.from({ length: POOLS }, () => createPool(pools.url()));
    const outcomes = await Promise.all(
      Array.from({ length: Math.ceil(times / POOLS) + 1 }, () =>
        instances.map((instance) => consumeRateLimit(instance, 'booking', by)),
      ).flat(),
    );
    await Promise.all(instances.map((instance) => instance.end()));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(times);
  });

  /** Sessions with one ST, each of another student, one after another. */
  async function arrangeSessions(): Promise<string[]> {
    const { courseId, st } = await createScene();
    for (let index = 0; index < SESSIONS; index += 1) {
      const { id: enrollmentId } = await createEnrollment({ courseId });
      const scheduledStart = new Date(FIRST_START.getTime() + index * 2 * HOUR_MS);
      await createSession({ enrollmentId, stId: st.id, scheduledStart });
    }
    const people = await db().notification.findMany({
      where: { kind: 'session_booked' },
      select: { recipient: { select: { email: true } } },
    });
    return people.map(({ recipient }) => recipient.email).sort();
  }

  test('six dispatchers share the mails that are due, and none is even tried twice', async () => {
    const people = await arrangeSessions();
    const before = mailbox().requests();
    const reports = await Promise.all(
      pools.all().map((pool) => dispatch(NOW, mailbox(), { db: pool })),
    );
    expect(reports.reduce((sum, { sent }) => sum + sent, 0)).toBe(SESSIONS * 2);
    expect(mailbox().requests() - before).toBe(SESSIONS * 2);
    expect(deliveries(mailbox())).toEqual(people.map((email) => `session-booked to ${email}`));
  });

  test('six concurrent cron runs plan each reminder once', async () => {
    await arrangeSessions();
    await setDatabaseTime(new Date(FIRST_START.getTime() - LEAD_OF_ALL_MS));
    const planned = await Promise.all(pools.all().map(planDueReminders));
    expect(planned.reduce((sum, count) => sum + count, 0)).toBe(SESSIONS * 2);
    const where = { kind: 'session_reminder_24h' } as const;
    expect(await db().notification.count({ where })).toBe(SESSIONS * 2);
  });
});
