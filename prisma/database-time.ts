import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const CLOCK = join(process.cwd(), 'prisma/sql/functions/database_now.sql');

/** The statement that stops the database's clock at a moment, for the demo data and for tests. */
export function stopClockAt(moment: Date): string {
  return `CREATE OR REPLACE FUNCTION database_now() RETURNS timestamptz LANGUAGE sql STABLE AS $$
    SELECT timestamptz '${moment.toISOString()}'
  $$`;
}

/** The statement that lets the database's clock run again. */
export function runClock(): string {
  return readFileSync(CLOCK, 'utf8');
}
