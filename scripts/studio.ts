import { join } from 'node:path';
import getPort from 'get-port';
import { migrate } from './local/database';
import { loadEnvFiles, openDatabase } from './local/environment';
import { runScript } from './local/lifecycle';
import { runService } from './local/service';
import { listStartingPoints } from './local/studio/starting-points';

const PREFERRED_PORT = 5555;
const PRELOAD = join(process.cwd(), 'scripts/local/studio/preload.cjs');

/** Runs Prisma Studio as ops, on the configured database or the project's own. */
runScript(async () => {
  loadEnvFiles();
  const database = await openDatabase();
  if (database.isOwn) await migrate(database);
  const port = await getPort({ port: PREFERRED_PORT });
  console.log(`Prisma Studio is running at http://localhost:${port}. Stop: Ctrl-C. Start with:`);
  for (const line of listStartingPoints(port)) console.log(`  ${line}`);
  const options = ['--url', database.ops, '--port', `${port}`, '--browser', 'none'];
  const nodeOptions = `${process.env.NODE_OPTIONS ?? ''} --require ${JSON.stringify(PRELOAD)}`;
  const code = await runService('prisma/build/index.js', ['studio', ...options], {
    ...process.env,
    NODE_OPTIONS: nodeOptions,
  });
  throw new Error(`Prisma Studio exited with code ${code}.`);
});
