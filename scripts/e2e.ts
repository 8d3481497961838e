import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { migrate, seedOnce } from './local/database';
import { onEnd, runScript } from './local/lifecycle';
import { startNext } from './local/next-server';
import { findFreePort } from './local/ports';
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
  const next = startNext('start', port, {
    ...process.env,
    DATABASE_URL: databaseUrl,
    DEMO_SIGN_IN: 'true',
    NEXTAUTH_SECRET: randomBytes(32).toString('base64'),
    NEXTAUTH_URL: baseUrl,
  });
  await next.ready;
  const code = await runPlaywright({ DATABASE_URL: databaseUrl, BASE_URL: baseUrl });
  if (code !== 0) throw new Error('Not every browser test passed.');
});

async function runPlaywright(env: Record<string, string>): Promise<number> {
  const cli = createRequire(join(process.cwd(), 'package.json')).resolve('@playwright/test/cli');
  const child = spawn(process.execPath, [cli, 'test', ...process.argv.slice(2)], {
    env: { ...process.env, ...env },
    stdio: 'inherit',
  });
  const [code] = await once(child, 'exit');
  return Number(code ?? 1);
}
