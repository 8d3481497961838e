import { SIGN_IN_USER_FIELDS, type SignInUser } from '@/lib/users/queries';
import type { PrismaClient } from '@/prisma/client/client';
import { hashToken } from './tokens';

export interface ConsumedLink {
  user: SignInUser;
  nextPath: string | null;
}

/** Consumes a link and returns its user; null if it was used, has expired or is unknown. */
export async function consumeSignInLink(
  db: PrismaClient,
  { token, now }: { token: string; now: Date },
): Promise<ConsumedLink | null> {
  const [link] = await db.signInLink.updateManyAndReturn({
    where: { tokenHash: hashToken(token), usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
    select: {
      nextPath: true,
      user: { select: SIGN_IN_USER_FIELDS },
    },
  });
  return link ?? null;
}
