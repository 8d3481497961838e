import { cookies } from 'next/headers';
import { NextRequest, NextResponse } from 'next/server';
import NextAuth from 'next-auth';
import { env } from '@/lib/env';
import { authOptions } from './next-auth-options';

/** Whether this server knows Google. */
export function isGoogleSignInEnabled(): boolean {
  return Boolean(env().GOOGLE_CLIENT_ID);
}

/**
 * Begins a sign-in with Google as next-auth itself would, and returns the address at Google to go on to.
 * next-auth takes this only with a token that its script fetches first; here both steps happen on the
 * server, so that a plain form is enough. Where the request comes from, the server action has checked.
 */
export async function startGoogleSignIn(nextPath: string): Promise<string | null> {
  const handle = NextAuth(authOptions());
  const ask = async (path: string, init: { method: string; body?: URLSearchParams }) => {
    const request = new NextRequest(new URL(`/api/auth/${path}`, env().NEXTAUTH_URL), init);
    const context = { params: Promise.resolve({ nextauth: path.split('/') }) };
    const response: Response = await handle(request, context);
    await keepCookies(response);
    return response;
  };
  const csrf: unknown = await (await ask('csrf', { method: 'GET' })).json();
  if (typeof csrf !== 'object' || csrf === null || !('csrfToken' in csrf)) return null;
  const callbackUrl = new URL(nextPath, env().NEXTAUTH_URL).href;
  const body = new URLSearchParams({ csrfToken: String(csrf.csrfToken), callbackUrl });
  return (await ask('signin/google', { method: 'POST', body })).headers.get('location');
}

/** What next-auth wants the browser to keep until Google sends the person back. */
async function keepCookies(response: Response): Promise<void> {
  const jar = await cookies();
  const { cookies: wanted } = new NextResponse(null, { headers: response.headers });
  for (const cookie of wanted.getAll()) jar.set(cookie);
}
