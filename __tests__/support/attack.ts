import { Client, DatabaseError } from 'pg';
import type { RoleName } from '@/scripts/local/roles';
import { sqlAsOwner } from './plain-sql';

const URLS = { app: 'DATABASE_URL', ops: 'OPS_DATABASE_URL' } as const;

/**
 * Runs statements one after the other on a new connection, as a person with a database tool would, and
 * continues after a refusal. Returns `done` or the SQLSTATE of the refusal for each. Temporary objects are
 * gone afterwards.
 */
export async function attackAs(role: RoleName, ...statements: string[]): Promise<string[]> {
  const client = new Client({ connectionString: process.env[URLS[role]] });
  await client.connect();
  const outcomes: string[] = [];
  try {
    for (const statement of statements) outcomes.push(await outcomeOf(client, statement));
  } finally {
    await client.end();
  }
  return outcomes;
}

async function outcomeOf(client: Client, statement: string): Promise<string> {
  try {
    await client.query(statement);
    return 'done';
  } catch (error) {
    if (error instanceof DatabaseError) return error.code ?? error.message;
    throw error;
  }
}

/** A row of any table, as JSON. */
export type AnyRow = Record<string, unknown>;

/** Every row of every table of this worker's database, by table. */
export async function readEverything(): Promise<Record<string, AnyRow[]>> {
  const tables = await sqlAsOwner<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY name`,
  );
  const queries = tables.map(
    ({ name }) => `SELECT '${name}' AS name,
      coalesce(jsonb_agg(to_jsonb(found) ORDER BY to_jsonb(found)::text), '[]') AS rows FROM ${name} AS found`,
  );
  const found = await sqlAsOwner<{ name: string; rows: AnyRow[] }>(queries.join(' UNION ALL '));
  return Object.fromEntries(found.map(({ name, rows }) => [name, rows]));
}
