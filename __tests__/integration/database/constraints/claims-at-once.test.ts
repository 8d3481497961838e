import { truncate } from '@/__tests__/support/database';
import {
  arrangePeers,
  book,
  type Cast,
  OVERLAPS,
  TOUCHING,
} from '@/__tests__/support/guards/overlapping-sessions';
import { ISOLATION_LEVELS, meet } from '@/__tests__/support/interleaving';
import { sql, sqlAsOwner } from '@/__tests__/support/plain-sql';

// No person is in two places, also when two bookings meet.

const TAKEN = '23P01';

/** Lets nobody wait for another person's booking, so that the constraint alone decides. */
async function setLocksOfPeople(action: 'ENABLE' | 'DISABLE'): Promise<void> {
  const triggers = await sqlAsOwner<{ tgname: string }>(
    `SELECT tgname FROM pg_trigger WHERE tgfoid = 'sessions_lock_people'::regproc`,
  );
  expect(triggers).not.toEqual([]);
  for (const { tgname } of triggers) {
    await sqlAsOwner(`ALTER TABLE sessions ${action} TRIGGER ${tgname}`);
  }
}

beforeEach(truncate);

describe.each(ISOLATION_LEVELS)('of two bookings at once, at %s', (isolation) => {
  async function letMeet(
    a: Cast,
    b: Cast,
    clock: string,
    ending: 'COMMIT' | 'ROLLBACK' = 'COMMIT',
  ) {
    const cast = await arrangePeers();
    const first = book(cast[a], '15:00', 'pending_payment');
    return meet({ isolation, first, second: book(cast[b], clock, 'scheduled'), ending });
  }

  test.each(OVERLAPS)('one succeeds: "%s" at 15:00, "%s" at %s: %s', async (a, b, clock) => {
    const met = await letMeet(a, b, clock);
    expect(met).toEqual({ first: 'done', second: TAKEN, waited: true });
    expect(await sql('SELECT FROM calendar_claims')).toHaveLength(2);
  });

  test.each(OVERLAPS)(
    'the second stands when the first is given up: "%s" at 15:00, "%s" at %s: %s',
    async (a, b, clock) => {
      const met = await letMeet(a, b, clock, 'ROLLBACK');
      expect(met).toEqual({ first: 'done', second: 'done', waited: true });
    },
  );

  test.each(TOUCHING)('both succeed: "%s" at 15:00, "%s" at %s: %s', async (a, b, clock) => {
    expect(await letMeet(a, b, clock)).toMatchObject({ first: 'done', second: 'done' });
  });

  describe('without the locks on people', () => {
    beforeEach(() => setLocksOfPeople('DISABLE'));
    afterEach(() => setLocksOfPeople('ENABLE'));

    test.each(OVERLAPS)('one succeeds: "%s" at 15:00, "%s" at %s: %s', async (a, b, clock) => {
      const met = await letMeet(a, b, clock);
      expect(met).toEqual({ first: 'done', second: TAKEN, waited: true });
    });
  });
});
