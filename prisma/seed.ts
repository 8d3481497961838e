import type { PrismaClient } from './client/client';
import { PEOPLE } from './seed/people';
import { writeSessions } from './seed/write-sessions';
import { writeSetup } from './seed/write-setup';

const TRANSACTION = { timeout: 60_000 };

export async function isSeeded(prisma: PrismaClient): Promise<boolean> {
  return (await prisma.user.count({ where: { email: PEOPLE.priya.email } })) > 0;
}

/**
 * Writes the demo data, with dates relative to `now`, in one transaction.
 * Throws if the demo data exists already.
 */
export async function seedDemoData(prisma: PrismaClient, { now }: { now: Date }): Promise<void> {
  if (await isSeeded(prisma))
    throw new Error('This database already has the demo data. To start over: npm run db:reset');
  await prisma.$transaction(async (tx) => {
    await writeSessions(tx, await writeSetup(tx, now), now);
  }, TRANSACTION);
}
