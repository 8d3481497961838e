import { randomUUID } from 'node:crypto';
import type { NextRequest } from 'next/server';
import type { z } from 'zod';
import { findRequestViewer } from '@/lib/auth/find-request-viewer';
import { pool } from '@/lib/db/client';
import { env } from '@/lib/env';
import { consumeRateLimit } from '@/lib/http/rate-limits/consume-rate-limit';
import type { RateLimitName } from '@/lib/http/rate-limits/limits';
import { logError, logInfo } from '@/lib/log';
import { ok, type Result, refuse } from '@/lib/result';
import type { Viewer } from '@/lib/users/queries';
import { clientAddress } from './client-address';
import { type AnsweredFile, type FileAnswer, fileResponse } from './file-response';
import { jsonResponse } from './json-response';
import { isSafeMethod, isSameOrigin } from './origin';
import { COMMON_REFUSALS, problemResponse, type Refusal } from './problem';
import { type Input, type InputSchemas, readInput } from './route-input';

/** An endpoint as it is declared: its checks and its OpenAPI document are made from this. */
export interface RouteDescription extends InputSchemas {
  /** As the log and the OpenAPI document know it. */
  name: string;
  summary: string;
  description?: string;
  /** Who may ask: whoever is signed in, unless it says otherwise. */
  audience?: 'viewer' | 'anyone';
  limit?: RateLimitName;
  /** Of a success: 200 unless it says otherwise. */
  status?: 200 | 201;
  /** JSON that fits the schema, or a file. */
  answer: z.ZodType | FileAnswer;
  /** What it may refuse beside what every endpoint may. */
  refusals?: Record<string, Refusal>;
  /** What a refusal carries to help, beside its sentence. */
  help?: z.ZodObject;
}

type Parsed<Of, Part extends keyof InputSchemas> =
  Of extends Record<Part, infer Schema extends z.ZodType> ? z.infer<Schema> : undefined;

type Call<Of> = { [Part in keyof InputSchemas]-?: Parsed<Of, Part> } & {
  viewer: Of extends { audience: 'anyone' } ? null : Viewer;
};

type Given<Answered> = Answered extends z.ZodType ? z.input<Answered> : AnsweredFile;

type Answer<Of extends RouteDescription> = Result<
  Given<Of['answer']>,
  (Of extends { refusals: infer Refusals } ? Extract<keyof Refusals, string> : never) | 'NOT_FOUND',
  Of extends { help: infer Help extends z.ZodType } ? z.input<Help> : undefined
>;

/** A route handler as Next takes it, with what it was made from. */
export interface RouteHandler {
  (request: NextRequest, context: { params: Promise<unknown> }): Promise<Response>;
  description: RouteDescription;
}

interface Caller {
  viewer: Viewer | null;
}

type Run = (call: Input & Caller) => Promise<Result<unknown, string, object>>;

/**
 * An endpoint of the HTTP API. Before `run` it turns away pages of other sites, whoever is not signed
 * in, whoever asks too often, and what does not fit the schemas. Refusals are problem details. Bugs are
 * logged with the request's id and answered without detail.
 */
export function defineRoute<const Of extends RouteDescription>(
  description: Of,
  run: (call: Call<Of>) => Promise<Answer<Of>>,
): RouteHandler {
  const handle = async (request: NextRequest, context: { params: Promise<unknown> }) => {
    const startedAt = performance.now();
    const requestId = randomUUID();
    const response = await respond({ description, run: run as Run }, request, context, requestId);
    response.headers.set('X-Request-Id', requestId);
    const ms = Math.round(performance.now() - startedAt);
    logInfo('api', { name: description.name, status: response.status, requestId, ms });
    return response;
  };
  return Object.assign(handle, { description });
}

async function respond(
  route: { description: RouteDescription; run: Run },
  request: NextRequest,
  context: { params: Promise<unknown> },
  requestId: string,
): Promise<Response> {
  const { name, refusals } = route.description;
  try {
    const outcome = await answer(route, request, await context.params);
    if (outcome.ok) return succeed(route.description, request, outcome.value);
    const refusal = { ...refusals, ...COMMON_REFUSALS }[outcome.code];
    if (!refusal) throw new Error(`${name} does not say what ${outcome.code} means.`);
    return problemResponse(outcome.code, refusal, { requestId, more: outcome.detail ?? {} });
  } catch (error) {
    logError('api', error, { name, requestId });
    return problemResponse('INTERNAL_ERROR', COMMON_REFUSALS.INTERNAL_ERROR, { requestId });
  }
}

function succeed(
  { answer, status = 200, audience = 'viewer' }: RouteDescription,
  request: Request,
  value: unknown,
): Response {
  if ('mediaType' in answer) return fileResponse(request, value as AnsweredFile, status);
  return jsonResponse(request, value, { status, audience });
}

async function answer(
  { description, run }: { description: RouteDescription; run: Run },
  request: NextRequest,
  params: unknown,
): Promise<Result<unknown, string, object>> {
  const admitted = await admit(description, request);
  if (!admitted.ok) return admitted;
  const input = await readInput(description, request, params);
  if (!input.ok) return input;
  return run({ ...input.value, ...admitted.value });
}

async function admit(
  { audience, limit }: RouteDescription,
  request: NextRequest,
): Promise<Result<Caller, string, object>> {
  if (!isSafeMethod(request) && !isSameOrigin(request.headers, env().NEXTAUTH_URL)) {
    return refuse('ORIGIN_NOT_ALLOWED');
  }
  const viewer = audience === 'anyone' ? null : await findRequestViewer(request);
  if (!viewer && audience !== 'anyone') return refuse('SIGN_IN_REQUIRED');
  if (!limit) return ok({ viewer });
  const by = { person: viewer?.id ?? null, address: clientAddress(request.headers) };
  const spent = await consumeRateLimit(pool(), limit, by);
  return spent.ok ? ok({ viewer }) : spent;
}
