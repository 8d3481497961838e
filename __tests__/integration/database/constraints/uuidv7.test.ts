import { Client, type QueryResult } from 'pg';
import { sql, sqlAsOwner } from '@/__tests__/support/plain-sql';

// Ids rise in the order in which they are made: histories and keyset pages are read by id. PostgreSQL 18
// has a uuidv7() of its own; before, public.uuidv7() is the only one, and what it promises is the same.

const GENERATORS = [
  ['the uuidv7() that columns default to', 'uuidv7()'],
  ['our own uuidv7()', 'public.uuidv7()'],
] as const;

const UUIDV7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const MANY = 10_000;
const SECOND_MS = 1_000;

async function make(generator: string, count: number): Promise<string[]> {
  const rows = await sql<{ id: string }>(
    `SELECT ${generator}::text AS id FROM generate_series(1, $1::int)`,
    count,
  );
  return rows.map(({ id }) => id);
}

/** Makes ids in as many statements, which share a round trip so that several share a millisecond. */
async function makeOneByOne(generator: string, count: number): Promise<string[]> {
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    const results: unknown = await client.query(`SELECT ${generator}::text AS id;`.repeat(count));
    return (results as QueryResult<{ id: string }>[]).flatMap(({ rows }) =>
      rows.map(({ id }) => id),
    );
  } finally {
    await client.end();
  }
}

/** The first id that is not greater than the one before it. */
function findFall(ids: readonly string[]): [string, string] | null {
  for (const [index, id] of ids.entries()) {
    const before = ids[index - 1];
    // Lower-case hexadecimal sorts as the bytes do.
    if (before !== undefined && id <= before) return [before, id];
  }
  return null;
}

/** Milliseconds since 1970, as the id has them. */
function momentOf(id: string): number {
  return Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
}

describe.each(GENERATORS)('%s', (_name, generator) => {
  test('makes ids of version 7 with the variant of RFC 9562', async () => {
    for (const id of await make(generator, 100)) expect(id).toMatch(UUIDV7);
  });

  test('puts the server’s time into the id', async () => {
    const [made] = await sql<{ id: string; now_ms: number }>(
      `SELECT ${generator}::text AS id, (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS now_ms`,
    );
    const { id = '', now_ms = 0 } = made ?? {};
    expect(Math.abs(momentOf(id) - now_ms)).toBeLessThan(SECOND_MS);
  });

  test('rises within one statement, however many ids it makes', async () => {
    const ids = await make(generator, MANY);
    expect(findFall(ids)).toBeNull();
    expect(new Set(ids).size).toBe(MANY);
  });

  test('rises from one statement to the next, even within a millisecond', async () => {
    const ids = await makeOneByOne(generator, 2_000);
    expect(findFall(ids)).toBeNull();
    // Otherwise this would have shown only that the clock moves on.
    expect(new Set(ids.map(momentOf)).size).toBeLessThan(ids.length);
  });

  test('makes different ids on different connections at once', async () => {
    const batches = await Promise.all(Array.from({ length: 8 }, () => make(generator, MANY / 8)));
    for (const batch of batches) expect(findFall(batch)).toBeNull();
    expect(new Set(batches.flat()).size).toBe(MANY);
  });
});

test('our own uuidv7() keeps rising when its counter restarts', async () => {
  await sqlAsOwner(`SELECT setval('uuidv7_counter', seqmax - 1) FROM pg_sequence
    WHERE seqrelid = 'uuidv7_counter'::regclass`);
  const ids = await make('public.uuidv7()', 4);
  for (const id of ids) expect(id).toMatch(UUIDV7);
  expect(new Set(ids).size).toBe(4);
});

test('every id in the database defaults to uuidv7()', async () => {
  const defaults = await sql<{ column: string; value: string | null }>(
    `SELECT table_name || '.' || column_name AS column, column_default AS value
     FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name = 'id' AND data_type = 'uuid' AND is_updatable = 'YES'
       AND table_name IN (SELECT tablename FROM pg_tables WHERE schemaname = 'public')`,
  );
  expect(defaults.length).toBeGreaterThan(10);
  expect(defaults.filter(({ value }) => value !== 'uuidv7()')).toEqual([]);
});
