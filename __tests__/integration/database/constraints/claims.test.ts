import { truncate } from '@/__tests__/support/database';
import {
  arrangePeers,
  book,
  OVERLAPS,
  TOUCHING,
} from '@/__tests__/support/guards/overlapping-sessions';
import type { Side } from '@/__tests__/support/interleaving';
import { sql } from '@/__tests__/support/plain-sql';

// No person is in two places, whatever they are there as.

const KINDS = [
  ['scheduled', 'scheduled'],
  ['pending_payment', 'scheduled'],
  ['scheduled', 'pending_payment'],
  ['pending_payment', 'pending_payment'],
] as const;

function run({ does, values = [] }: Side) {
  return sql(does, ...values);
}

beforeEach(truncate);

describe.each(KINDS)('of a session that is %s and one that is %s', (one, other) => {
  test.each(OVERLAPS)('"%s" at 15:00 excludes "%s" at %s: %s', async (first, second, clock) => {
    const parts = await arrangePeers();
    await run(book(parts[first], '15:00', one));
    await expect(run(book(parts[second], clock, other))).rejects.toMatchObject({
      code: '23P01',
      constraint: 'calendar_claims_no_person_in_two_places',
    });
  });

  test.each(TOUCHING)('"%s" at 15:00 touches "%s" at %s: %s', async (first, second, clock) => {
    const parts = await arrangePeers();
    await run(book(parts[first], '15:00', one));
    await run(book(parts[second], clock, other));
    expect(await sql('SELECT FROM calendar_claims')).toHaveLength(4);
  });
});
