import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { runBackfill } from './backfill/run-backfill';
import { loadEnvFiles, openDatabase } from './local/environment';
import { onEnd, runScript } from './local/lifecycle';

const DIRECTORY = join(process.cwd(), 'prisma/backfills');
const PAUSE_MS = 50;

/** Runs prisma/backfills/<name>.sql as the owner, in batches, until no rows are left. */
runScript(async () => {
  const name = process.argv[2] ?? '';
  const path = join(DIRECTORY, `${name}.sql`);
  if (!/^\w+$/.test(name) || !existsSync(path)) {
    throw new Error(
      'Pass the name of a file in prisma/backfills: npm run db:backfill -- fill_the_column',
    );
  }
  loadEnvFiles();
  const client = new Client({ connectionString: (await openDatabase()).owner });
  await client.connect();
  onEnd(() => client.end());
  const rows = await runBackfill(client, {
    statement: readFileSync(path, 'utf8'),
    pauseMs: PAUSE_MS,
    onBatch: (sofar) => console.log(`${sofar} rows …`),
  });
  console.log(`Done: ${rows} rows.`);
});
