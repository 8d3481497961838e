import { randomUUID } from 'node:crypto';
import NextAuth from 'next-auth';
import { authOptions } from '@/lib/auth/options';
import { addressOf } from '@/lib/auth/request';
import { db } from '@/lib/db';
import { logError } from '@/lib/log';
import { COMMON_REFUSALS, problemResponse } from '@/lib/problem';
import { spend } from '@/lib/rate-limits/commands';

/** next-auth's own endpoints. What it does not understand it throws at; here that is the sender's fault. */
async function respond(request: Request, context: unknown): Promise<Response> {
  try {
    return await NextAuth(authOptions())(request, context);
  } catch (error) {
    const requestId = randomUUID();
    logError('auth', error, { requestId });
    return problemResponse('BAD_REQUEST', COMMON_REFUSALS.BAD_REQUEST, { requestId });
  }
}

export async function POST(request: Request, context: unknown): Promise<Response> {
  const by = { person: null, address: addressOf(request.headers) };
  const spent = await spend(db(), 'sign_in', by);
  if (spent.ok) return respond(request, context);
  const { TOO_MANY_REQUESTS } = COMMON_REFUSALS;
  const more = spent.detail ?? {};
  return problemResponse('TOO_MANY_REQUESTS', TOO_MANY_REQUESTS, { requestId: randomUUID(), more });
}

export { respond as GET };
