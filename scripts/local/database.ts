import { Client } from 'pg';
import { applyMigrations } from '@/prisma/migrator';

/** Brings the database to the newest migration and says what it did. */
export async function migrate(databaseUrl: string): Promise<void> {
  console.log('Looking for new migrations …');
  for (const name of await applyMigrations(databaseUrl)) console.log(`Applied ${name}.`);
}

/**
 * Writes the demo story into a database without users; one that has its own is left alone.
 * Resolves to whether the demo story is in the database.
 */
export async function seedOnce(databaseUrl: string): Promise<boolean> {
  // Loaded late: the generated client may not exist when the script starts.
  const { createPrisma } = await import('@/lib/db');
  const { isSeeded, seedDemoStory } = await import('@/prisma/seed');
  const prisma = createPrisma(databaseUrl);
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

/** Drops every table, type and function, Prisma's list of applied migrations included. */
export async function emptyDatabase(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
  } finally {
    await client.end();
  }
}
