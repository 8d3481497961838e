/** The result of a command: a value, or a refusal with its code and details. */
export type Result<T, Code extends string, Detail = unknown> =
  | { ok: true; value: T }
  | { ok: false; code: Code; detail?: Detail };

export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

export function refuse<Code extends string>(code: Code): { ok: false; code: Code } {
  return { ok: false, code };
}
