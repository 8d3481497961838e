import { NextRequest } from 'next/server';
import { encode } from 'next-auth/jwt';
import * as unknownAddress from '@/app/api/[[...unknown]]/route';
import { ADDRESSES } from '@/app/api/openapi.json/addresses';
import * as openApiDocument from '@/app/api/openapi.json/route';
import { NOW } from './factories';
import { addressOf, expectDescribed } from './openapi';

const SITE = 'http://localhost:3000';

interface ApiRequest {
  method?: string;
  /** The signed-in user; signed out by default. */
  as?: { id: string };
  headers?: Record<string, string>;
  /** Sent as JSON. */
  json?: unknown;
  /** Sent as it is. */
  body?: BodyInit;
}

export interface ApiAnswer {
  status: number;
  headers: Headers;
  /** Parsed if it is JSON, otherwise text; null if there is none. */
  body: unknown;
}

/**
 * Sends a request to the HTTP API, in this process and through its own route handlers, and checks
 * that the OpenAPI document knows of the answer: no test can leave that out.
 */
export async function api(path: string, request: ApiRequest = {}): Promise<ApiAnswer> {
  const { method = request.json === undefined ? 'GET' : 'POST' } = request;
  const { pathname } = new URL(path, SITE);
  const response = await handlerOf(method, pathname)(await requestTo(path, method, request), {
    params: Promise.resolve({ id: decodeURIComponent(pathname.split('/')[3] ?? '') }),
  });
  const text = method === 'HEAD' ? '' : await response.text();
  const { status, headers } = response;
  const type = headers.get('content-type')?.split(';')[0] ?? null;
  const body: unknown = type?.endsWith('json') && text !== '' ? JSON.parse(text) : text || null;
  if (!['HEAD', 'OPTIONS'].includes(method) && pathname !== '/api/openapi.json') {
    expectDescribed({ method, pathname }, { status, type, body });
  }
  return { status, headers, body };
}

type Handler = (request: NextRequest, context: { params: Promise<unknown> }) => Promise<Response>;

/** Which of the route files answers, as Next decides it by their folders. */
function handlerOf(method: string, pathname: string): Handler {
  const address = addressOf(pathname);
  const known = pathname === '/api/openapi.json' ? openApiDocument : unknownAddress;
  const file: Partial<Record<string, Handler>> = { ...(address ? ADDRESSES[address] : known) };
  const handler = file[method];
  if (!handler) throw new Error(`No handler of ${method} ${pathname}`);
  return handler;
}

async function requestTo(path: string, method: string, { as, headers, json, body }: ApiRequest) {
  const sent = json === undefined ? body : JSON.stringify(json);
  return new NextRequest(new URL(path, SITE), {
    method,
    headers: {
      ...(json !== undefined && { 'content-type': 'application/json' }),
      ...(as && { cookie: `next-auth.session-token=${await tokenOf(as)}` }),
      ...headers,
    },
    ...(sent !== undefined && { body: sent, duplex: 'half' }),
  });
}

/** The sign-in cookie's value of a person. */
export function tokenOf({ id }: { id: string }): Promise<string> {
  return encode({ secret: process.env.NEXTAUTH_SECRET ?? '', token: { sub: id } });
}

// Only the date is faked; timers still run.
const WAITING = [
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
  'setTimeout',
  'clearTimeout',
] as const;

beforeAll(() => {
  jest.useFakeTimers({ now: NOW, doNotFake: [...WAITING] });
});
