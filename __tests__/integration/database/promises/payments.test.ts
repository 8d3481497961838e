import { attackAs, readEverything } from '@/__tests__/support/attack';
import { arrangeAttackedScene } from '@/__tests__/support/attacked-scene';
import { findBrokenPromises } from '@/__tests__/support/broken-promises';
import { setDatabaseTime } from '@/__tests__/support/database-time';
import { ID } from '@/__tests__/support/guards/scene';
import { sql, sqlAsOwner } from '@/__tests__/support/plain-sql';

// A session with a price is paid, or has a waiver.

const UNPAID = 'PL004';

const HOLD = `INSERT INTO sessions (id, enrollment_id, st_id, scheduled_start, status)
  VALUES (${ID.added}, ${ID.pricedEnrollment}, ${ID.pricedSt}, '2026-03-06T15:00Z', 'pending_payment')`;
const change = (assignments: string) => `UPDATE sessions SET ${assignments} WHERE id = ${ID.added}`;
const CONFIRM = change(`status = 'scheduled'`);
const WAIVE = change(`status = 'scheduled', payment_waiver = 'Paid by invoice.'`);
const TAKE_BACK = change('payment_waiver = NULL');

const pay = (
  status: string,
) => `INSERT INTO payments (session_id, stripe_checkout_id, status, amount_cents, currency)
  VALUES (${ID.added}, 'cs_2', '${status}', 2500, 'usd')`;

beforeEach(async () => {
  await arrangeAttackedScene();
  await sqlAsOwner(HOLD);
});
afterEach(async () => expect(await findBrokenPromises()).toEqual([]));

describe.each(['ops', 'app'] as const)('as %s', (role) => {
  test.each([
    ['confirmed unpaid', CONFIRM, UNPAID],
    [
      'confirmed for nothing',
      change(`status = 'scheduled', price_cents = NULL, currency = NULL`),
      UNPAID,
    ],
    [
      'confirmed with an empty reason',
      change(`status = 'scheduled', payment_waiver = ''`),
      '23514',
    ],
    [
      'confirmed with a blank reason',
      change(`status = 'scheduled', payment_waiver = E' \\n\\t'`),
      '23514',
    ],
    ['completed unpaid', change(`status = 'completed', scheduled_start = database_now()`), '23514'],
    [
      'added as scheduled, unpaid',
      HOLD.replace('pending_payment', 'scheduled').replace(ID.added, ID.alsoAdded),
      UNPAID,
    ],
  ])('no hold is %s', async (_how, statement, code) => {
    const before = await readEverything();
    expect(await attackAs(role, statement)).toEqual([code]);
    expect(await readEverything()).toEqual(before);
  });

  test('a waiver cannot be removed from a live session, and without it a session cannot be reopened', async () => {
    expect(await attackAs(role, WAIVE, TAKE_BACK)).toEqual(['done', UNPAID]);
    const cancel = change(`status = 'cancelled'`);
    expect(await attackAs(role, cancel, TAKE_BACK, CONFIRM)).toEqual(['done', 'done', UNPAID]);
  });
});

test.each(['open', 'expired', 'refunded'] as const)(
  'a payment that is %s pays for nothing',
  async (status) => {
    await sqlAsOwner(pay(status));
    expect(await attackAs('app', CONFIRM)).toEqual([UNPAID]);
  },
);

test('a payment confirms its hold, and no other', async () => {
  await sqlAsOwner(HOLD.replace(ID.added, ID.alsoAdded).replace('06T', '07T'));
  await attackAs('app', pay('paid'));
  expect(await attackAs('app', CONFIRM.replace(ID.added, ID.alsoAdded), CONFIRM)).toEqual([
    UNPAID,
    'done',
  ]);
});

test('a lapsed hold cannot be confirmed without a payment', async () => {
  await setDatabaseTime(new Date('2026-03-02T10:35:00Z'));
  const expire = change(`status = 'expired'`);
  expect(await attackAs('ops', expire, CONFIRM, WAIVE)).toEqual(['done', UNPAID, 'done']);
});

test('a price stays what it was when the session was booked', async () => {
  await sql(
    'UPDATE courses SET price_per_session_cents = 9900 WHERE id = $1',
    ID.pricedCourse.slice(1, -1),
  );
  await sql(WAIVE);
  expect(await sql(`SELECT price_cents FROM sessions WHERE id = ${ID.added}`)).toEqual([
    { price_cents: 2500 },
  ]);
});
