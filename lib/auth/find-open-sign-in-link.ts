import type { PrismaClient } from '@/prisma/client/client';
import { hashToken } from './tokens';

/** Whom a link would sign in; null for one that is used, too old or none of ours. Leaves it unused. */
export async function findOpenSignInLink(
  db: PrismaClient,
  { token, now }: { token: string; now: Date },
): Promise<{ name: string; email: string } | null> {
  const link = await db.signInLink.findUnique({
    where: { tokenHash: hashToken(token), usedAt: null, expiresAt: { gt: now } },
    select: { user: { select: { name: true, email: true } } },
  });
  return link?.user ?? null;
}
