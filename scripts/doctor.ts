import { Client } from 'pg';
import { examine } from './doctor/examine';
import { tableOf } from './doctor/table';
import { loadEnvFiles, openDatabase } from './local/environment';
import { onEnd, runScript } from './local/lifecycle';

const CONNECTION_TIMEOUT_MS = 10_000;

/** Checks a live database against what the product promises. Reads only; ends with 1 on findings. */
runScript(async () => {
  loadEnvFiles();
  const client = new Client({
    connectionString: (await openDatabase()).app,
    connectionTimeoutMillis: CONNECTION_TIMEOUT_MS,
  });
  await client.connect().catch((error: unknown) => {
    throw new Error(`The database cannot be reached: ${error}`);
  });
  onEnd(() => client.end());
  // One snapshot for all checks: a booking between two of them is no finding.
  await client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
  // Not when connecting: a pooler refuses startup parameters.
  await client.query(`SET LOCAL statement_timeout = '60s'`);
  const findings = await examine(client, { readClock: Date.now });
  console.log(tableOf(findings));
  const found = findings.filter(({ count }) => count > 0);
  if (found.length > 0)
    throw new Error(`\n${found.length} of ${findings.length} checks found something.`);
  console.log(`\nAll ${findings.length} checks found nothing.`);
});
