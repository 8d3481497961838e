import { findDebianPostgres } from './local/debian-postgres';
import { runScript } from './local/lifecycle';
import { runService } from './local/service';

const OLDEST_SUPPORTED = 15;
const ADVICE =
  'Run apt-get install postgresql, or set POSTGRES_BIN to the folder with initdb and pg_ctl';

/** Runs the integration tests on the installed PostgreSQL, to test the oldest supported version. Extra arguments go to Jest. */
runScript(async () => {
  const bin = process.env.POSTGRES_BIN || findDebianPostgres(OLDEST_SUPPORTED);
  if (!bin) throw new Error(`PostgreSQL is not installed. ${ADVICE}.`);
  console.log(`Running the integration tests on PostgreSQL from ${bin} …`);
  // A configured server would be used instead of a temporary one.
  const { TEST_DATABASE_URL: _, ...inherited } = process.env;
  const options = [...process.argv.slice(2), '--selectProjects', 'integration'];
  const code = await runService('jest/bin/jest', options, { ...inherited, POSTGRES_BIN: bin });
  if (code !== 0) throw new Error('Some integration tests failed.');
});
