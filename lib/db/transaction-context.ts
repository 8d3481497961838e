import type { Prisma } from '@/prisma/client/client';

/**
 * Tells the database who acts, for the rest of this transaction: the events it records name this
 * person. `actorId` is null for the system. Only the application's own role is believed.
 */
export async function setActor(
  tx: Prisma.TransactionClient,
  actorId: string | null,
): Promise<void> {
  await tx.$executeRaw`SELECT set_actor(${actorId}::uuid)`;
}
