import { PATH_HEADER } from '@/lib/auth/paths';
import { contentSecurityPolicy } from './content-security-policy';

export const POLICY_HEADER = 'content-security-policy';

/** Whether a path is answered by a page, as opposed to the API and Next's own files. */
export function isPagePath(path: string): boolean {
  return !/^\/(api(\/|$)|_next\/)/.test(path);
}

/**
 * The request headers that pages rely on: the requested path and query, and a content security policy with
 * a new nonce, which Next adds to its scripts. The response has the same policy.
 */
export function pageHeaders(url: string, siteUrl: string): Record<string, string> {
  return {
    [PATH_HEADER]: withoutRouterParam(url),
    [POLICY_HEADER]: contentSecurityPolicy(crypto.randomUUID(), siteUrl),
  };
}

/** Next's router adds `_rsc` to the URL of a page that it loads in the browser. */
function withoutRouterParam(url: string): string {
  if (!url.includes('_rsc')) return url;
  const [path, query] = url.split('?');
  const params = new URLSearchParams(query);
  params.delete('_rsc');
  return params.size > 0 ? `${path}?${params}` : (path ?? '/');
}
