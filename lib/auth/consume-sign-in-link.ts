import type { Viewer } from '@/lib/users/queries';
import type { PrismaClient } from '@/prisma/client/client';
import { hashToken } from './tokens';

export interface OpenedLink {
  user: Viewer;
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
      user: { select: { id: true, name: true, email: true, avatarUrl: true, timezone: true } },
    },
  });
  return link ?? null;
}
