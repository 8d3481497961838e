import { Client } from 'pg';
import { readSqlSources } from '@/prisma/sql-sources';
import { loadEnvFiles, openDatabase } from './local/environment';
import { onEnd, runScript } from './local/lifecycle';
import { ROLES } from './local/roles';

/**
 * Creates the two roles and grants their privileges, for when the migrating role cannot create roles. Run it
 * with a DIRECT_DATABASE_URL whose role can create roles and grant on the tables.
 */
runScript(async () => {
  loadEnvFiles();
  const client = new Client({ connectionString: (await openDatabase()).owner });
  await client.connect();
  onEnd(() => client.end());
  client.on('notice', ({ message }) => console.log(message));
  const { afterTables } = readSqlSources();
  for (const { text } of afterTables.filter(({ kind }) => kind === 'roles')) {
    await client.query(text);
  }
  console.log(`${Object.values(ROLES).join(' and ')} are up to date.`);
  console.log("To let them log in, give each its own password: ALTER ROLE … LOGIN PASSWORD '…'");
});
