import { SIGN_IN_USER_FIELDS, type SignInUser } from '@/lib/users/queries';
import type { PrismaClient } from '@/prisma/client/client';
import { hashToken } from './tokens';

export interface OpenedLink {
  user: SignInUser;
  nextPath: string | null;
}

/** Uses a link up and answers whom it signs in; null for one that is used, too old or none of ours. */
export async function consumeSignInLink(
  db: PrismaClient,
  { token, now }: { token: string; now: Date },
): Promise<OpenedLink | null> {
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
