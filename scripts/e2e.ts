import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import getPort from 'get-port';
import { migrate, seedOnce } from './local/database';
import { onEnd, runScript } from './local/lifecycle';
import { startNext } from './local/next-server';
import { urlForRole } from './local/roles';
import { runService } from './local/service';
import { startTemporaryPostgres } from './local/temporary-postgres';

const SERVER_LOG = 'test-results/server.log';

/** Runs the browser tests against the production build and a temporary database. */
runScript(async () => {
  console.log('Starting PostgreSQL …');
  const postgres = await startTemporaryPostgres();
  onEnd(postgres.stop);
  const owner = postgres.urlOf('postgres');
  const app = urlForRole(owner, 'app');
  const database = { owner, app, ops: urlForRole(owner, 'ops'), isOwn: true };
  await migrate(database);
  await seedOnce(database);

  const port = await getPort();
  const baseUrl = `http://localhost:${port}`;
  mkdirSync('test-results', { recursive: true });
  const settings = {
    ...process.env,
    DATABASE_URL: app,
    DEMO_SIGN_IN: 'true',
    DEMO_SITE: 'true',
    NEXTAUTH_SECRET: randomBytes(32).toString('base64'),
    NEXTAUTH_URL: baseUrl,
  };
  await startNext('start', port, settings, { logFile: SERVER_LOG });
  const options = ['test', ...process.argv.slice(2)];
  const { ops } = database;
  const urls = { DATABASE_URL: app, OPS_DATABASE_URL: ops, DIRECT_DATABASE_URL: owner };
  const env = { ...process.env, ...urls, BASE_URL: baseUrl };
  const code = await runService('@playwright/test/cli', options, env);
  if (code !== 0) throw new Error(`Some browser tests failed. Server log: ${SERVER_LOG}`);
});
