import { Client } from 'pg';
import { examine } from '@/scripts/doctor/examine';
import { readLiveSchema } from '@/scripts/doctor/live-schema';
import { readPromisedSchema } from '@/scripts/doctor/promised-schema';

// What the database is made of, taken away piece by piece.

let client: Client;

beforeAll(async () => {
  client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
});
afterAll(() => client.end());
beforeEach(() => client.query('BEGIN'));
afterEach(() => client.query('ROLLBACK'));

async function complaints(): Promise<Record<string, string[]>> {
  const found = (await examine(client, { readClock: Date.now })).filter(({ count }) => count > 0);
  return Object.fromEntries(found.map(({ what, ids }) => [what, ids]));
}

test('what the migrations promise is read as what they make, no more and no less', async () => {
  const promised = readPromisedSchema();
  const live = await readLiveSchema(client);
  expect(promised.migrations).toEqual([...live.migrations].sort());
  expect([...promised.constraints].sort()).toEqual([...live.constraints].sort());
  expect([...promised.triggers].sort()).toEqual([...live.triggers].sort());
  expect(promised.functions).toEqual(live.functions);
  expect(live.idle).toEqual(new Set());
});

const CONSTRAINTS = 'Constraints that are missing or not enforced';
const TRIGGERS = 'Triggers that are missing or disabled';

test.each([
  [
    'ALTER TABLE calendar_claims DROP CONSTRAINT calendar_claims_no_person_in_two_places',
    CONSTRAINTS,
    'calendar_claims.calendar_claims_no_person_in_two_places is missing',
  ],
  [
    'ALTER TABLE sessions DROP CONSTRAINT sessions_hold_has_an_end',
    CONSTRAINTS,
    'sessions.sessions_hold_has_an_end is missing',
  ],
  [
    `ALTER TABLE sessions DROP CONSTRAINT sessions_start_is_before_end,
       ADD CONSTRAINT sessions_start_is_before_end CHECK (scheduled_start < scheduled_end) NOT ENFORCED`,
    CONSTRAINTS,
    'sessions.sessions_start_is_before_end is not enforced',
  ],
  [
    'DROP INDEX notifications_session_id_recipient_id_kind_sequence_key',
    CONSTRAINTS,
    'notifications.notifications_session_id_recipient_id_kind_sequence_key is missing',
  ],
  [
    'ALTER TABLE sessions DISABLE TRIGGER sessions_3_claim_on_update',
    TRIGGERS,
    'sessions.sessions_3_claim_on_update is disabled',
  ],
  [
    'ALTER TABLE sessions ENABLE REPLICA TRIGGER sessions_4_record',
    TRIGGERS,
    'sessions.sessions_4_record is disabled',
  ],
  ['DROP TRIGGER sessions_are_kept ON sessions', TRIGGERS, 'sessions.sessions_are_kept is missing'],
  [
    'CREATE OR REPLACE FUNCTION sessions_claim() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$',
    'Functions that are missing or changed',
    'sessions_claim is changed',
  ],
  [
    `DELETE FROM _prisma_migrations WHERE migration_name = '20261122140000_sentences'`,
    'Migrations that are not applied',
    '20261122140000_sentences is missing',
  ],
  ['SET LOCAL session_replication_role = replica', 'Connections that skip triggers', 'replica'],
])('%s', async (statement, what, name) => {
  await client.query(statement);
  expect(await complaints()).toEqual({ [what]: [name] });
});

test('all triggers of a table, those of its foreign keys too', async () => {
  await client.query('ALTER TABLE payments DISABLE TRIGGER ALL');
  expect(await complaints()).toEqual({
    [CONSTRAINTS]: ['payments.payments_session_id_fkey is not enforced'],
    [TRIGGERS]: ['payments.payments_1_explain_checks is disabled'],
  });
});

test('a database that is not ours is told so, check by check', async () => {
  await client.query('ALTER SCHEMA public RENAME TO elsewhere');
  await client.query('CREATE SCHEMA public');
  const found = await complaints();
  expect(found['Holds that ran out']).toEqual(['relation "sessions" does not exist']);
  expect(found['Migrations that are not applied']).toHaveLength(3);
  expect(found[TRIGGERS]?.[0]).toMatch(/ is missing$/);
});
