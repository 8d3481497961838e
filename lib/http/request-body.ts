import { ok, type Result, refuse } from '@/lib/result';

const MAX_BYTES = 16 * 1_024;

export type BodyCode =
  | 'UNSUPPORTED_MEDIA_TYPE'
  | 'BODY_TOO_LARGE'
  | 'MALFORMED_JSON'
  | 'BAD_REQUEST';

/** Reads the body as UTF-8 text. Stops reading once it exceeds `maxBytes`. */
export async function readText(
  request: Request,
  maxBytes = MAX_BYTES,
): Promise<Result<string, 'BODY_TOO_LARGE' | 'BAD_REQUEST', never>> {
  if (Number(request.headers.get('content-length')) > maxBytes) return refuse('BODY_TOO_LARGE');
  try {
    const bytes = await readAtMost(request.body, maxBytes);
    if (!bytes) return refuse('BODY_TOO_LARGE');
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    // The body is not valid UTF-8, or the client aborted the request.
    return refuse('BAD_REQUEST');
  }
}

/** Reads the body as JSON. Stops reading once it exceeds 16 kB. */
export async function readJson(request: Request): Promise<Result<unknown, BodyCode, never>> {
  if (mediaTypeOf(request) !== 'application/json') return refuse('UNSUPPORTED_MEDIA_TYPE');
  const text = await readText(request);
  if (!text.ok) return refuse(text.code === 'BODY_TOO_LARGE' ? text.code : 'MALFORMED_JSON');
  try {
    return ok(JSON.parse(text.value));
  } catch {
    return refuse('MALFORMED_JSON');
  }
}

/** The media type without parameters, such as `application/json`; undefined without the header. */
export function mediaTypeOf({ headers }: Request): string | undefined {
  return headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
}

/** Discards the body of a request that needs none. Stops reading once it exceeds 16 kB. */
export async function skipBody(
  request: Request,
): Promise<Result<undefined, 'BODY_TOO_LARGE' | 'BAD_REQUEST', never>> {
  if (Number(request.headers.get('content-length')) > MAX_BYTES) return refuse('BODY_TOO_LARGE');
  try {
    const bytes = await readAtMost(request.body, MAX_BYTES);
    return bytes ? ok(undefined) : refuse('BODY_TOO_LARGE');
  } catch {
    // The client aborted the request.
    return refuse('BAD_REQUEST');
  }
}

/** All bytes of the stream, or null once there are more than `limit`. */
async function readAtMost(
  stream: ReadableStream<Uint8Array> | null,
  limit: number,
): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = stream?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > limit) {
      reader?.cancel().catch(() => undefined);
      return null;
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks);
}
