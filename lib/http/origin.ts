/** Whether the method is safe (RFC 9110): GET or HEAD. */
export function isSafeMethod({ method }: { method: string }): boolean {
  return method === 'GET' || method === 'HEAD';
}

/**
 * Whether a request comes from the same origin; protects against cross-site request forgery.
 *
 * `Sec-Fetch-Site` decides if present. Otherwise `Origin` must match `siteUrl` or the `Host` header.
 * A request with neither header passes: it does not come from a browser, so no other site can have
 * made it send the cookie.
 */
export function isSameOrigin(headers: Headers, siteUrl: string): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  const origin = headers.get('origin');
  if (origin === null) return true;
  const { protocol, host } = new URL(siteUrl);
  return [host, headers.get('host')].some((known) => origin === `${protocol}//${known}`);
}
