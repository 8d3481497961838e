import { z } from 'zod';
import { type BodyCode, readJson, skipBody } from '@/lib/http/request-body';
import { ok, type Result, refuse } from '@/lib/result';

/** The schemas of the parts of a request. A part without a schema is ignored. */
export interface InputSchemas {
  /** Path parameters. Invalid ones are answered with 404. */
  params?: z.ZodObject;
  query?: z.ZodObject;
  /** Keys are in lower case. */
  headers?: z.ZodObject;
  body?: z.ZodType;
}

export type Input = Record<keyof InputSchemas, unknown>;

/** An invalid field. `pointer` is a JSON Pointer (RFC 6901) as a URI fragment. */
export const fieldError = z
  .object({ in: z.enum(['query', 'headers', 'body']), pointer: z.string(), detail: z.string() })
  .meta({ id: 'FieldError', example: { in: 'body', pointer: '#/note', detail: 'Too long' } });

export type FieldError = z.infer<typeof fieldError>;

/** Reads and parses the parts of a request. Reports all errors at once. */
export async function readInput(
  schemas: InputSchemas,
  request: Request,
  params: unknown,
): Promise<Result<Input, BodyCode | 'NOT_FOUND' | 'INVALID_REQUEST', { errors: FieldError[] }>> {
  const path = schemas.params?.safeParse(params);
  if (path && !path.success) return refuse('NOT_FOUND');
  const json = schemas.body ? await readJson(request) : await skipBody(request);
  if (!json.ok) return json;

  const parts = {
    query: schemas.query?.safeParse(Object.fromEntries(new URL(request.url).searchParams)),
    headers: schemas.headers?.safeParse(Object.fromEntries(request.headers)),
    body: schemas.body?.safeParse(json.value),
  };
  const errors = (['query', 'headers', 'body'] as const).flatMap((part) =>
    (parts[part]?.error?.issues ?? []).map(({ path, message }) => ({
      in: part,
      pointer: pointerTo(path),
      detail: message,
    })),
  );
  if (errors.length > 0) return { ...refuse('INVALID_REQUEST'), detail: { errors } };
  return ok({
    params: path?.data,
    query: parts.query?.data,
    headers: parts.headers?.data,
    body: parts.body?.data,
  });
}

function pointerTo(path: readonly PropertyKey[]): string {
  const steps = path.map((step) => String(step).replaceAll('~', '~0').replaceAll('/', '~1'));
  return `#${steps.map((step) => `/${encodeURIComponent(step)}`).join('')}`;
}
