import { Client } from 'pg';
import { truncate } from '@/__tests__/support/database';
import { ahead, bookedSession, createOpenSt, outcomeOf } from '@/__tests__/support/ops';
import { sql } from '@/__tests__/support/plain-sql';

// The role that docs/operations.md makes for Studio: it can do every job, and switch nothing off.

const ROLE = `ops_of_test_${process.pid}`;
const DENIED = '42501';

let client: Client;

beforeAll(async () => {
  await sql(`CREATE ROLE ${ROLE}`);
  await sql(`GRANT USAGE ON SCHEMA public TO ${ROLE}`);
  await sql(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${ROLE}`);
  client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  await client.query(`SET SESSION AUTHORIZATION ${ROLE}`);
});
afterAll(async () => {
  await client.query('RESET SESSION AUTHORIZATION');
  await client.query(`DROP OWNED BY ${ROLE}`);
  await client.query(`DROP ROLE ${ROLE}`);
  await client.end();
});
beforeEach(truncate);

test('it moves, reassigns and cancels, and all that follows is done', async () => {
  const { id, courseId } = await bookedSession();
  const next = await createOpenSt(courseId, 'Nia Newcomer');
  await client.query('UPDATE sessions SET scheduled_start = $2 WHERE id = $1', [id, ahead(8)]);
  await client.query('UPDATE sessions SET st_id = $2 WHERE id = $1', [id, next.id]);
  await client.query(`UPDATE sessions SET status = 'cancelled' WHERE id = $1`, [id]);
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
])('it is not let: %s', async (statement) => {
  await expect(client.query(statement)).rejects.toMatchObject({ code: DENIED });
});
