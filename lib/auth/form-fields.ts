import { z } from 'zod';
import { type BodyCode, mediaTypeOf, readJson, readText } from '@/lib/http/request-body';
import { ok, type Result, refuse } from '@/lib/result';

const fields = z.record(z.string(), z.string());

/**
 * The fields of a form that is sent as a browser sends it, as JSON, or with no body at all. None may be
 * given twice: the one that is checked would not be the one that is used.
 */
export async function readFormFields(
  request: Request,
): Promise<Result<URLSearchParams, BodyCode | 'BAD_REQUEST', never>> {
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
