import { attackAs, readEverything } from '@/__tests__/support/attack';
import { arrangeAttackedScene } from '@/__tests__/support/attacked-scene';
import { findBrokenPromises } from '@/__tests__/support/broken-promises';
import { setDatabaseTime } from '@/__tests__/support/database-time';
import { ID, START } from '@/__tests__/support/guards/scene';
import { sql } from '@/__tests__/support/plain-sql';

// A session that was agreed takes place once, or both people hear why not.

const CHECKED = '23514';
const TAKEN = '23P01';

const RUNNING = new Date('2026-03-05T15:30:00Z');
const ENDED = new Date('2026-03-05T16:00:00Z');

const setStatus = (status: string) =>
  `UPDATE sessions SET status = '${status}' WHERE id = ${ID.session}`;

/** Another student asks for the ST at a time of that day. */
const ask = (clock: string, status = 'scheduled') =>
  `INSERT INTO sessions (id, enrollment_id, st_id, scheduled_start, status)
   VALUES (${ID.added}, ${ID.otherEnrollment}, ${ID.st}, '2026-03-05T${clock}Z', '${status}')`;

const hold = (
  until: string,
) => `INSERT INTO sessions (id, enrollment_id, st_id, scheduled_start, status, hold_expires_at)
  VALUES (${ID.added}, ${ID.otherEnrollment}, ${ID.otherSt}, ${START}, 'pending_payment', ${until})`;
const extend = (until: string) =>
  `UPDATE sessions SET hold_expires_at = ${until} WHERE id = ${ID.added}`;

/** The recipients of pending cancellation emails. */
async function toldOfCancellation(): Promise<string[]> {
  const rows = await sql<{ name: string }>(
    `SELECT name FROM notifications JOIN users ON users.id = recipient_id
     WHERE kind = 'session-cancelled' AND status = 'pending' ORDER BY name`,
  );
  return rows.map(({ name }) => name);
}

beforeEach(arrangeAttackedScene);
afterEach(async () => expect(await findBrokenPromises()).toEqual([]));

describe.each(['ops', 'app'] as const)('as %s', (role) => {
  test.each(['completed', 'cancelled', 'no_show', 'expired'])(
    'no session begins as %s, not even twice at one hour',
    async (status) => {
      const before = await readEverything();
      const insert = ask('18:00', status);
      expect(await attackAs(role, insert, insert)).toEqual([CHECKED, CHECKED]);
      expect(await readEverything()).toEqual(before);
    },
  );

  test.each([
    ['completed before it starts', setStatus('completed')],
    ['missed before it starts', setStatus('no_show')],
    [
      'completed by moving it to an hour ago',
      `UPDATE sessions SET status = 'completed', scheduled_start = database_now() - interval '1 hour'`,
    ],
    [
      'moved into the past',
      `UPDATE sessions SET scheduled_start = database_now() - interval '1 hour'`,
    ],
    ['put off for ever', `UPDATE sessions SET scheduled_start = 'infinity'`],
    ['made a hold', setStatus('pending_payment')],
    ['made one that ran out', setStatus('expired')],
    [
      'added in the past',
      `INSERT INTO sessions (enrollment_id, st_id, scheduled_start)
      VALUES (${ID.otherEnrollment}, ${ID.otherSt}, '2020-01-01')`,
    ],
    ['a week long', `UPDATE sessions SET scheduled_end = scheduled_end + interval '7 days'`],
    [
      'over before it starts',
      `UPDATE sessions SET scheduled_end = scheduled_start - interval '1 hour'`,
    ],
  ])('no session is %s', async (_what, statement) => {
    const before = await readEverything();
    expect(await attackAs(role, statement)).toEqual([CHECKED]);
    expect(await readEverything()).toEqual(before);
  });

  test.each([
    ['is added with an end in ten years', [hold(`database_now() + interval '10 years'`)]],
    ['is added without an end', [hold(`'infinity'`)]],
    ['is extended by ten years', [hold('NULL'), extend(`database_now() + interval '10 years'`)]],
    ['is extended for ever', [hold('NULL'), extend(`'infinity'`)]],
    [
      'is ended at once',
      [hold('NULL'), `UPDATE sessions SET status = 'expired' WHERE id = ${ID.added}`],
    ],
    [
      'takes place',
      [hold('NULL'), `UPDATE sessions SET status = 'completed' WHERE id = ${ID.added}`],
    ],
  ])('no hold %s', async (_what, statements) => {
    expect((await attackAs(role, ...statements)).at(-1)).toBe(CHECKED);
  });
});

