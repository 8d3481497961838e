import { createHash } from 'node:crypto';
import { isSafeMethod } from './origin';

const CACHING = {
  /** Only the viewer's own browser keeps it, and asks each time whether it still holds. */
  viewer: { 'Cache-Control': 'private, no-cache', Vary: 'Cookie, Authorization' },
  anyone: { 'Cache-Control': 'public, max-age=300' },
};

interface ResponseOptions {
  status: number;
  audience: keyof typeof CACHING;
}

/** An answer in JSON. */
export function jsonResponse(request: Request, value: unknown, manner: ResponseOptions): Response {
  const contentType = 'application/json';
  return textResponse(request, JSON.stringify(value), { ...manner, contentType });
}

/**
 * An answer of any kind. To a reading request it carries an ETag, and is 304 without a body for a
 * client that has it already; the answer to a write is kept by nobody.
 */
export function textResponse(
  request: Request,
  body: string,
  { status, audience, contentType }: ResponseOptions & { contentType: string },
): Response {
  const headers = { 'Content-Type': contentType, 'Cache-Control': 'no-store' };
  if (!isSafeMethod(request)) return new Response(body, { status, headers });

  const ETag = `"${createHash('sha256').update(body).digest('base64url')}"`;
  const kept = { ETag, ...CACHING[audience] };
  if (matchesETag(request, ETag)) return new Response(null, { status: 304, headers: kept });
  return new Response(body, { status, headers: { ...headers, ...kept } });
}

function matchesETag(request: Request, etag: string): boolean {
  const known = request.headers.get('if-none-match')?.split(',') ?? [];
  return known.some((tag) => ['*', etag, `W/${etag}`].includes(tag.trim()));
}
