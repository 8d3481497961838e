import { Client } from 'pg';
import { readSqlSources } from '@/prisma/sql-sources';
import { loadEnvFiles, openDatabase } from './local/environment';
import { onEnd, runScript } from './local/lifecycle';
import { ROLES } from './local/roles';

/**
 * Creates the two roles where the role that migrates may not, and gives them their privileges. Run it
 * with DIRECT_DATABASE_URL naming a role that may create roles and grant on the tables.
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
  console.log(`${Object.values(ROLES).join(' and ')} have their privileges.`);
  console.log("Let them sign in, each with a password of its own: ALTER ROLE … LOGIN PASSWORD '…'");
});
