import { Client } from 'pg';
import { letDatabaseTimeRun } from '@/__tests__/support/database-time';
import { sourcesUrl } from '@/__tests__/support/test-databases';
import { readCatalog } from '@/prisma/catalog';
import { readSqlSources } from '@/prisma/sql-sources';
import { compareCatalogs } from '@/scripts/db-sql/compare-catalogs';
import { fingerprintsOf, readSnapshot } from '@/scripts/db-sql/snapshot';

// Three ways to say what the schema is, which agree: the migrations, schema.prisma with prisma/sql, and
// the snapshot that the doctor compares with.

async function catalogAt(url: string | undefined) {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await readCatalog(client);
  } finally {
    await client.end();
  }
}

test('the migrations lead to the snapshot', async () => {
  await letDatabaseTimeRun();
  const live = await catalogAt(process.env.DIRECT_DATABASE_URL);
  expect(compareCatalogs(readSnapshot().catalog, live)).toEqual([]);
  expect(Object.keys(live).length).toBeGreaterThan(400);
});

test('schema.prisma and prisma/sql lead to the snapshot', async () => {
  const built = await catalogAt(sourcesUrl());
  expect(compareCatalogs(readSnapshot().catalog, built)).toEqual([]);
});

test('no source has changed since the last migration: run npm run db:sql -- <name>', () => {
  const { beforeTables, afterTables } = readSqlSources();
  expect(fingerprintsOf([...beforeTables, ...afterTables])).toEqual(readSnapshot().sources);
});
