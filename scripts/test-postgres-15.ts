import { findDebianPostgres } from './local/debian-postgres';
import { runScript } from './local/lifecycle';
import { runService } from './local/service';

const OLDEST_SUPPORTED = 15;
const ADVICE =
  'Run apt-get install postgresql, or set POSTGRES_BIN to the folder that has initdb and pg_ctl';

/** Runs the integration tests on the oldest PostgreSQL we support. Further arguments go to Jest. */
runScript(async () => {
  const bin = process.env.POSTGRES_BIN || findDebianPostgres(OLDEST_SUPPORTED);
  if (!bin) throw new Error(`This machine has no PostgreSQL of its own. ${ADVICE}.`);
  console.log(`Running the integration tests on the PostgreSQL of ${bin} …`);
  // A server that is given would be used instead of the one that these programs start.
  const { TEST_DATABASE_URL: _, ...inherited } = process.env;
  const options = [...process.argv.slice(2), '--selectProjects', 'integration'];
  const code = await runService('jest/bin/jest', options, { ...inherited, POSTGRES_BIN: bin });
  if (code !== 0) throw new Error('Not every integration test passed.');
});
