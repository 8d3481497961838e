import { randomUUID } from 'node:crypto';
import type { NextRequest } from 'next/server';
import type { z } from 'zod';
import { findRequestViewer } from '@/lib/auth/find-request-viewer';
import { pool } from '@/lib/db/client';
import { env } from '@/lib/env';
import { clientAddress } from '@/lib/http/client-address';
import { isSafeMethod, isSameOrigin } from '@/lib/http/origin';
import { consumeRateLimit } from '@/lib/http/rate-limits/consume-rate-limit';
import type { RateLimitName } from '@/lib/http/rate-limits/limits';
import { logError, logInfo } from '@/lib/log';
import { ok, type Result, refuse } from '@/lib/result';
import type { Viewer } from '@/lib/users/queries';
import { type FileAnswer, type FileBody, fileResponse } from './file-response';
import { jsonResponse } from './json-response';
import { COMMON_REFUSALS, problemResponse, type Refusal } from './problem';
import { type Input, type InputSchemas, readInput } from './route-input';

/** The declaration of an endpoint. Its checks and its OpenAPI document are derived from it. */
export interface RouteDescription extends InputSchemas {
  /** The name in the log and the `operationId` in the OpenAPI document. */
  name: string;
  summary: string;
  description?: string;
  /** Who may call it. Defaults to `viewer`: every signed-in person. */
  audience?: 'viewer' | 'anyone';
  limit?: RateLimitName;
  /** The status of a success. Defaults to 200. */
  status?: 200 | 201;
  /** The response body: JSON that matches the schema, or a file. */
  answer: z.ZodType | FileAnswer;
  /** Refusals in addition to `COMMON_REFUSALS`. */
  refusals?: Record<string, Refusal>;
  /** Extra fields of a refusal that help the client recover. */
  help?: z.ZodObject;
}

type ParsedPart<Description, Part extends keyof InputSchemas> =
  Description extends Record<Part, infer Schema extends z.ZodType> ? z.infer<Schema> : undefined;

type RouteCall<Description> = {
  [Part in keyof InputSchemas]-?: ParsedPart<Description, Part>;
} & {
  viewer: Description extends { audience: 'anyone' } ? null : Viewer;
};

type ResponseBody<Answer> = Answer extends z.ZodType ? z.input<Answer> : FileBody;

type RouteResult<Description extends RouteDescription> = Result<
  ResponseBody<Description['answer']>,
  | (Description extends { refusals: infer Refusals } ? Extract<keyof Refusals, string> : never)
  | 'NOT_FOUND',
  Description extends { help: infer Help extends z.ZodType } ? z.input<Help> : undefined
>;

/** A Next.js route handler with its description. */
export interface RouteHandler {
  (request: NextRequest, context: { params: Promise<unknown> }): Promise<Response>;
  description: RouteDescription;
}

interface Caller {
  viewer: Viewer | null;
}

type UntypedHandler = (call: Input & Caller) => Promise<Result<unknown, string, object>>;

/**
 * Defines an endpoint of the HTTP API. It calls `run` only after it has checked the origin, the
 * sign-in, the rate limit and the input, in this order. Refusals become problem details (RFC 9457).
 * Bugs are logged with the request id and answered with 500, without detail.
 */
export function defineRoute<const Description extends RouteDescription>(
  description: Description,
  run: (call: RouteCall<Description>) => Promise<RouteResult<Description>>,
): RouteHandler {
  const handle = async (request: NextRequest, context: { params: Promise<unknown> }) => {
    const startedAt = performance.now();
    const requestId = randomUUID();
    const route = { description, run: run as UntypedHandler };
    const response = await respond(route, request, context, requestId);
    response.headers.set('X-Request-Id', requestId);
    const ms = Math.round(performance.now() - startedAt);
    logInfo('api', { name: description.name, status: response.status, requestId, ms });
    return response;
  };
  return Object.assign(handle, { description });
}

async function respond(
  route: { description: RouteDescription; run: UntypedHandler },
  request: NextRequest,
  context: { params: Promise<unknown> },
  requestId: string,
): Promise<Response> {
  const { name, refusals } = route.description;
  try {
    const outcome = await handleRequest(route, request, await context.params);
    if (outcome.ok) return successResponse(route.description, request, outcome.value);
    const refusal = { ...refusals, ...COMMON_REFUSALS }[outcome.code];
    if (!refusal) throw new Error(`${name} does not declare the refusal ${outcome.code}.`);
    return problemResponse(outcome.code, refusal, { requestId, more: outcome.detail ?? {} });
  } catch (error) {
    logError('api', error, { name, requestId });
    return problemResponse('INTERNAL_ERROR', COMMON_REFUSALS.INTERNAL_ERROR, { requestId });
  }
}

function successResponse(
  { answer, status = 200, audience = 'viewer' }: RouteDescription,
  request: Request,
  value: unknown,
): Response {
  if ('mediaType' in answer) return fileResponse(request, value as FileBody, status);
  return jsonResponse(request, value, { status, audience });
}

async function handleRequest(
  { description, run }: { description: RouteDescription; run: UntypedHandler },
  request: NextRequest,
  params: unknown,
): Promise<Result<unknown, string, object>> {
  const caller = await authorize(description, request);
  if (!caller.ok) return caller;
  const input = await readInput(description, request, params);
  if (!input.ok) return input;
  return run({ ...input.value, ...caller.value });
}

async function authorize(
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
  const consumed = await consumeRateLimit(pool(), limit, by);
  return consumed.ok ? ok({ viewer }) : consumed;
}
