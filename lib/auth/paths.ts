/** The request header in which the proxy passes on the path and query that were asked for. */
export const PATH_HEADER = 'x-requested-path';

const HOME = '/dashboard';

/**
 * The sign-in page's address that comes back to `next` afterwards.
 * Without `next`, signing in leads to the dashboard.
 */
export function loginPath(next: string | null): string {
  return next && next !== HOME ? `/login?${new URLSearchParams({ next })}` : '/login';
}

/** `next` when it is a path of this site, else the dashboard: a link must not lead anyone elsewhere. */
export function safeNextPath(next: string | null | undefined): string {
  return sameSitePath(next) ?? HOME;
}

/** `path` as a browser reads it when it is a path of this site, else null. */
export function sameSitePath(path: string | null | undefined): string | null {
  if (!path?.startsWith('/')) return null;
  const base = 'http://localhost';
  const url = URL.canParse(path, base) ? new URL(path, base) : null;
  // `/.//elsewhere` is a path of ours until its dot is resolved; what is left names another host.
  const isOurs = url?.origin === base && !url.pathname.startsWith('//');
  return isOurs ? `${url.pathname}${url.search}` : null;
}
