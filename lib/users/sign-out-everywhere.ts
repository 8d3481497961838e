import type { PrismaClient } from '@/prisma/client/client';

/**
 * Ends every sign-in of the viewer, because their tokens carry the old version. A trigger voids their unused
 * sign-in links in the same transaction.
 */
export async function signOutEverywhere(
  db: PrismaClient,
  { viewer }: { viewer: { id: string } },
): Promise<void> {
  await db.user.update({
    where: { id: viewer.id },
    data: { sessionVersion: { increment: 1 } },
    select: { id: true },
  });
}
