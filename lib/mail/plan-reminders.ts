import type { PrismaClient } from '@/prisma/client/client';

/**
 * Adds due reminders to the outbox, each once, and returns how many were added. Call it every minute:
 * reminders are not planned ahead.
 */
export async function planDueReminders(db: PrismaClient): Promise<number> {
  const [row] = await db.$queryRaw<{ planned: number }[]>`SELECT plan_due_reminders() AS planned`;
  return row?.planned ?? 0;
}
