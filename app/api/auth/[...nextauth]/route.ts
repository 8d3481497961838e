import { randomUUID } from 'node:crypto';
import { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { readFormFields } from '@/lib/auth/form-fields';
import { authOptions } from '@/lib/auth/next-auth-options';
import { pool } from '@/lib/db/client';
import { env } from '@/lib/env';
import { COMMON_REFUSALS, type CommonCode, problemResponse } from '@/lib/http/api/problem';
import { clientAddress } from '@/lib/http/client-address';
import { isSameOrigin } from '@/lib/http/origin';
import { consumeRateLimit } from '@/lib/http/rate-limits/consume-rate-limit';
import { logError } from '@/lib/log';
import { type Result, refuse } from '@/lib/result';

interface Context {
  params: Promise<{ nextauth: string[] }>;
}

type Refused = Extract<Admission<never>, { ok: false }>;
type Admission<Value> = Result<Value, CommonCode, { retry_after: number }>;

export async function GET(request: NextRequest, context: Context): Promise<Response> {
  try {
    const counted = await count(request);
    return counted.ok ? await askNextAuth(request, context) : refusalOf(counted);
  } catch (error) {
    return fail('INTERNAL_ERROR', error);
  }
}

/** next-auth refuses HEAD. */
export async function HEAD({ url, headers }: NextRequest, context: Context): Promise<Response> {
  return new Response(null, await GET(new NextRequest(url, { headers }), context));
}

export async function POST(request: NextRequest, context: Context): Promise<Response> {
  try {
    const form = await admit(request, await context.params);
    return form.ok ? await askNextAuth(withForm(request, form.value), context) : refusalOf(form);
  } catch (error) {
    return fail('INTERNAL_ERROR', error);
  }
}

/**
 * next-auth throws or answers 500 on malformed requests. They are answered with 400, and logged in case
 * the fault is ours: what it throws here, and why it answers 500 by its logger.
 */
async function askNextAuth(request: NextRequest, context: Context): Promise<Response> {
  try {
    const response: Response = await NextAuth(authOptions())(request, context);
    return response.status < 500 ? response : refusalOf(refuse('BAD_REQUEST'));
  } catch (error) {
    return fail('BAD_REQUEST', error);
  }
}

function refusalOf({ code, detail }: Refused): Response {
  const requestId = randomUUID();
  return problemResponse(code, COMMON_REFUSALS[code], { requestId, more: detail ?? {} });
}

function fail(code: 'BAD_REQUEST' | 'INTERNAL_ERROR', error: unknown): Response {
  const requestId = randomUUID();
  logError('auth', error, { requestId });
  return problemResponse(code, COMMON_REFUSALS[code], { requestId });
}

function count({ headers }: NextRequest): Promise<Admission<null>> {
  const address = clientAddress(headers);
  return consumeRateLimit(pool(), 'auth_endpoint', { person: null, address });
}

/** The form that is sent, unless its sender may not send it. A flood is refused before it is read. */
async function admit(
  request: NextRequest,
  { nextauth }: { nextauth: string[] },
): Promise<Admission<URLSearchParams>> {
  if (!isSameOrigin(request.headers, env().NEXTAUTH_URL)) return refuse('ORIGIN_NOT_ALLOWED');
  // There anybody may write into the log.
  if (nextauth[0] === '_log') return refuse('NOT_FOUND');
  const counted = await count(request);
  if (!counted.ok) return counted;
  const form = await readFormFields(request);
  const email = form.ok && form.value.get('email');
  if (!email) return form;
  const person = email.trim().toLowerCase();
  const address = clientAddress(request.headers);
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
