import { MAX_FORM_BYTES } from '@/lib/http/form-size';
import { readText } from '@/lib/http/request-body';
import { ok, type Result, refuse } from '@/lib/result';

const MAX_DEPTH = 20;

// The form that every browser sends. Strict, so that Next cannot parse a body differently from this file.
const MULTIPART = /^multipart\/form-data; ?boundary=([\w-]{1,70})$/;
const PART = /^\r\nContent-Disposition: form-data; name="([^"\r\n]{1,200})"\r\n\r\n([\s\S]*)\r\n$/i;

/** The values of each field, by name. */
type Fields = Map<string, string[]>;

/**
 * Refuses server action calls that Next cannot decode, which it would answer with 500. React calls an
 * action by script, or by a plain form before the script has loaded.
 *
 * Every action here takes a form, and optionally the form's previous state. The files, streams and
 * references that React's protocol also supports are therefore refused.
 */
export async function checkActionRequest(
  request: Request,
): Promise<Result<null, 'BODY_TOO_LARGE' | 'BAD_REQUEST', never>> {
  const { method, headers } = request;
  const type = headers.get('content-type') ?? '';
  const isCall = headers.has('next-action');
  if (method !== 'POST' || !(isCall || type.startsWith('multipart/form-data'))) return ok(null);

  const boundary = MULTIPART.exec(type)?.[1];
  if (!boundary) return refuse('BAD_REQUEST');
  const text = await readText(request, MAX_FORM_BYTES);
  if (!text.ok) return text;
  const fields = readFields(text.value, boundary);
  return fields && (isCall ? isScriptCall(fields) : isFormCall(fields))
    ? ok(null)
    : refuse('BAD_REQUEST');
}

/** The fields of a multipart body, or null if it is malformed or contains a file. */
function readFields(text: string, boundary: string): Fields | null {
  const [before, ...parts] = text.split(`--${boundary}`);
  const end = parts.pop();
  if (before !== '' || parts.length === 0 || !['--\r\n', '--'].includes(end ?? '')) return null;
  const fields: Fields = new Map();
  for (const part of parts) {
    const [, name, value] = PART.exec(part) ?? [];
    if (name === undefined || value === undefined) return null;
    fields.set(name, [...(fields.get(name) ?? []), value]);
  }
  return fields;
}

/** Field `0` has the arguments, such as `[state, "$K1"]`; the last refers to the form fields `_1_…`. */
function isScriptCall(fields: Fields): boolean {
  const [form, ...state] = plainList(fields.get('0'), isFormReference)?.reverse() ?? [];
  const names = [...fields.keys()];
  return (
    state.length <= 1 &&
    isFormReference(form) &&
    names.every((name) => name === '0' || /^_[\da-f]+_/.test(name))
  );
}

/** A field's name has the action's id; or `:0` has the id and `:1` the previous state. */
function isFormCall(fields: Fields): boolean {
  return [...fields.keys()].every((name) => {
    if (!name.startsWith('$ACTION_REF_')) return true;
    const key = `$ACTION_${name.slice('$ACTION_REF_'.length)}`;
    const [descriptor, more] = fields.get(`${key}:0`) ?? [];
    const isDescriptor = /^\{"id":"[\da-f]+","bound":"\$@1"\}$/.test(descriptor ?? '');
    return isDescriptor && more === undefined && plainList(fields.get(`${key}:1`))?.length === 1;
  });
}

function isFormReference(value: unknown): boolean {
  return typeof value === 'string' && /^\$K[\da-f]{1,4}$/.test(value);
}

/** Parses a single JSON array without references; null for anything else. */
function plainList(
  texts: string[] | undefined,
  isAllowed: (value: unknown) => boolean = () => false,
): unknown[] | null {
  const [text, ...more] = texts ?? [];
  if (text === undefined || more.length > 0) return null;
  try {
    const list: unknown = JSON.parse(text);
    const isPlainList =
      Array.isArray(list) && list.every((value) => isAllowed(value) || isPlain(value));
    return isPlainList ? list : null;
  } catch {
    return null;
  }
}

/** Whether React reads a value as plain JSON. A string that starts with `$` is a reference. */
function isPlain(value: unknown, depth = 0): boolean {
  if (typeof value === 'string') return !value.startsWith('$') || /^\$(\$|undefined$)/.test(value);
  if (typeof value !== 'object' || value === null) return true;
  return depth < MAX_DEPTH && Object.values(value).every((inner) => isPlain(inner, depth + 1));
}
