import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { parseAndValidateFlightRouterState } from 'next/dist/server/app-render/parse-and-validate-flight-router-state';
import { isLargerThanAForm } from '@/lib/http/form-size';

const KNOWN_METHODS = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'];
const ROUTER_STATE = 'next-router-state-tree';

/** Normalizes every request of this process before Next sees it. */
export function normalizeIncomingRequests(): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage };
    normalizeRequest(request);
    request.on('error', (error) => keepOutOfLog(error, request));
  });
}

/**
 * A client may disconnect while it sends. Next logs that error with its stack, unless the error has the code
 * of a missing file. It then renders the not-found page. Without these headers, it does not read the body
 * again for that.
 */
function keepOutOfLog(error: NodeJS.ErrnoException, { headers }: IncomingMessage): void {
  error.code = 'ENOENT';
  delete headers['content-type'];
  delete headers['next-action'];
}

type Incoming = Pick<IncomingMessage, 'headers' | 'method' | 'url'> & {
  socket: { remoteAddress?: string | undefined };
};

/**
 * Appends the address of the connection to `X-Forwarded-For`, as a proxy would. Next exposes only the
 * headers of a request, and a client can send any header.
 *
 * Also rewrites four kinds of request that Next answers with 500: an unknown method becomes PATCH,
 * which no route supports; a path that cannot be decoded has its percent signs escaped; a target
 * that starts with `*` becomes `/`; a router state that Next cannot parse is dropped.
 *
 * A request to a page with a larger body than a form may have becomes GET, and `proxy.ts` refuses it. With
 * any other method, Next would read the whole body before it sends that refusal.
 */
export function normalizeRequest(request: Incoming): void {
  const { headers } = request;
  const forwarded = headers['x-forwarded-for'];
  const address = request.socket.remoteAddress ?? '';
  headers['x-forwarded-for'] = forwarded ? `${forwarded}, ${address}` : address;
  if (!KNOWN_METHODS.includes(request.method ?? '')) request.method = 'PATCH';
  if (request.url?.startsWith('*')) request.url = '/';
  const [path = '', ...query] = (request.url ?? '').split('?');
  if (!isDecodable(path)) request.url = [path.replaceAll('%', '%25'), ...query].join('?');
  if (!isRouterState(headers[ROUTER_STATE])) delete headers[ROUTER_STATE];
  const isApi = /^\/api(\/|$)/.test(path);
  if (!isApi && isLargerThanAForm(headers['content-length'])) request.method = 'GET';
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** Asks Next itself, so that nothing is dropped that it would take. */
function isRouterState(value: string | string[] | undefined): boolean {
  try {
    parseAndValidateFlightRouterState(value);
    return true;
  } catch {
    return false;
  }
}
