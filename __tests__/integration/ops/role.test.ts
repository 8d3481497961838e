import { truncate } from '@/__tests__/support/database';
import { letDatabaseTimeRun } from '@/__tests__/support/database-time';
import { bookedSession, createOpenSt, daysFromNow, outcomeOf } from '@/__tests__/support/ops';
import { refusalOf, sql } from '@/__tests__/support/plain-sql';

// The role that Studio runs as can do every job, and switch nothing off.

const DENIED = '42501';

beforeAll(letDatabaseTimeRun);
beforeEach(truncate);

test('moving, reassigning and cancelling have all their consequences', async () => {
  const { id, courseId } = await bookedSession();
  const next = await createOpenSt(courseId, 'Nia Newcomer');
  await sql('UPDATE sessions SET scheduled_start = $2 WHERE id = $1', id, daysFromNow(8));
  await sql('UPDATE sessions SET st_id = $2 WHERE id = $1', id, next.id);
  await sql(`UPDATE sessions SET status = 'cancelled' WHERE id = $1`, id);
  const { taken, events } = await outcomeOf(id);
  expect(taken).toEqual([]);
  expect(events).toEqual(['booked', 'moved', 'reassigned', 'cancelled']);
});

test.each([
  'ALTER TABLE sessions DISABLE TRIGGER ALL',
  'ALTER TABLE calendar_claims DROP CONSTRAINT calendar_claims_no_person_in_two_places',
  'SET session_replication_role = replica',
  'TRUNCATE calendar_claims',
  'DROP TABLE session_events',
])('it is refused: %s', async (statement) => {
  expect(await refusalOf(statement)).toMatchObject({ code: DENIED });
});
