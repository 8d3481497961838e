import { Client } from 'pg';
import { applyMigrations } from '@/prisma/migrator';
import type { DatabaseUrls } from './environment';
import { letRolesSignIn } from './roles';

/** Brings the database to the newest migration and says what it did. */
export async function migrate({ owner, isOwn }: DatabaseUrls): Promise<void> {
  console.log('Looking for new migrations …');
  for (const name of await applyMigrations(owner)) console.log(`Applied ${name}.`);
  if (isOwn) await letRolesSignIn(owner);
}

/**
 * Writes the demo story into a database without users; one that has its own is left alone.
 * Resolves to whether the demo story is in the database.
 */
export async function seedOnce({ owner }: DatabaseUrls): Promise<boolean> {
  // Loaded late: the generated client may not exist when the script starts.
  const { createPrisma } = await import('@/lib/db/client');
  const { isSeeded, seedDemoStory } = await import('@/prisma/seed');
  const prisma = createPrisma(owner);
  try {
    if (await isSeeded(prisma)) return true;
    if ((await prisma.user.count()) > 0) return false;
    console.log('Writing the demo story …');
    await seedDemoStory(prisma, { now: new Date() });
    return true;
  } finally {
    await prisma.$disconnect();
  }
}

/**
 * Drops every table, type and function, Prisma's list of applied migrations included. The schema is then as
 * PostgreSQL makes it in a new database.
 */
export async function emptyDatabase({ owner }: DatabaseUrls): Promise<void> {
  const client = new Client({ connectionString: owner });
  await client.connect();
  try {
    await client.query(
      `DROP SCHEMA public CASCADE; CREATE SCHEMA public; GRANT USAGE ON SCHEMA public TO PUBLIC`,
    );
  } finally {
    await client.end();
  }
}
