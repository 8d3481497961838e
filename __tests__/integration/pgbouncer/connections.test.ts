import { Client } from 'pg';
import { describeWithPgBouncer, openPools } from '@/__tests__/support/through-pgbouncer';

const POOLS = 6;
const SERVER_CONNECTIONS = 4;
const STATEMENTS = 60;

describeWithPgBouncer('PgBouncer in transaction mode', () => {
  const pools = openPools(POOLS, SERVER_CONNECTIONS);

  test('sixty statements of six pools at once share four connections to the database', async () => {
    const answers = await Promise.all(
      Array.from(
        { length: STATEMENTS },
        (_, n) =>
          pools.nth(n).$queryRaw<{ pid: number }[]>`
          SELECT pg_backend_pid() AS pid FROM pg_sleep(0.01)`,
      ),
    );
    const pids = answers.flat().map(({ pid }) => pid);
    expect(pids).toHaveLength(STATEMENTS);
    expect(new Set(pids).size).toBe(SERVER_CONNECTIONS);
  });

  test('the timeouts of the role apply although no pool sets them', async () => {
    for (const pool of pools.all()) {
      expect(await pool.$queryRaw`SHOW statement_timeout`).toEqual([{ statement_timeout: '10s' }]);
    }
  });

  test('a connection that sets a timeout in its startup options is refused', async () => {
    const client = new Client({ connectionString: pools.url(), statement_timeout: 10_000 });
    const refused = expect(client.connect()).rejects;
    await refused.toThrow('unsupported startup parameter: statement_timeout');
  });
});
