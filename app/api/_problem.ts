import { STATUS_CODES } from 'node:http';

export const NO_STORE = { 'Cache-Control': 'no-store' };

/** Problem details (RFC 9457) for a scheduler or a monitor. */
export function problem(status: 401 | 500 | 503, detail: string): Response {
  const headers = {
    ...NO_STORE,
    'Content-Type': 'application/problem+json',
    ...(status === 401 ? { 'WWW-Authenticate': 'Bearer' } : {}),
  };
  const body = { title: STATUS_CODES[status], status, detail };
  return new Response(JSON.stringify(body), { status, headers });
}
