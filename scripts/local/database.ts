import { Client } from 'pg';
import { applyMigrations } from '@/prisma/migrator';
import type { DemoLogin } from '@/prisma/seed/logins';
import type { DatabaseUrls } from './environment';
import { letRolesSignIn } from './roles';

/** Applies the pending migrations and prints their names. */
export async function migrate({ owner, isOwn }: DatabaseUrls): Promise<void> {
  console.log('Looking for new migrations …');
  for (const name of await applyMigrations(owner)) console.log(`Applied ${name}.`);
  if (isOwn) await letRolesSignIn(owner);
}

/**
 * Adds the demo data to a database without users; one with users is left alone.
 * Resolves to whether the demo data is in the database.
 */
export async function seedOnce({ owner }: DatabaseUrls): Promise<boolean> {
  // Imported late, because the generated client may not exist when the script starts.
  const { createPrisma } = await import('@/lib/db/client');
  const { isSeeded, seedDemoData } = await import('@/prisma/seed');
  const prisma = createPrisma(owner);
  try {
    if (await isSeeded(prisma)) return true;
    if ((await prisma.user.count()) > 0) return false;
    console.log('Adding the demo data …');
    await seedDemoData(prisma, { now: new Date() });
    return true;
  } finally {
    await prisma.$disconnect();
  }
}

/** The suggested logins, described as they are now; empty without the demo data. */
export async function findDemoLogins({ owner }: DatabaseUrls): Promise<DemoLogin[]> {
  const { createPrisma } = await import('@/lib/db/client');
  const { listDemoLogins } = await import('@/prisma/seed/logins');
  const prisma = createPrisma(owner);
  try {
    return await listDemoLogins(prisma, new Date());
  } finally {
    await prisma.$disconnect();
  }
}

/**
 * Drops every table, type and function, including Prisma's list of applied migrations. The schema is then as
 * in a new database.
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
