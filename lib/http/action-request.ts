import { readText } from '@/lib/http/request-body';
import { ok, type Result, refuse } from '@/lib/result';

/** As much as Next itself reads of a server action. */
const MAX_BYTES = 1_024 * 1_024;
const MAX_DEPTH = 20;

// As every browser writes them. Nothing that two programs could read in two ways gets past these.
const MULTIPART = /^multipart\/form-data; ?boundary=([\w-]{1,70})$/;
const PART = /^\r\nContent-Disposition: form-data; name="([^"\r\n]{1,200})"\r\n\r\n([\s\S]*)\r\n$/i;

/** By name. */
type Fields = Map<string, string[]>;

/**
 * Whether Next can decode what is sent to a page: a call of a server action, by React's script or by a
 * form without it. What it cannot decode it answers with 500.
 *
 * All our actions are called with a form, after the state that it had where it shows one. So there is no
 * need for the files, streams and references that React could send as well.
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
  const text = await readText(request, MAX_BYTES);
  if (!text.ok) return text;
  const fields = readFields(text.value, boundary);
  return fields && (isCall ? isCallOfScript(fields) : isCallOfForm(fields))
    ? ok(null)
    : refuse('BAD_REQUEST');
}

/** The fields of a multipart body that has no files; null of any other. */
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

/** The arguments in field `0`, of which the last is the form: `[state, "$K1"]`, and the form `_1_…`. */
function isCallOfScript(fields: Fields): boolean {
  const [form, ...state] = plainList(fields.get('0'), isFormReference)?.reverse() ?? [];
  const names = [...fields.keys()];
  return (
    state.length <= 1 &&
    isFormReference(form) &&
    names.every((name) => name === '0' || /^_[\da-f]+_/.test(name))
  );
}

/** An action's id in a name, or in `:0` next to the state that it is called with in `:1`. */
function isCallOfForm(fields: Fields): boolean {
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

/** The list that the one text is in JSON; null of anything else, and of one that refers elsewhere. */
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

/** Whether a value is JSON for React as well, for which `$` begins what is none. */
function isPlain(value: unknown, depth = 0): boolean {
  if (typeof value === 'string') return !value.startsWith('$') || /^\$(\$|undefined$)/.test(value);
  if (typeof value !== 'object' || value === null) return true;
  return depth < MAX_DEPTH && Object.values(value).every((inner) => isPlain(inner, depth + 1));
}
