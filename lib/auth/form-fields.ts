import { z } from 'zod';
import { type BodyCode, mediaTypeOf, readJson, readText } from '@/lib/http/request-body';
import { ok, type Result, refuse } from '@/lib/result';

const fields = z.record(z.string(), z.string());

/**
 * The fields of a form, sent as a browser does, as JSON, or with no body. A field may not occur twice,
 * because the value that is checked could then differ from the value that is used.
 */
export async function readFormFields(
  request: Request,
): Promise<Result<URLSearchParams, BodyCode, never>> {
  const type = mediaTypeOf(request);
  if (type === 'application/json') {
    const json = await readJson(request);
    if (!json.ok) return json;
    const parsed = fields.safeParse(json.value);
    return parsed.success ? ok(new URLSearchParams(parsed.data)) : refuse('BAD_REQUEST');
  }
  const text = await readText(request);
  if (!text.ok) return text;
  const isForm = type === 'application/x-www-form-urlencoded' || text.value === '';
  if (!isForm) return refuse('UNSUPPORTED_MEDIA_TYPE');
  const form = new URLSearchParams(text.value);
  return new Set(form.keys()).size === form.size ? ok(form) : refuse('BAD_REQUEST');
}
