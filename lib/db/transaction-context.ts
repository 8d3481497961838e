import type { Prisma } from '@/prisma/client/client';

/**
 * Sets the acting user for the rest of the transaction; session events record it. `actorId` is null for
 * the system. The database ignores it from other roles than the application's.
 */
export async function setActor(
  tx: Prisma.TransactionClient,
  actorId: string | null,
): Promise<void> {
  await tx.$executeRaw`SELECT set_actor(${actorId}::uuid)`;
}
