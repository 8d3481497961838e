import { NextRequest } from 'next/server';
import { GET, HEAD, POST } from '@/app/api/auth/[...nextauth]/route';
import { inRequest } from './request-scope';

const SITE = 'http://localhost:3000';

const HANDLERS = { GET, HEAD, POST };

interface AuthRequest {
  method?: keyof typeof HANDLERS;
  headers?: Record<string, string>;
  body?: BodyInit;
}

/** Asks next-auth's own endpoints, through their route. Needs `next/headers` to be mocked. */
export function askAuth(path: string, request: AuthRequest = {}): Promise<Response> {
  const { method = 'POST', headers = {}, body } = request;
  const asked = new NextRequest(new URL(`/api/auth/${path}`, SITE), {
    method,
    headers,
    ...(body !== undefined && { body, duplex: 'half' }),
  });
  const nextauth = new URL(asked.url).pathname.split('/').slice(3);
  const context = { params: Promise.resolve({ nextauth }) };
  return inRequest(asked, () => HANDLERS[method](asked, context));
}

/** The token without which next-auth takes no form, and the cookie that belongs to it. */
export async function csrf(): Promise<{ csrfToken: string; cookie: string }> {
  const response = await askAuth('csrf', { method: 'GET' });
  const { csrfToken } = await response.json();
  return { csrfToken, cookie: response.headers.getSetCookie()[0]?.split(';')[0] ?? '' };
}

/** Signs in by address alone, as next-auth's own page does. */
export async function signInAtEndpoint(
  email: string,
  headers: Record<string, string> = {},
): Promise<Response> {
  const { csrfToken, cookie } = await csrf();
  return askAuth('callback/demo', {
    headers: { cookie, 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams({ csrfToken, email }).toString(),
  });
}
