import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

const KNOWN_METHODS = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Normalizes every request of this process before Next sees it. */
export function normalizeIncomingRequests(): void {
  subscribe('http.server.request.start', (message) => {
    normalizeRequest((message as { request: IncomingMessage }).request);
  });
}

/**
 * Appends the address of the connection to `X-Forwarded-For`, as a proxy would. Next exposes only the
 * headers of a request, and a client can send any header.
 *
 * Also rewrites three kinds of request that Next answers with 500: an unknown method becomes PATCH,
 * which no route supports; a path that cannot be decoded has its percent signs escaped; a target
 * that starts with `*` becomes `/`.
 */
export function normalizeRequest(
  request: Pick<IncomingMessage, 'headers' | 'method' | 'url'> & {
    socket: { remoteAddress?: string | undefined };
  },
): void {
  const forwarded = request.headers['x-forwarded-for'];
  const address = request.socket.remoteAddress ?? '';
  request.headers['x-forwarded-for'] = forwarded ? `${forwarded}, ${address}` : address;
  if (!KNOWN_METHODS.includes(request.method ?? '')) request.method = 'PATCH';
  if (request.url?.startsWith('*')) request.url = '/';
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
