import { db } from '@/lib/db';

let truncateEverything: string | undefined;

/** Empties every table of this worker's database. Call it before each test that writes. */
export async function truncate(): Promise<void> {
  truncateEverything ??= await composeTruncate();
  await db().$executeRawUnsafe(truncateEverything);
}

async function composeTruncate(): Promise<string> {
  const rows = await db().$queryRaw<{ name: string }[]>`
    SELECT format('%I', tablename) AS name FROM pg_tables
    WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`;
  return `TRUNCATE ${rows.map(({ name }) => name).join(', ')}`;
}
