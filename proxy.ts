import { type NextRequest, NextResponse } from 'next/server';
import { getToken } from 'next-auth/jwt';
import { findRequestViewer } from '@/lib/auth/find-request-viewer';
import { loginPath, PATH_HEADER } from '@/lib/auth/paths';
import { env } from '@/lib/env';
import { checkActionRequest } from '@/lib/http/action-request';
import { contentSecurityPolicy } from '@/lib/http/content-security-policy';
import { isLargerThanAForm } from '@/lib/http/form-size';
import { isSafeMethod, isSameOrigin } from '@/lib/http/origin';

const PUBLIC_PATHS = new Set(['/', '/login', '/icon.svg', '/favicon.ico', '/robots.txt']);

const REFUSALS = {
  SIGNED_OUT: [
    'Your sign-in has ended. Sign in again in another tab, then reload this page to send your form.',
    401,
  ],
  BAD_REQUEST: ['This form could not be read. Load the page again and try once more.', 400],
  BODY_TOO_LARGE: ['This form is too large. Shorten what you wrote and send it again.', 413],
  ORIGIN_NOT_ALLOWED: [
    'This form was sent from another site. Open it on this site to send it.',
    403,
  ],
} as const;

function refusal(code: keyof typeof REFUSALS): NextResponse {
  const [sentence, status] = REFUSALS[code];
  return new NextResponse(sentence, { status });
}

/**
 * Sends signed-out visitors to sign-in and back, and refuses forms from other sites and bodies that Next
 * cannot decode. Each page gets a content security policy with its own nonce, which Next reads from the
 * request and adds to its scripts.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname, search } = request.nextUrl;
  const path = `${pathname}${search}`;
  const { NEXTAUTH_URL } = env();
  const policy = contentSecurityPolicy(crypto.randomUUID(), NEXTAUTH_URL);
  if (isLargerThanAForm(request.headers.get('content-length'))) return refusal('BODY_TOO_LARGE');
  if (!isSafeMethod(request) && !isSameOrigin(request.headers, NEXTAUTH_URL)) {
    return refusal('ORIGIN_NOT_ALLOWED');
  }
  if (needsSignIn(request) && !(await isSignedIn(request))) {
    // A redirect would lose what was typed.
    if (!isSafeMethod(request)) return refusal('SIGNED_OUT');
    return NextResponse.redirect(new URL(loginPath(path), request.url), {
      headers: { 'Content-Security-Policy': policy },
    });
  }
  const decodable = await checkActionRequest(request);
  if (!decodable.ok) return refusal(decodable.code);
  const headers = new Headers(request.headers);
  headers.set(PATH_HEADER, path);
  headers.set('Content-Security-Policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  return response;
}

/** Pages ask the database about a sign-in themselves. For a form that is too late: they only redirect. */
async function isSignedIn(request: NextRequest): Promise<boolean> {
  if (isSafeMethod(request)) return (await getToken({ req: request })) !== null;
  try {
    return (await findRequestViewer(request)) !== null;
  } catch {
    // The action meets the same error, logs it, and keeps what was typed.
    return true;
  }
}

/**
 * Server actions called by script redirect to sign-in themselves: Next's client cannot follow a redirect
 * from here.
 */
function needsSignIn({ nextUrl, method, headers }: NextRequest): boolean {
  const isActionCall = method === 'POST' && headers.has('next-action');
  return !PUBLIC_PATHS.has(nextUrl.pathname) && !isActionCall;
}

// Excludes the API, because the proxy would read a whole body before its size is checked. Includes a request
// below /_next/ only if it could call a server action: for an unknown file, Next renders the not-found page,
// and any page accepts action calls.
export const config = {
  matcher: [
    '/((?!api(?:/|$)|_next/).*)',
    { source: '/_next/:path*', has: [{ type: 'header', key: 'next-action' }] },
    { source: '/_next/:path*', has: [{ type: 'header', key: 'content-type' }] },
  ],
};
