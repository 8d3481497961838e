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
  if (!next?.startsWith('/')) return HOME;
  const base = 'http://localhost';
  const url = URL.canParse(next, base) ? new URL(next, base) : null;
  // `/.//elsewhere` is a path of ours until its dot is resolved; what is left names another host.
  const isOurs = url?.origin === base && !url.pathname.startsWith('//');
  return isOurs ? `${url.pathname}${url.search}` : HOME;
}
