import { attackAs, readEverything } from '@/__tests__/support/attack';
import { arrangeAttackedScene } from '@/__tests__/support/attacked-scene';
import { sql, sqlAsOwner } from '@/__tests__/support/plain-sql';

// An email is sent once. Ops can only retry failed ones.

const RESTRICTED = '23001';
const NO_PRIVILEGE = '42501';

const setAll = (status: string) => `UPDATE notifications SET status = '${status}'`;

/** As the dispatcher leaves them. */
const FAIL = `UPDATE notifications SET status = 'failed', attempts = 8, last_error = 'Refused.',
  first_attempted_at = database_now(), next_attempt_at = database_now()`;

beforeEach(arrangeAttackedScene);

describe('as ops', () => {
  test.each([
    ['pending', ['sent', 'voided', 'failed']],
    ['sent', ['pending', 'voided', 'failed']],
    ['voided', ['pending', 'sent', 'failed']],
    ['failed', ['sent', 'voided']],
  ])('mail that is %s becomes none of %j', async (status, others) => {
    await sqlAsOwner(`UPDATE notifications SET last_error = 'Refused.'`);
    await sqlAsOwner(setAll(status));
    const before = await readEverything();
    expect(await attackAs('ops', ...others.map(setAll))).toEqual(others.map(() => RESTRICTED));
    expect(await readEverything()).toEqual(before);
  });

  test('a failed email can be sent again, once, with all its attempts', async () => {
    await sqlAsOwner(FAIL);
    expect(await attackAs('ops', setAll('pending'), setAll('pending'))).toEqual([
      'done',
      RESTRICTED,
    ]);
    const rows = await sql(
      `SELECT DISTINCT status, attempts, first_attempted_at, next_attempt_at, last_error FROM notifications`,
    );
    expect(rows).toEqual([
      {
        status: 'pending',
        attempts: 0,
        first_attempted_at: null,
        next_attempt_at: null,
        last_error: 'Refused.',
      },
    ]);
  });

  test('a sent email cannot be deleted to be sent again', async () => {
    await sqlAsOwner(setAll('sent'));
    const before = await readEverything();
    const outcomes = await attackAs(
      'ops',
      'CREATE TEMP TABLE kept AS SELECT * FROM notifications',
      'DELETE FROM notifications',
      'INSERT INTO notifications SELECT * FROM kept',
      `INSERT INTO notifications (kind, subject_type, subject_id, recipient_id, version, due_at)
       SELECT kind, subject_type, subject_id, recipient_id, version + 1, due_at FROM kept`,
    );
    expect(outcomes).toEqual(['done', NO_PRIVILEGE, NO_PRIVILEGE, NO_PRIVILEGE]);
    expect(await readEverything()).toEqual(before);
  });

  test('ops cannot postpone an email, not even together with its status', async () => {
    await sqlAsOwner(FAIL);
    const before = await readEverything();
    const later = `now() + interval '10 years'`;
    const outcomes = await attackAs(
      'ops',
      `UPDATE notifications SET due_at = ${later}`,
      `UPDATE notifications SET status = 'pending', next_attempt_at = ${later}`,
      `UPDATE notifications SET last_error = NULL`,
    );
    expect(outcomes).toEqual(outcomes.map(() => NO_PRIVILEGE));
    expect(await readEverything()).toEqual(before);
  });
});

test('the application changes emails only through the functions for that', async () => {
  const before = await readEverything();
  const outcomes = await attackAs(
    'app',
    setAll('sent'),
    setAll('pending'),
    'DELETE FROM notifications',
  );
  expect(outcomes).toEqual(outcomes.map(() => NO_PRIVILEGE));
  expect(await readEverything()).toEqual(before);
});

test('an email without a lease cannot be recorded as sent', async () => {
  const before = await readEverything();
  const record = `SELECT record_delivery(id, now(), 'sent', 0, NULL, NULL, NULL) FROM notifications`;
  expect(await attackAs('app', record)).toEqual(['done']);
  expect(await readEverything()).toEqual(before);
});
