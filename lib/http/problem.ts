import { STATUS_CODES } from 'node:http';
import { TOO_MANY_REQUESTS_MESSAGE } from '@/lib/http/rate-limits/messages';

/** A refusal as the HTTP API gives it: which status, and the sentence that a person may be shown. */
export interface Refusal {
  status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 429 | 500;
  detail: string;
}

/** What any endpoint may answer instead of what was asked for. The keys are stable. */
export const COMMON_REFUSALS = {
  BAD_REQUEST: { status: 400, detail: 'This request does not make sense here.' },
  MALFORMED_JSON: { status: 400, detail: 'The body is not JSON in UTF-8.' },
  SIGN_IN_REQUIRED: { status: 401, detail: 'Sign in first.' },
  ORIGIN_NOT_ALLOWED: { status: 403, detail: 'This request comes from the page of another site.' },
  NOT_FOUND: { status: 404, detail: 'There is nothing at this address that you can see.' },
  METHOD_NOT_ALLOWED: { status: 405, detail: 'This address does not take this method.' },
  BODY_TOO_LARGE: { status: 413, detail: 'The body is larger than 16 kB.' },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, detail: 'Send the body as application/json.' },
  INVALID_REQUEST: {
    status: 422,
    detail: 'The request does not fit. See errors for what does not.',
  },
  TOO_MANY_REQUESTS: { status: 429, detail: TOO_MANY_REQUESTS_MESSAGE },
  INTERNAL_ERROR: { status: 500, detail: 'Something broke on our side. Please try again.' },
} as const satisfies Record<string, Refusal>;

export type CommonCode = keyof typeof COMMON_REFUSALS;

/** Gives each code of a command its status; the sentences are the command's own messages. */
export function refusals<Code extends string>(
  messages: Record<Code, string>,
  statuses: Record<Code, Refusal['status']>,
): Record<Code, Refusal> {
  const codes = Object.keys(statuses) as Code[];
  const entries = codes.map((code) => [code, { status: statuses[code], detail: messages[code] }]);
  return Object.fromEntries(entries);
}

/** Members of a problem that only some codes have. */
interface More {
  /** Seconds to wait; also in the `Retry-After` header. */
  retry_after?: number;
}

/** Problem details (RFC 9457) of one refusal. */
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
