import { Client } from 'pg';
import { examine } from '@/scripts/doctor/examine';
import { ROLES } from '@/scripts/local/roles';

/** A transaction of the owner in which a test breaks an invariant and runs the doctor; it is rolled back. */
export function openDoctorTransaction() {
  let client: Client;

  beforeAll(async () => {
    client = new Client({ connectionString: process.env.DIRECT_DATABASE_URL });
    await client.connect();
  });
  afterAll(() => client.end());
  beforeEach(() => client.query('BEGIN'));
  afterEach(() => client.query('ROLLBACK'));

  return {
    query: <Row extends object>(statement: string, values: unknown[] = []) =>
      client.query<Row>(statement, values),
    /** Runs statements without triggers. */
    runWithoutTriggers: async (...statements: string[]) => {
      await client.query('SET LOCAL session_replication_role = replica');
      for (const statement of statements) await client.query(statement);
      await client.query('SET LOCAL session_replication_role = origin');
    },
    /** The checks of the doctor that found a problem, run as the application's role. */
    problems: async (readClock: () => number = Date.now) => {
      await client.query(`SET LOCAL ROLE ${ROLES.app}`);
      const findings = await examine(client, { readClock });
      await client.query('RESET ROLE');
      const found = findings.filter(({ count }) => count > 0);
      return Object.fromEntries(found.map(({ what, count, ids }) => [what, { count, ids }]));
    },
    /** The same as the owner. */
    problemsAsOwner: async () => {
      const findings = await examine(client, { readClock: Date.now });
      return findings.filter(({ count }) => count > 0).map(({ what }) => what);
    },
  };
}
