import { cookies } from 'next/headers';
import { encode, type JWT } from 'next-auth/jwt';
import { env } from '@/lib/env';
import type { SignInUser } from '@/lib/users/queries';

const MAX_AGE_SECONDS = 30 * 24 * 3_600;

function cookieName(): string {
  return isSecure() ? '__Secure-next-auth.session-token' : 'next-auth.session-token';
}

function isSecure(): boolean {
  return env().NEXTAUTH_URL.startsWith('https://');
}

/** The claims of a session token. */
export function tokenOf({ id, name, email, sessionVersion }: SignInUser): JWT {
  return { sub: id, name, email, sessionVersion };
}

/**
 * Sets the same cookie as next-auth, so that the sign-in page works as a plain form: next-auth's endpoint
 * needs a CSRF token that only its script fetches.
 */
export async function setSessionCookie(user: SignInUser): Promise<void> {
  const token = await encode({
    secret: env().NEXTAUTH_SECRET,
    maxAge: MAX_AGE_SECONDS,
    token: tokenOf(user),
  });
  (await cookies()).set(cookieName(), token, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: isSecure(),
    maxAge: MAX_AGE_SECONDS,
  });
}

/** Signs out this browser only. */
export async function clearSessionCookie(): Promise<void> {
  (await cookies()).delete({ name: cookieName(), path: '/', secure: isSecure() });
}
