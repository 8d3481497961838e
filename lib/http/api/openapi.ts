import { STATUS_CODES } from 'node:http';
import { z } from 'zod';
import {
  createDocument,
  type ZodOpenApiObject,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathItemObject,
  type ZodOpenApiResponseObject,
} from 'zod-openapi';
import { COMMON_REFUSALS, type CommonCode, type Refusal } from './problem';
import type { RouteDescription, RouteHandler } from './route';
import { fieldError } from './route-input';

/** The exports of a route file. Only methods made by `defineRoute` are documented. */
export type RouteFile = Partial<Record<'GET' | 'POST', RouteHandler | object>>;

/** Builds the OpenAPI document of these routes, by path. */
export function documentOf(routes: Readonly<Record<string, RouteFile>>, siteUrl: string) {
  const paths = Object.entries(routes).map(([path, file]) => [path, pathItemOf(file)] as const);
  const document: ZodOpenApiObject = {
    openapi: '3.1.0',
    info: {
      title: 'PeerLoop session booking',
      version: '1.0.0',
      description:
        'Times are in UTC unless a time zone is given. Intervals exclude their end. ' +
        'Errors are problem details (RFC 9457): handle `code`, show `detail` to people.',
    },
    servers: [{ url: new URL(siteUrl).origin }],
    security: [{ cookie: [] }, { bearer: [] }],
    components: {
      securitySchemes: {
        cookie: {
          type: 'apiKey',
          in: 'cookie',
          name: 'next-auth.session-token',
          description: 'Set at sign-in. Over HTTPS the name has the prefix `__Secure-`.',
        },
        bearer: { type: 'http', scheme: 'bearer', description: 'The value of the session cookie.' },
      },
    },
    paths: Object.fromEntries(paths),
  };
  return createDocument(document, { override: dropRedundantPattern });
}

/** For a standard format, zod also adds a pattern of hundreds of characters. */
function dropRedundantPattern({
  jsonSchema,
}: {
  jsonSchema: { format?: string; pattern?: string };
}) {
  if (jsonSchema.format) delete jsonSchema.pattern;
}

function pathItemOf(file: RouteFile): ZodOpenApiPathItemObject {
  const item: ZodOpenApiPathItemObject = {};
  for (const method of ['GET', 'POST'] as const) {
    const handler = file[method];
    if (handler && 'description' in handler) {
      item[method === 'GET' ? 'get' : 'post'] = operationOf(handler.description, method);
    }
  }
  return item;
}

function operationOf(route: RouteDescription, method: 'GET' | 'POST'): ZodOpenApiOperationObject {
  const { name, summary, description, audience, params, query, headers, body } = route;
  return {
    operationId: name,
    summary,
    ...(description && { description }),
    ...(audience === 'anyone' && { security: [] }),
    requestParams: {
      ...(params && { path: params }),
      ...(query && { query }),
      ...(headers && { header: headers }),
    },
    ...(body && {
      requestBody: { required: true, content: { 'application/json': { schema: body } } },
    }),
    responses: {
      [`${route.status ?? 200}`]: {
        description: STATUS_CODES[route.status ?? 200] ?? '',
        headers: z.object({ 'x-request-id': z.uuid() }),
        content: contentOf(route.answer),
      },
      ...(method === 'GET' && {
        '304': { description: 'Not modified: the ETag in If-None-Match still matches' },
      }),
      ...problemsOf(route, method),
    },
  };
}

function contentOf(answer: RouteDescription['answer']) {
  if ('mediaType' in answer) return { [answer.mediaType]: { schema: z.string() } };
  return { 'application/json': { schema: answer } };
}

/** The error responses by status, each with its possible codes. */
function problemsOf(route: RouteDescription, method: 'GET' | 'POST') {
  const byStatus = new Map<number, Record<string, Refusal>>();
  const all = { ...commonRefusalsOf(route, method), ...route.refusals };
  for (const [code, refusal] of Object.entries(all)) {
    byStatus.set(refusal.status, { ...byStatus.get(refusal.status), [code]: refusal });
  }
  const entries = [...byStatus].map(([status, codes]) => {
    const hasHelp = Object.keys(codes).some((code) => route.refusals?.[code]);
    return [`${status}`, problemOf(status, codes, hasHelp ? route.help : undefined)] as const;
  });
  return Object.fromEntries(entries);
}

function commonRefusalsOf(
  { audience, params, query, headers, body, limit }: RouteDescription,
  method: 'GET' | 'POST',
): Record<string, Refusal> {
  const codes: CommonCode[] = ['INTERNAL_ERROR'];
  if (audience !== 'anyone') codes.push('SIGN_IN_REQUIRED');
  if (params) codes.push('NOT_FOUND');
  if (method === 'POST') codes.push('ORIGIN_NOT_ALLOWED', 'BODY_TOO_LARGE');
  if (body) codes.push('MALFORMED_JSON', 'UNSUPPORTED_MEDIA_TYPE');
  else if (method === 'POST') codes.push('BAD_REQUEST');
  if (query || headers || body) codes.push('INVALID_REQUEST');
  if (limit) codes.push('TOO_MANY_REQUESTS');
  return Object.fromEntries(codes.map((code) => [code, COMMON_REFUSALS[code]]));
}

function problemOf(
  status: number,
  codes: Record<string, Refusal>,
  help: z.ZodObject | undefined,
): ZodOpenApiResponseObject {
  const schema = z.object({
    title: z.string(),
    status: z.literal(status),
    detail: z.string().meta({ description: 'A sentence to show to people' }),
    code: z.enum(Object.keys(codes)),
    request_id: z.uuid(),
    ...(codes.INVALID_REQUEST && { errors: z.array(fieldError).optional() }),
    ...(codes.TOO_MANY_REQUESTS && {
      retry_after: z.int().meta({ description: 'Seconds to wait before the next request' }),
    }),
    ...help?.partial().shape,
  });
  const lines = Object.entries(codes).map(([code, { detail }]) => `- \`${code}\`: ${detail}`);
  return {
    description: lines.join('\n'),
    ...(codes.TOO_MANY_REQUESTS && { headers: z.object({ 'retry-after': z.string() }) }),
    content: { 'application/problem+json': { schema } },
  };
}
