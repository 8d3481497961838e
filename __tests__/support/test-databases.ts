import { randomBytes } from 'node:crypto';
import { Client, DatabaseError } from 'pg';

const DUPLICATE_DATABASE = '42P04';

/** The server that the tests of one run share, and what the names of its databases begin with. */
export interface TestServer {
  url: string;
  prefix: string;
}

/** The server of this run, as the setup has written it into the environment of every worker. */
export function currentServer(): TestServer {
  const { TEST_SERVER_URL: url, TEST_DATABASE_PREFIX: prefix } = process.env;
  if (!url || !prefix) throw new Error('The integration tests were started without their setup.');
  return { url, prefix };
}

/** Makes the database that the others are copied from, still empty, and returns its address. */
export async function createTemplate(server: TestServer): Promise<string> {
  await runOn(server, `CREATE DATABASE ${server.prefix}template`);
  return addressOf(server, 'template');
}

/** Makes the database that is built past the migrations, still empty, and returns its address. */
export async function createSourcesDatabase(server: TestServer): Promise<string> {
  await runOn(server, `CREATE DATABASE ${server.prefix}sources`);
  return addressOf(server, 'sources');
}

/** The address of the database that was built straight from schema.prisma and prisma/sql. */
export function sourcesUrl(): string {
  return addressOf(currentServer(), 'sources');
}

/** Copies the template for one worker, unless it has its copy already, and returns its address. */
export async function createWorkerDatabase(server: TestServer, worker: string): Promise<string> {
  const { prefix } = server;
  const created = runOn(server, `CREATE DATABASE ${prefix}${worker} TEMPLATE ${prefix}template`);
  await created.catch((error: unknown) => {
    if (!(error instanceof DatabaseError && error.code === DUPLICATE_DATABASE)) throw error;
  });
  return addressOf(server, worker);
}

/** Makes an empty database for one test, and returns its address. */
export async function createEmptyDatabase(server: TestServer): Promise<string> {
  const name = `empty_${randomBytes(6).toString('hex')}`;
  await runOn(server, `CREATE DATABASE ${server.prefix}${name}`);
  return addressOf(server, name);
}

export async function dropDatabases(server: TestServer): Promise<void> {
  const find = 'SELECT datname FROM pg_database WHERE starts_with(datname, $1)';
  const rows = await runOn(server, find, [server.prefix]);
  for (const { datname } of rows) await runOn(server, `DROP DATABASE ${datname} WITH (FORCE)`);
}

function addressOf({ url, prefix }: TestServer, name: string): string {
  return Object.assign(new URL(url), { pathname: `${prefix}${name}` }).href;
}

async function runOn({ url }: TestServer, sql: string, values: string[] = []) {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ datname: string }>(sql, values);
    return rows;
  } finally {
    await client.end();
  }
}
