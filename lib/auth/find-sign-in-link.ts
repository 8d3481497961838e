import type { PrismaClient } from '@/prisma/client/client';
import { hashToken } from './tokens';

/** Finds the user of a link without consuming it; null if it was used, has expired or is unknown. */
export async function findSignInLink(
  db: PrismaClient,
  { token, now }: { token: string; now: Date },
): Promise<{ name: string; email: string } | null> {
  const link = await db.signInLink.findUnique({
    where: { tokenHash: hashToken(token), usedAt: null, expiresAt: { gt: now } },
    select: { user: { select: { name: true, email: true } } },
  });
  return link?.user ?? null;
}
