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

// next-auth copies the error into the Location header, which cannot have these characters.
const CONTROL_CHARACTER = /\p{Cc}/u;

export async function GET(request: NextRequest, context: Context): Promise<Response> {
  try {
    const counted = await count(request);
    if (!counted.ok) return refusalOf(counted);
    const reason = request.nextUrl.searchParams.get('error') ?? '';
    if (CONTROL_CHARACTER.test(reason)) return refusalOf(refuse('BAD_REQUEST'));
    return await askNextAuth(request, context);
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
 * On a malformed request, next-auth throws or responds with 500. The response here is 400. Both cases are
 * logged, because the fault could be ours: an exception here, and a 500 by next-auth's logger.
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

/** The submitted form, or a refusal. The rate limit by IP address applies before the body is read. */
async function admit(
  request: NextRequest,
  { nextauth }: { nextauth: string[] },
): Promise<Admission<URLSearchParams>> {
  if (!isSameOrigin(request.headers, env().NEXTAUTH_URL)) return refuse('ORIGIN_NOT_ALLOWED');
  // This endpoint of next-auth lets anyone write to the log.
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

/** A copy of the request with its form as the body, because a body can be read only once. */
function withForm({ url, headers }: NextRequest, form: URLSearchParams): NextRequest {
  const sent = new Headers(headers);
  sent.delete('content-length');
  sent.set('content-type', 'application/x-www-form-urlencoded');
  return new NextRequest(url, { method: 'POST', headers: sent, body: form.toString() });
}
