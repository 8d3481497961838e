import { type NextRequest, NextResponse } from 'next/server';
import { findRequestViewer } from '@/lib/auth/find-request-viewer';
import { env } from '@/lib/env';
import { checkActionRequest } from '@/lib/http/action-request';
import { isLargerThanAForm } from '@/lib/http/form-size';
import { isSafeMethod, isSameOrigin } from '@/lib/http/origin';
import { isPagePath, POLICY_HEADER, pageHeaders } from '@/lib/http/page-headers';

const PUBLIC_PATHS = new Set(['/', '/login']);

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
 * Refuses forms from other sites, from signed-out people, and those that Next cannot decode. Adds the
 * headers of pages where `lib/http/server` cannot.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  if (isLargerThanAForm(request.headers.get('content-length'))) return refusal('BODY_TOO_LARGE');
  if (!isSafeMethod(request) && !isSameOrigin(request.headers, env().NEXTAUTH_URL)) {
    return refusal('ORIGIN_NOT_ALLOWED');
  }
  if (isFormOfMembers(request) && !(await isSignedIn(request))) return refusal('SIGNED_OUT');
  const decodable = await checkActionRequest(request);
  if (!decodable.ok) return refusal(decodable.code);
  return request.headers.has(POLICY_HEADER) ? NextResponse.next() : withPageHeaders(request);
}

/**
 * Whether a form without JavaScript needs a sign-in: a redirect from its action would lose what was typed.
 * By script, an action redirects its caller itself, and what was typed stays in the tab.
 */
function isFormOfMembers(request: NextRequest): boolean {
  const { nextUrl, headers } = request;
  return (
    !isSafeMethod(request) && !headers.has('next-action') && !PUBLIC_PATHS.has(nextUrl.pathname)
  );
}

async function isSignedIn(request: NextRequest): Promise<boolean> {
  try {
    return (await findRequestViewer(request)) !== null;
  } catch {
    // The action meets the same error, logs it, and keeps what was typed.
    return true;
  }
}

function withPageHeaders({ nextUrl, headers }: NextRequest): NextResponse {
  const { pathname, search } = nextUrl;
  if (!isPagePath(pathname)) return NextResponse.next();
  const added = pageHeaders(`${pathname}${search}`, env().NEXTAUTH_URL);
  const response = NextResponse.next({
    request: { headers: new Headers([...headers, ...Object.entries(added)]) },
  });
  response.headers.set(POLICY_HEADER, added[POLICY_HEADER] ?? '');
  return response;
}

// Requests that send something, and requests for pages that lack the headers of pages, because the server was
// not started by Next. Excludes the API, because the proxy would read a whole body before its size is checked.
// Includes requests below /_next/ that send something: for an unknown file, Next renders the not-found page,
// and any page accepts action calls.
export const config = {
  matcher: [
    {
      source: '/((?!api(?:/|$)|_next/).*)',
      missing: [{ type: 'header', key: 'content-security-policy' }],
    },
    { source: '/((?!api(?:/|$)).*)', has: [{ type: 'header', key: 'content-length' }] },
    { source: '/((?!api(?:/|$)).*)', has: [{ type: 'header', key: 'content-type' }] },
    { source: '/((?!api(?:/|$)).*)', has: [{ type: 'header', key: 'next-action' }] },
    { source: '/((?!api(?:/|$)).*)', has: [{ type: 'header', key: 'transfer-encoding' }] },
  ],
};
