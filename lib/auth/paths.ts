/** The request header that has the requested path and query: see `lib/http/page-headers.ts`. */
export const PATH_HEADER = 'x-requested-path';

/** The sign-in page, for a person who has just signed out on every device. */
export const SIGNED_OUT_EVERYWHERE_PATH = '/login?signed_out=everywhere';

const HOME = '/dashboard';

/**
 * The URL of the sign-in page that returns to `next` afterwards, or to the dashboard.
 */
export function loginPath(next: string | null): string {
  return next && next !== HOME ? `/login?${new URLSearchParams({ next })}` : '/login';
}

/** `next` if it is a path of this site, else the dashboard. Prevents open redirects. */
export function safeNextPath(next: string | null | undefined): string {
  return sameSitePath(next) ?? HOME;
}

/** `path` as a browser resolves it; null unless it is a path of this site. */
export function sameSitePath(path: string | null | undefined): string | null {
  if (!path?.startsWith('/')) return null;
  const base = 'http://localhost';
  const url = URL.canParse(path, base) ? new URL(path, base) : null;
  // `/.//elsewhere` looks like a path, but resolves to `//elsewhere`, which names another host.
  const isOurs = url?.origin === base && !url.pathname.startsWith('//');
  return isOurs ? `${url.pathname}${url.search}` : null;
}
