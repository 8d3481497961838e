import type { Prisma } from '@/prisma/client/client';

/**
 * Tells the database who writes and at what moment, for the rest of this transaction: its triggers
 * put both in the events they record. `actorId` is null for the system.
 */
export async function actAs(
  tx: Prisma.TransactionClient,
  { actorId, now }: { actorId: string | null; now: Date },
): Promise<void> {
  await tx.$executeRaw`
    SELECT set_config('peerloop.actor_id', ${actorId ?? ''}, true),
           set_config('peerloop.now', ${now.toISOString()}, true)`;
}
