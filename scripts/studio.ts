import { join } from 'node:path';
import { migrate } from './local/database';
import { loadEnvFiles, openDatabase } from './local/environment';
import { runScript } from './local/lifecycle';
import { findFreePort } from './local/ports';
import { runService } from './local/service';
import { listStartingPoints } from './local/studio/starting-points';

const PREFERRED_PORT = 5555;
const PRELOAD = join(process.cwd(), 'scripts/local/studio/preload.cjs');

/** Prisma Studio as ops, on the database that the environment names or on the project's own, migrated. */
runScript(async () => {
  loadEnvFiles();
  const database = await openDatabase();
  if (database.isOwn) await migrate(database);
  const port = await findFreePort(PREFERRED_PORT);
  console.log(`Prisma Studio runs at http://localhost:${port}. Ctrl-C stops it. Start from:`);
  for (const line of listStartingPoints(port)) console.log(`  ${line}`);
  const options = ['--url', database.ops, '--port', `${port}`, '--browser', 'none'];
  const nodeOptions = `${process.env.NODE_OPTIONS ?? ''} --require ${JSON.stringify(PRELOAD)}`;
  const code = await runService('prisma/build/index.js', ['studio', ...options], {
    ...process.env,
    NODE_OPTIONS: nodeOptions,
  });
  throw new Error(`Prisma Studio ended by itself, with code ${code}.`);
});
