import { join } from 'node:path';
import { migrate } from './local/database';
import { loadEnvFiles, openDatabase } from './local/environment';
import { runScript } from './local/lifecycle';
import { findFreePort } from './local/ports';
import { runService } from './local/service';

const PREFERRED_PORT = 5555;
const MESSAGES = join(process.cwd(), 'scripts/local/studio-messages.cjs');

/** Prisma Studio on DATABASE_URL, as it is there, or on the project's own database, migrated. */
runScript(async () => {
  loadEnvFiles();
  const isOwn = !process.env.DATABASE_URL;
  const databaseUrl = await openDatabase();
  if (isOwn) await migrate(databaseUrl);
  const port = await findFreePort(PREFERRED_PORT);
  console.log(`Prisma Studio runs at http://localhost:${port}. Ctrl-C stops it.`);
  const options = ['--url', databaseUrl, '--port', `${port}`, '--browser', 'none'];
  const nodeOptions = `${process.env.NODE_OPTIONS ?? ''} --require ${JSON.stringify(MESSAGES)}`;
  const code = await runService('prisma/build/index.js', ['studio', ...options], {
    ...process.env,
    NODE_OPTIONS: nodeOptions,
  });
  throw new Error(`Prisma Studio ended by itself, with code ${code}.`);
});
