import { type NextRequest, NextResponse } from 'next/server';
import { getToken } from 'next-auth/jwt';
import { checkActionRequest } from '@/lib/action-request';
import { loginPath, PATH_HEADER } from '@/lib/auth/paths';
import { env } from '@/lib/env';
import { contentSecurityPolicy } from '@/lib/http/content-security-policy';
import { isSafeMethod, isSameOrigin } from '@/lib/http/origin';

const PUBLIC_PATHS = new Set(['/', '/login', '/icon.svg', '/favicon.ico', '/robots.txt']);

const REFUSALS = {
  BAD_REQUEST: ['This form could not be read. Load the page again and try once more.', 400],
  BODY_TOO_LARGE: ['This form is too large.', 413],
} as const;

/**
 * Signed out, every page but the landing page leads to sign-in and back. What the page of another site
 * sends is refused, and so is what Next cannot decode. Each page gets a policy with a nonce of its own,
 * which Next reads from the request and gives to its scripts.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname, search } = request.nextUrl;
  const path = `${pathname}${search}`;
  const { NEXTAUTH_URL } = env();
  const policy = contentSecurityPolicy(crypto.randomUUID(), NEXTAUTH_URL);
  if (!isSafeMethod(request) && !isSameOrigin(request.headers, NEXTAUTH_URL)) {
    return new NextResponse('This form was sent from the page of another site.', { status: 403 });
  }
  if (!PUBLIC_PATHS.has(pathname) && !(await getToken({ req: request }))) {
    return NextResponse.redirect(new URL(loginPath(path), request.url), {
      headers: { 'Content-Security-Policy': policy },
    });
  }
  const decodable = await checkActionRequest(request);
  if (!decodable.ok) {
    const [sentence, status] = REFUSALS[decodable.code];
    return new NextResponse(sentence, { status });
  }
  const headers = new Headers(request.headers);
  headers.set(PATH_HEADER, path);
  headers.set('Content-Security-Policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  return response;
}

// Not the API: passing through here, a body would be read to its end before its size is looked at. Of
// Next's own files only what could call a server action: where there is no such file, Next answers with
// a page, and pages take calls.
export const config = {
  matcher: [
    '/((?!api(?:/|$)|_next/).*)',
    { source: '/_next/:path*', has: [{ type: 'header', key: 'next-action' }] },
    { source: '/_next/:path*', has: [{ type: 'header', key: 'content-type' }] },
  ],
};
