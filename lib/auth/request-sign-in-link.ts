import { millisecondsInMinute } from 'date-fns/constants';
import { findUserByEmail } from '@/lib/users/queries';
import type { PrismaClient } from '@/prisma/client/client';
import { LINK_MINUTES } from './sign-in-link';
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
 * there is no such user. Call it after the response, because its duration reveals whether an account exists.
 */
export async function requestSignInLink(
  db: PrismaClient,
  { email, nextPath, secret, now }: LinkRequest,
): Promise<void> {
  const user = await findUserByEmail(db, email);
  if (!user) return;
  const [made] = await db.$queryRaw<{ id: string }[]>`SELECT uuidv7() AS id`;
  if (!made) throw new Error('The database made no id.');
  await db.signInLink.create({
    data: {
      id: made.id,
      userId: user.id,
      tokenHash: hashToken(signInToken(secret, made.id)),
      nextPath,
      createdAt: now,
      expiresAt: new Date(now.getTime() + LINK_MINUTES * millisecondsInMinute),
    },
  });
}
