import type { PrismaClient } from '@/prisma/client/client';

/**
 * Puts the reminders that have come due into the outbox, each once, and answers how many were new.
 * Call it every minute: a reminder is not planned before its moment.
 */
export async function planDueReminders(db: PrismaClient): Promise<number> {
  const [row] = await db.$queryRaw<{ planned: number }[]>`SELECT plan_due_reminders() AS planned`;
  return row?.planned ?? 0;
}
