import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { env } from '@/lib/env';
import { isPagePath, POLICY_HEADER, pageHeaders } from '../page-headers';

/**
 * Adds the headers of pages to every request of this process. `proxy.ts` would do the same, but it costs as
 * much as half a page.
 */
export function addPageHeaders(): void {
  const { NEXTAUTH_URL } = env();
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    const url = request.url ?? '/';
    if (!isPagePath(url)) return;
    const headers = pageHeaders(url, NEXTAUTH_URL);
    Object.assign(request.headers, headers);
    response.setHeader(POLICY_HEADER, headers[POLICY_HEADER] ?? '');
  });
}
