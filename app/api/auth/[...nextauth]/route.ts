import { randomUUID } from 'node:crypto';
import NextAuth from 'next-auth';
import { authOptions } from '@/lib/auth/options';
import { addressOf } from '@/lib/auth/request';
import { db } from '@/lib/db';
import { env } from '@/lib/env';
import { logError } from '@/lib/log';
import { isFromOwnPage } from '@/lib/origin';
import { COMMON_REFUSALS, problemResponse } from '@/lib/problem';
import { spend } from '@/lib/rate-limits/commands';

/**
 * next-auth's own endpoints. It fails, one way or the other, on requests that it does not understand:
 * those are answered as the sender's fault, and logged in case they are not.
 */
async function respond(request: Request, context: unknown): Promise<Response> {
  try {
    const response: Response = await NextAuth(authOptions())(request, context);
    if (response.status < 500) return response;
    throw new Error(`next-auth answered ${response.status}.`);
  } catch (error) {
    const requestId = randomUUID();
    logError('auth', error, { requestId });
    return problemResponse('BAD_REQUEST', COMMON_REFUSALS.BAD_REQUEST, { requestId });
  }
}

/** The email address that a sign-in names, as a form or as JSON; null where it names none. */
async function personIn(request: Request): Promise<string | null> {
  const text = await request.clone().text();
  try {
    const isJson = request.headers.get('content-type')?.startsWith('application/json');
    const email: unknown = isJson
      ? JSON.parse(text)?.email
      : new URLSearchParams(text).get('email');
    return typeof email === 'string' ? email.trim().toLowerCase() : null;
  } catch {
    return null;
  }
}

export async function POST(request: Request, context: unknown): Promise<Response> {
  if (!isFromOwnPage(request.headers, env().NEXTAUTH_URL)) {
    const { ORIGIN_NOT_ALLOWED } = COMMON_REFUSALS;
    return problemResponse('ORIGIN_NOT_ALLOWED', ORIGIN_NOT_ALLOWED, { requestId: randomUUID() });
  }
  const by = { person: await personIn(request), address: addressOf(request.headers) };
  const spent = await spend(db(), 'sign_in', by);
  if (spent.ok) return respond(request, context);
  const { TOO_MANY_REQUESTS } = COMMON_REFUSALS;
  const more = spent.detail ?? {};
  return problemResponse('TOO_MANY_REQUESTS', TOO_MANY_REQUESTS, { requestId: randomUUID(), more });
}

export { respond as GET };
