import { createHash } from 'node:crypto';

const CACHE_CONTROL = {
  /** Only the viewer's own browser keeps it, and asks each time whether it still holds. */
  viewer: 'private, no-cache',
  anyone: 'public, max-age=300',
};

/**
 * An answer in JSON. To a reading request it carries an ETag, and is 304 without a body for a client
 * that has it already; the answer to a write is kept by nobody.
 */
export function jsonResponse(
  request: Request,
  value: unknown,
  { status, audience }: { status: number; audience: keyof typeof CACHE_CONTROL },
): Response {
  const body = JSON.stringify(value);
  const headers = { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' };
  if (!isReading(request)) return new Response(body, { status, headers });

  const ETag = `"${createHash('sha256').update(body).digest('base64url')}"`;
  const kept = { ETag, 'Cache-Control': CACHE_CONTROL[audience], Vary: 'Cookie, Authorization' };
  if (hasAlready(request, ETag)) return new Response(null, { status: 304, headers: kept });
  return new Response(body, { status, headers: { ...headers, ...kept } });
}

/** Whether a request only asks: it changes nothing, whoever sends it. */
export function isReading({ method }: Request): boolean {
  return method === 'GET' || method === 'HEAD';
}

function hasAlready(request: Request, etag: string): boolean {
  const known = request.headers.get('if-none-match')?.split(',') ?? [];
  return known.some((tag) => ['*', etag, `W/${etag}`].includes(tag.trim()));
}
