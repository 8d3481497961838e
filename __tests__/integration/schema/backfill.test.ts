import { Client } from 'pg';
import { runBackfill } from '@/scripts/backfill/run-backfill';

const ROWS = 2_500;
const BATCH = `UPDATE numbers SET doubled = 2 * id
  WHERE id IN (SELECT id FROM numbers WHERE doubled IS NULL ORDER BY id LIMIT 1000)`;

let client: Client;

beforeEach(async () => {
  client = new Client({ connectionString: process.env.DIRECT_DATABASE_URL });
  await client.connect();
  await client.query('CREATE TEMP TABLE numbers (id integer PRIMARY KEY, doubled integer)');
  await client.query('INSERT INTO numbers SELECT generate_series(1, $1)', [ROWS]);
});
afterEach(() => client.end());

test('a backfill changes every row that needs it, in batches, and then ends', async () => {
  const batches: number[] = [];
  const rows = await runBackfill(client, {
    statement: BATCH,
    pauseMs: 0,
    onBatch: (soFar) => batches.push(soFar),
  });
  expect(rows).toBe(ROWS);
  expect(batches).toEqual([1_000, 2_000, 2_500]);
  expect((await client.query('SELECT FROM numbers WHERE doubled <> 2 * id')).rowCount).toBe(0);
});

test('a stopped backfill continues where it stopped', async () => {
  await client.query(BATCH);
  expect(await runBackfill(client, { statement: BATCH, pauseMs: 0 })).toBe(ROWS - 1_000);
});
