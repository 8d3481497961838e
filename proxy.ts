import { type NextRequest, NextResponse } from 'next/server';
import { getToken } from 'next-auth/jwt';
import { loginPath, PATH_HEADER } from '@/lib/auth/paths';

const PUBLIC_PATHS = new Set(['/', '/login']);

/** Signed out, every page but the landing page leads to sign-in and back. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname, search } = request.nextUrl;
  const path = `${pathname}${search}`;
  if (!PUBLIC_PATHS.has(pathname) && !(await getToken({ req: request }))) {
    return NextResponse.redirect(new URL(loginPath(path), request.url));
  }
  const headers = new Headers(request.headers);
  headers.set(PATH_HEADER, path);
  return NextResponse.next({ request: { headers } });
}

export const config = {
  matcher: ['/((?!api/|_next/|favicon|icon|.*\\.(?:svg|png|ico|woff2|txt)$).*)'],
};
