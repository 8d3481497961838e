import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

const KNOWN_METHODS = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** From now on, puts right what this process is asked before Next sees it. */
export function normalizeIncomingRequests(): void {
  subscribe('http.server.request.start', (message) => {
    normalizeRequest((message as { request: IncomingMessage }).request);
  });
}

/**
 * Adds to `X-Forwarded-For` the address that the connection comes from, as a proxy would: Next passes
 * on no more of a connection than its headers, and a header alone is whatever the client wrote.
 *
 * Next answers 500 to a method it does not know, to a path that cannot be decoded, and to `*`, which
 * stands for the whole server. The first is passed on as PATCH, which nothing here takes; in the second,
 * percent signs stand for themselves; the third is the front page.
 */
export function normalizeRequest(
  request: Pick<IncomingMessage, 'headers' | 'method' | 'url'> & {
    socket: { remoteAddress?: string | undefined };
  },
): void {
  const said = request.headers['x-forwarded-for'];
  const address = request.socket.remoteAddress ?? '';
  request.headers['x-forwarded-for'] = said ? `${said}, ${address}` : address;
  if (!KNOWN_METHODS.includes(request.method ?? '')) request.method = 'PATCH';
  if (request.url === '*') request.url = '/';
  const [path = '', ...query] = (request.url ?? '').split('?');
  if (!isDecodable(path)) request.url = [path.replaceAll('%', '%25'), ...query].join('?');
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
