type Fields = Record<string, string | number | boolean | null | undefined>;

/** One JSON line to stdout. Never pass user input or an email address. */
export function logInfo(message: string, fields: Fields = {}): void {
  process.stdout.write(`${JSON.stringify({ level: 'info', message, ...fields })}\n`);
}

/** One JSON line to stderr, with the error's stack: for bugs, not for refusals. */
export function logError(message: string, error: unknown, fields: Fields = {}): void {
  const stack = error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${JSON.stringify({ level: 'error', message, ...fields, stack })}\n`);
}
