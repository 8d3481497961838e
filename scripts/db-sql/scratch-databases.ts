import { Client } from 'pg';
import { type Catalog, readCatalog } from '@/prisma/catalog';
import { readSqlSources } from '@/prisma/sql-sources';
import { diffTables } from '@/prisma/table-ddl';

/** Creates an empty database on the server of `adminUrl` and returns its URL. */
export async function createDatabase(adminUrl: string, name: string): Promise<string> {
  await withClient(adminUrl, (client) => client.query(`CREATE DATABASE ${name}`));
  return Object.assign(new URL(adminUrl), { pathname: name }).href;
}

/** Creates the schema directly from schema.prisma and prisma/sql, without migrations. */
export async function applySources(databaseUrl: string, schema: string): Promise<void> {
  const { beforeTables, afterTables } = readSqlSources();
  const tables = await diffTables(databaseUrl, { from: '', to: schema });
  const texts = [...beforeTables.map(({ text }) => text), tables];
  const all = [
    'SET check_function_bodies = off;',
    ...texts,
    ...afterTables.map(({ text }) => text),
  ];
  await withClient(databaseUrl, (client) => client.query(all.join('\n')));
}

export function catalogOf(databaseUrl: string): Promise<Catalog> {
  return withClient(databaseUrl, readCatalog);
}

async function withClient<T>(url: string, use: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}
