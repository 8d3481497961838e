import { millisecondsInMinute } from 'date-fns/constants';
import { findUserByEmail } from '@/lib/users/queries';
import type { PrismaClient } from '@/prisma/client/client';
import { LINK_MINUTES, LINKS_AT_ONCE } from './sign-in-link';
import { hashToken, signInToken } from './tokens';

interface LinkRequest {
  email: string;
  /** The path to return to after sign-in. */
  nextPath: string | null;
  /** NEXTAUTH_SECRET. */
  secret: string;
  now: Date;
}

/**
 * Creates a sign-in link for the user with this address; a trigger plans the email. Does nothing if
 * there is no such user, or if they got too many links recently. Call it after the response, because its
 * duration reveals whether an account exists.
 */
export async function requestSignInLink(
  db: PrismaClient,
  { email, nextPath, secret, now }: LinkRequest,
): Promise<void> {
  const user = await findUserByEmail(db, email);
  if (!user) return;
  await db.$transaction(async (tx) => {
    // The lock makes concurrent requests count each other's links.
    await tx.$queryRaw`SELECT id FROM users WHERE id = ${user.id}::uuid FOR NO KEY UPDATE`;
    const since = new Date(now.getTime() - LINK_MINUTES * millisecondsInMinute);
    const lately = await tx.signInLink.count({
      where: { userId: user.id, createdAt: { gt: since } },
    });
    if (lately >= LINKS_AT_ONCE) return;
    const [made] = await tx.$queryRaw<{ id: string }[]>`SELECT uuidv7() AS id`;
    if (!made) throw new Error('The database made no id.');
    await tx.signInLink.create({
      data: {
        id: made.id,
        userId: user.id,
        tokenHash: hashToken(signInToken(secret, made.id)),
        nextPath,
        createdAt: now,
        expiresAt: new Date(now.getTime() + LINK_MINUTES * millisecondsInMinute),
      },
    });
  });
}