test.each(['completed', 'no_show', 'cancelled'])(
  'a session that is %s while it runs keeps its time until its end and the buffer after it',
  async (status) => {
    await setDatabaseTime(RUNNING);
    await sql(setStatus(status));
    expect(
      await attackAs('ops', ask('15:45'), ask('15:45', 'pending_payment'), ask('16:14')),
    ).toEqual([TAKEN, TAKEN, TAKEN]);
    expect(await attackAs('ops', ask('16:15'))).toEqual(['done']);
  },
);

test('cancelling a running session notifies both people, even if it was completed first', async () => {
  await setDatabaseTime(RUNNING);
  await sql(setStatus('completed'));
  await sql(setStatus('cancelled'));
  expect(await toldOfCancellation()).toEqual(['Ana Student', 'Theo Teacher']);
  expect(await attackAs('ops', ask('15:45'))).toEqual([TAKEN]);
  expect(await findBrokenPromises()).toEqual([]);
});

test.each([
  [
    'cut short',
    `scheduled_end = scheduled_end - interval '1 minute'`,
    ['scheduled', 'completed', 'cancelled'],
  ],
  ['given a shorter buffer', 'buffer_minutes = 0', ['scheduled', 'completed', 'cancelled']],
  [
    'moved',
    `status = 'scheduled', scheduled_start = scheduled_start + interval '1 day'`,
    ['completed', 'cancelled'],
  ],
])('a running session is not %s, whatever its status', async (_what, change, statuses) => {
  await setDatabaseTime(RUNNING);
  for (const status of statuses) {
    if (status !== 'scheduled') await sql(setStatus(status));
    const edit = `UPDATE sessions SET ${change} WHERE id = ${ID.session}`;
    expect({ status, outcome: await attackAs('ops', edit) }).toEqual({
      status,
      outcome: [CHECKED],
    });
  }
  expect(await attackAs('ops', ask('15:45'))).toEqual([TAKEN]);
});

test('a session that has ended cannot be extended into a later one', async () => {
  await setDatabaseTime(ENDED);
  const longer = `scheduled_end = database_now() + interval '10 minutes'`;
  for (const change of [longer, `status = 'completed', ${longer}`]) {
    expect(await attackAs('ops', `UPDATE sessions SET ${change} WHERE id = ${ID.session}`)).toEqual(
      [CHECKED],
    );
  }
  await sql(setStatus('completed'));
  const again = `UPDATE sessions SET status = 'scheduled', ${longer} WHERE id = ${ID.session}`;
  expect(await attackAs('ops', again)).toEqual([CHECKED]);
});

test('cancelling a session after its end, before the cron completes it, notifies nobody', async () => {
  await setDatabaseTime(ENDED);
  await sql(setStatus('cancelled'));
  expect(await toldOfCancellation()).toEqual([]);
});

test('a session that is cancelled before its start frees its time', async () => {
  await sql(setStatus('cancelled'));
  expect(await attackAs('ops', ask('15:45'))).toEqual(['done']);
});

test('reopening a session after its end notifies nobody', async () => {
  await setDatabaseTime(ENDED);
  await sql(setStatus('completed'));
  await sql(setStatus('cancelled'));
  expect(await toldOfCancellation()).toEqual([]);
  expect(await sql('SELECT sessions_used FROM enrollments WHERE sessions_used > 0')).toEqual([]);
});

test('a hold of a day is accepted, and cannot be extended when it is nearly over', async () => {
  const day = `database_now() + interval '24 hours'`;
  expect(await attackAs('ops', hold(day))).toEqual(['done']);
  await setDatabaseTime(new Date('2026-03-03T09:59:00Z'));
  expect(await attackAs('ops', extend(day))).toEqual([CHECKED]);
});
