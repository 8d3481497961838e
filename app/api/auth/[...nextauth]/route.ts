import { randomUUID } from 'node:crypto';
import { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { readFormFields } from '@/lib/auth/form-fields';
import { authOptions } from '@/lib/auth/next-auth-options';
import { pool } from '@/lib/db/client';
import { env } from '@/lib/env';
import { clientAddress } from '@/lib/http/client-address';
import { isSameOrigin } from '@/lib/http/origin';
import { COMMON_REFUSALS, type CommonCode, problemResponse } from '@/lib/http/problem';
import { consumeRateLimit } from '@/lib/http/rate-limits/consume-rate-limit';
import { logError } from '@/lib/log';
import { type Result, refuse } from '@/lib/result';

interface Context {
  params: Promise<{ nextauth: string[] }>;
}

/**
 * next-auth throws or answers 500 on malformed requests. They are answered with 400, and logged in case
 * the fault is ours.
 */
async function askNextAuth(request: NextRequest, context: Context): Promise<Response> {
  try {
    const response: Response = await NextAuth(authOptions())(request, context);
    if (response.status < 500) return response;
    throw new Error(`next-auth answered ${response.status}.`);
  } catch (error) {
    return fail('BAD_REQUEST', error);
  }
}

export async function POST(request: NextRequest, context: Context): Promise<Response> {
  try {
    const form = await admit(request, await context.params);
    if (form.ok) return await askNextAuth(withForm(request, form.value), context);
    const refusal = COMMON_REFUSALS[form.code];
    const help = { requestId: randomUUID(), more: form.detail ?? {} };
    return problemResponse(form.code, refusal, help);
  } catch (error) {
    return fail('INTERNAL_ERROR', error);
  }
}

function fail(code: 'BAD_REQUEST' | 'INTERNAL_ERROR', error: unknown): Response {
  const requestId = randomUUID();
  logError('auth', error, { requestId });
  return problemResponse(code, COMMON_REFUSALS[code], { requestId });
}

/** The form that is sent, unless its sender may not send it. A flood is refused before it is read. */
async function admit(
  request: NextRequest,
  { nextauth }: { nextauth: string[] },
): Promise<Result<URLSearchParams, CommonCode, { retry_after: number }>> {
  if (!isSameOrigin(request.headers, env().NEXTAUTH_URL)) return refuse('ORIGIN_NOT_ALLOWED');
  // There anybody may write into the log.
  if (nextauth[0] === '_log') return refuse('NOT_FOUND');
  const address = clientAddress(request.headers);
  const sent = await consumeRateLimit(pool(), 'auth_endpoint', { person: null, address });
  if (!sent.ok) return sent;
  const form = await readFormFields(request);
  const email = form.ok && form.value.get('email');
  if (!email) return form;
  const person = email.trim().toLowerCase();
  const tried = await consumeRateLimit(pool(), 'sign_in', { person, address });
  return tried.ok ? form : tried;
}

/** The request again: what has been read of it cannot be read twice. */
function withForm({ url, headers }: NextRequest, form: URLSearchParams): NextRequest {
  const sent = new Headers(headers);
  sent.delete('content-length');
  sent.set('content-type', 'application/x-www-form-urlencoded');
  return new NextRequest(url, { method: 'POST', headers: sent, body: form.toString() });
}

export { askNextAuth as GET };
