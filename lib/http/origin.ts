/** Whether a request only asks: it changes nothing, whoever sends it. */
export function isSafeMethod({ method }: { method: string }): boolean {
  return method === 'GET' || method === 'HEAD';
}

/**
 * Whether a request that changes something may have come from a page of ours. Browsers say where a
 * page is from, and no page can make them lie; a client that is no browser says nothing, and nobody
 * can make it send our cookie.
 *
 * `Sec-Fetch-Site` decides where it is sent; else `Origin` must be the address of this site, as it is
 * set (`siteUrl`) or as it was asked for (`Host`).
 */
export function isSameOrigin(headers: Headers, siteUrl: string): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  const origin = headers.get('origin');
  if (origin === null) return true;
  const { protocol, host } = new URL(siteUrl);
  return [host, headers.get('host')].some((ours) => origin === `${protocol}//${ours}`);
}
