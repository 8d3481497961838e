import { addDays, addHours } from 'date-fns';
import { setDatabaseTime } from '@/__tests__/support/database-time';
import { NOW } from '@/__tests__/support/factories';
import { fillTestDatabase, MANY_ROWS } from '@/__tests__/support/filled-database';
import { openMailbox, SENDER } from '@/__tests__/support/mail';
import {
  expectStatement,
  growingReadings,
  type RanStatement,
  readingsOf,
  watchStatements,
} from '@/__tests__/support/plans';
import { GET as runReminders } from '@/app/api/cron/reminders/route';
import { GET as runSessions } from '@/app/api/cron/sessions/route';
import { db } from '@/lib/db/client';
import type { People } from '@/scripts/time/people';

const CRON_SECRET = 'a secret of sixteen or more';
/** Postgres plans a function's statement for its values five times, and then perhaps for any values. */
const RUNS = 7;
const HOURS_BETWEEN_RUNS = 6;

const { current: mailbox } = openMailbox();
const { during } = watchStatements();
let people: People;

beforeAll(async () => {
  const mail = { RESEND_API_KEY: 're_test', RESEND_BASE_URL: mailbox().url, EMAIL_FROM: SENDER };
  Object.assign(process.env, { ...mail, CRON_SECRET });
  jest.useFakeTimers({ now: NOW, advanceTimers: true });
  people = await fillTestDatabase(db());
}, 120_000);

beforeEach(() => {
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
});

test('sessions that ops move, reassign, cancel and reopen', async () => {
  const { courseId } = people.crowded;
  const [first, second, third] = await db().tutoringSession.findMany({
    where: { courseId, status: 'scheduled', scheduledStart: { gt: addDays(NOW, 20) } },
    take: 3,
  });
  const other = await db().studentTeacher.findFirstOrThrow({
    where: { courseId, userId: { not: second?.teacherId ?? '' }, isActive: true },
  });
  const edit = (id: string | undefined, data: object) =>
    db().tutoringSession.update({ where: { id: id ?? '' }, data });
  const statements = await during(async () => {
    await edit(first?.id, { scheduledStart: addDays(NOW, 200) });
    await edit(second?.id, { stId: other.id });
    await edit(third?.id, { status: 'cancelled' });
    await edit(third?.id, { status: 'scheduled' });
    await edit(third?.id, { status: 'cancelled' });
  });
  expect(growingReadings(statements, MANY_ROWS)).toEqual([]);
});

// The mails about those sessions are due by now, so the first run sends them too.
test.each([
  ['reminders', runReminders, ['planned', 'sent']],
  ['sessions', runSessions, ['completed', 'released', 'purged']],
] as const)('the cron route for %s reads what is due and no more', async (_name, run, counts) => {
  const total: Record<string, number> = {};
  for (let turn = 1; turn <= RUNS; turn += 1) {
    const now = addHours(NOW, turn * HOURS_BETWEEN_RUNS);
    jest.setSystemTime(now);
    await setDatabaseTime(now);
    const statements = await during(async () => {
      const report: Record<string, number> = await callCron(run);
      for (const count of counts) total[count] = (total[count] ?? 0) + (report[count] ?? 0);
    });
    expect(growingReadings(statements, MANY_ROWS)).toEqual([]);
  }
  for (const count of counts) expect(total[count]).toBeGreaterThan(0);
});

async function callCron(run: (request: Request) => Promise<Response>) {
  const headers = { authorization: `Bearer ${CRON_SECRET}` };
  const response = await run(new Request('http://localhost/api/cron', { headers }));
  expect(response.status).toBe(200);
  return response.json();
}

test('deleting a user reads no other user’s rows', async () => {
  const { id } = people.student.viewer;
  const statements = await during(() => db().$executeRaw`SELECT anonymize_user(${id}::uuid)`);
  expectStatement(statements, 'UPDATE notifications');
  expect(growingReadings(statements, MANY_ROWS)).toEqual([]);
});

test('a scan of a whole table is detected, even inside a function', async () => {
  const noticed = async (text: string) => {
    const statements = await during(() => db().$executeRawUnsafe(text));
    return growingReadings(statements, MANY_ROWS).map(({ how, table }) => `${how} of ${table}`);
  };
  const byNote = `SELECT count(*) FROM sessions WHERE note = 'Loops'`;
  expect(await noticed(byNote)).toEqual(['Seq Scan of sessions']);
  expect(
    await noticed(`DO 'BEGIN PERFORM count(*) FROM payments WHERE amount_cents = 1; END'`),
  ).toEqual(['Seq Scan of payments']);
  const history = `SELECT count(note) FROM sessions WHERE student_id = '${people.busyStudent.viewer.id}'`;
  expect(await noticed(history)).toContainEqual(expect.stringMatching(/ of sessions$/));
  expect(await noticed(`SELECT 1 FROM sessions WHERE id = '${people.student.sessionId}'`)).toEqual(
    [],
  );
});

test('a page’s statements are seen one by one', async () => {
  const ran: RanStatement[] = await during(() => db().course.findMany({ take: 1 }));
  expect(ran).toHaveLength(1);
  expect(readingsOf(ran)).toEqual([]);
});
