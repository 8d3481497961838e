import { Client } from 'pg';
import { examine } from './doctor/examine';
import { tableOf } from './doctor/table';
import { loadEnvFiles, openDatabase } from './local/environment';
import { onEnd, runScript } from './local/lifecycle';

const CONNECTION_TIMEOUT_MS = 10_000;

/** Checks the invariants of a live database. Read-only. Exits with 1 if it finds a problem. */
runScript(async () => {
  loadEnvFiles();
  const client = new Client({
    connectionString: (await openDatabase()).app,
    connectionTimeoutMillis: CONNECTION_TIMEOUT_MS,
  });
  await client.connect().catch((error: unknown) => {
    throw new Error(`Cannot connect to the database: ${error}`);
  });
  onEnd(() => client.end());
  // One snapshot for all checks, so that a concurrent booking is not reported as a problem.
  await client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
  // Not at connection time, because a pooler refuses startup parameters.
  await client.query(`SET LOCAL statement_timeout = '60s'`);
  const findings = await examine(client, { readClock: Date.now });
  console.log(tableOf(findings));
  const found = findings.filter(({ count }) => count > 0);
  if (found.length > 0)
    throw new Error(`\n${found.length} of ${findings.length} checks found something.`);
  console.log(`\nAll ${findings.length} checks found nothing.`);
});
