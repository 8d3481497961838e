import { createHash } from 'node:crypto';
import { isSafeMethod } from '@/lib/http/origin';

const CACHING = {
  /** Only the viewer's browser may cache it, and it must revalidate each time. */
  viewer: { 'Cache-Control': 'private, no-cache', Vary: 'Cookie, Authorization' },
  anyone: { 'Cache-Control': 'public, max-age=300' },
};

interface ResponseOptions {
  status: number;
  audience: keyof typeof CACHING;
}

export function jsonResponse(request: Request, value: unknown, options: ResponseOptions): Response {
  const contentType = 'application/json';
  return textResponse(request, JSON.stringify(value), { ...options, contentType });
}

/**
 * Builds a response. For GET and HEAD it has an ETag, and is 304 if `If-None-Match` matches; for other
 * methods it is not cacheable.
 */
export function textResponse(
  request: Request,
  body: string,
  { status, audience, contentType }: ResponseOptions & { contentType: string },
): Response {
  const headers = { 'Content-Type': contentType, 'Cache-Control': 'no-store' };
  if (!isSafeMethod(request)) return new Response(body, { status, headers });

  const ETag = `"${createHash('sha256').update(body).digest('base64url')}"`;
  const caching = { ETag, ...CACHING[audience] };
  if (matchesETag(request, ETag)) return new Response(null, { status: 304, headers: caching });
  return new Response(body, { status, headers: { ...headers, ...caching } });
}

function matchesETag(request: Request, etag: string): boolean {
  const known = request.headers.get('if-none-match')?.split(',') ?? [];
  return known.some((tag) => ['*', etag, `W/${etag}`].includes(tag.trim()));
}
