import { cookies } from 'next/headers';
import { NextRequest, NextResponse } from 'next/server';
import NextAuth from 'next-auth';
import { env } from '@/lib/env';
import { authOptions } from './next-auth-options';

export function isGoogleSignInEnabled(): boolean {
  return Boolean(env().GOOGLE_CLIENT_ID);
}

/**
 * Starts a Google sign-in through next-auth and returns Google's URL. next-auth needs a CSRF token that
 * its script fetches first; here both steps run on the server, so that a plain form is enough. Next has
 * already checked the origin of the server action.
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

/** Copies next-auth's cookies to the response. Google's callback needs them. */
async function keepCookies(response: Response): Promise<void> {
  const jar = await cookies();
  const { cookies: wanted } = new NextResponse(null, { headers: response.headers });
  for (const cookie of wanted.getAll()) jar.set(cookie);
}
