import type { NextAuthOptions } from 'next-auth';
import type { JWT } from 'next-auth/jwt';
import CredentialsProvider from 'next-auth/providers/credentials';
import GoogleProvider from 'next-auth/providers/google';
import { db } from '@/lib/db/client';
import { env } from '@/lib/env';
import { logError, logInfo } from '@/lib/log';
import { findUserByEmail, type SignInUser } from '@/lib/users/queries';
import { emailAddress } from '@/lib/users/schema';
import { findTokenViewer } from './find-request-viewer';
import { tokenOf } from './session-cookie';

/**
 * The user with this email address, which is untrusted input. Errors are logged and return null, because
 * next-auth would put the message of a thrown error into the URL of the sign-in page.
 */
async function findUserToSignIn(email: unknown): Promise<SignInUser | null> {
  const parsed = emailAddress.safeParse(email);
  if (!parsed.success) return null;
  try {
    return await findUserByEmail(db(), parsed.data);
  } catch (error) {
    logError('auth', error);
    return null;
  }
}

/** Sign-in by email address alone. Enabled by DEMO_SIGN_IN. */
function demoProvider() {
  return CredentialsProvider({
    id: 'demo',
    name: 'Demo',
    credentials: { email: { label: 'Email', type: 'email' } },
    authorize: async (credentials) => {
      const user = await findUserToSignIn(credentials?.email);
      return user && { id: user.id, name: user.name, email: user.email };
    },
  });
}

/** The user whose email address Google has verified. Signing in never creates a user. */
async function findGoogleUser(profile: unknown): Promise<SignInUser | null> {
  if (typeof profile !== 'object' || profile === null) return null;
  const { email, email_verified: isVerified } = profile as Record<string, unknown>;
  return isVerified === true ? findUserToSignIn(email) : null;
}

/** Throwing here makes next-auth end the sign-in. */
async function requireActiveSignIn(token: JWT): Promise<JWT> {
  if (await findTokenViewer(token)) return token;
  throw new Error('This sign-in has ended.');
}

/** next-auth's own logger does not escape line breaks from requests. */
const logger = {
  error: (code: string, metadata: Error | { error: Error }) => {
    const error = metadata instanceof Error ? metadata : metadata.error;
    // Expected: the cookie was signed with another secret, or its sign-in has ended.
    if (code === 'JWT_SESSION_ERROR') return logInfo('auth', { code });
    // Expected: the client sent a bad parameter or cookie.
    if (code === 'INVALID_CALLBACK_URL_ERROR')
      return logInfo('auth', { code, reason: error.message });
    logError('auth', error, { code });
  },
  warn: (code: string) => logInfo('auth', { code }),
};

export function authOptions(): NextAuthOptions {
  const { NEXTAUTH_SECRET, DEMO_SIGN_IN, GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET } = env();
  const google =
    GOOGLE_CLIENT_ID && GOOGLE_CLIENT_SECRET
      ? [GoogleProvider({ clientId: GOOGLE_CLIENT_ID, clientSecret: GOOGLE_CLIENT_SECRET })]
      : [];
  return {
    secret: NEXTAUTH_SECRET,
    logger,
    session: { strategy: 'jwt' },
    pages: { signIn: '/login', error: '/login' },
    providers: [...(DEMO_SIGN_IN ? [demoProvider()] : []), ...google],
    callbacks: {
      signIn: async ({ account, profile }) =>
        account?.provider !== 'google' || (await findGoogleUser(profile)) !== null,
      jwt: async ({ token, user, account, profile }) => {
        if (!account) return requireActiveSignIn(token);
        // Google's user id is not an id in our database.
        const isGoogle = account.provider === 'google';
        const person = await (isGoogle ? findGoogleUser(profile) : findUserToSignIn(user.email));
        return person ? tokenOf(person) : {};
      },
    },
  };
}
