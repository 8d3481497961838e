import { truncate } from '@/__tests__/support/database';
import {
  arrangePeers,
  book,
  OVERLAPS,
  type PartName,
  TOUCHING,
} from '@/__tests__/support/guards/overlapping-sessions';
import { ISOLATION_LEVELS, meet } from '@/__tests__/support/interleaving';
import { sql, sqlAsOwner } from '@/__tests__/support/plain-sql';

// Nobody has two sessions at once, even with concurrent bookings.

const TAKEN = '23P01';

/** Disables the locks, so that only the constraint decides. */
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
    a: PartName,
    b: PartName,
    clock: string,
    ending: 'COMMIT' | 'ROLLBACK' = 'COMMIT',
  ) {
    const parts = await arrangePeers();
    const first = book(parts[a], '15:00', 'pending_payment');
    return meet({ isolation, first, second: book(parts[b], clock, 'scheduled'), ending });
  }

  test.each(OVERLAPS)('one succeeds: "%s" at 15:00, "%s" at %s: %s', async (a, b, clock) => {
    const met = await letMeet(a, b, clock);
    expect(met).toEqual({ first: 'done', second: TAKEN, waited: true });
    expect(await sql('SELECT FROM calendar_claims')).toHaveLength(2);
  });

  test.each(OVERLAPS)(
    'the second succeeds if the first is rolled back: "%s" at 15:00, "%s" at %s: %s',
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
