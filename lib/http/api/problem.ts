import { STATUS_CODES } from 'node:http';
import { UNEXPECTED_ERROR_MESSAGE } from '@/lib/http/messages';
import { TOO_MANY_REQUESTS_MESSAGE } from '@/lib/http/rate-limits/messages';

/** A refusal of the HTTP API. `detail` may be shown to a person. */
export interface Refusal {
  status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 429 | 500;
  detail: string;
}

/** Refusals that any endpoint may return. The keys are stable. */
export const COMMON_REFUSALS = {
  BAD_REQUEST: { status: 400, detail: 'Bad request. Check the path and the body.' },
  MALFORMED_JSON: { status: 400, detail: 'The body is not valid JSON. Send JSON in UTF-8.' },
  SIGN_IN_REQUIRED: { status: 401, detail: 'Not signed in. Sign in first.' },
  ORIGIN_NOT_ALLOWED: {
    status: 403,
    detail: 'Cross-origin requests are not allowed. Send the request from this site.',
  },
  NOT_FOUND: { status: 404, detail: 'Not found, or you do not have access. Check the URL.' },
  METHOD_NOT_ALLOWED: { status: 405, detail: 'Method not allowed. Use one from the Allow header.' },
  BODY_TOO_LARGE: { status: 413, detail: 'The body is larger than 16 kB. Send a smaller one.' },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, detail: 'Send the body as application/json.' },
  INVALID_REQUEST: {
    status: 422,
    detail: 'Invalid request. Fix the fields listed in errors.',
  },
  TOO_MANY_REQUESTS: { status: 429, detail: TOO_MANY_REQUESTS_MESSAGE },
  INTERNAL_ERROR: { status: 500, detail: UNEXPECTED_ERROR_MESSAGE },
} as const satisfies Record<string, Refusal>;

export type CommonCode = keyof typeof COMMON_REFUSALS;

/** Combines a command's messages with the status of each code. */
export function refusals<Code extends string>(
  messages: Record<Code, string>,
  statuses: Record<Code, Refusal['status']>,
): Record<Code, Refusal> {
  const codes = Object.keys(statuses) as Code[];
  const entries = codes.map((code) => [code, { status: statuses[code], detail: messages[code] }]);
  return Object.fromEntries(entries);
}

/** Optional members of a problem. */
interface More {
  /** Seconds to wait; also in the `Retry-After` header. */
  retry_after?: number;
}

/** Builds a problem details response (RFC 9457). */
export function problemResponse(
  code: string,
  { status, detail }: Refusal,
  { requestId, more = {} }: { requestId: string; more?: More },
): Response {
  const title = STATUS_CODES[status];
  const body = { title, status, detail, code, request_id: requestId, ...more };
  const response = new Response(JSON.stringify(body), { status });
  response.headers.set('Content-Type', 'application/problem+json');
  response.headers.set('Cache-Control', 'no-store');
  response.headers.set('X-Request-Id', requestId);
  if (status === 401) response.headers.set('WWW-Authenticate', 'Bearer');
  if (more.retry_after) response.headers.set('Retry-After', String(more.retry_after));
  return response;
}
