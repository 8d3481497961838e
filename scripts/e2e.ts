import { randomBytes } from 'node:crypto';
import { migrate, seedOnce } from './local/database';
import { onEnd, runScript } from './local/lifecycle';
import { startNext } from './local/next-server';
import { findFreePort } from './local/ports';
import { runService } from './local/service';
import { startTemporaryPostgres } from './local/temporary-postgres';

/** Runs the browser tests against the production build and a database that ends with them. */
runScript(async () => {
  console.log('Starting PostgreSQL …');
  const postgres = await startTemporaryPostgres();
  onEnd(postgres.stop);
  const databaseUrl = postgres.urlOf('postgres');
  await migrate(databaseUrl);
  await seedOnce(databaseUrl);

  const port = await findFreePort();
  const baseUrl = `http://localhost:${port}`;
  await startNext('start', port, {
    ...process.env,
    DATABASE_URL: databaseUrl,
    DEMO_SIGN_IN: 'true',
    NEXTAUTH_SECRET: randomBytes(32).toString('base64'),
    NEXTAUTH_URL: baseUrl,
  });
  const options = ['test', ...process.argv.slice(2)];
  const env = { ...process.env, DATABASE_URL: databaseUrl, BASE_URL: baseUrl };
  const code = await runService('@playwright/test/cli', options, env);
  if (code !== 0) throw new Error('Not every browser test passed.');
});
