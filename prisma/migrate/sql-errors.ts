import { DriverAdapterError } from '@prisma/driver-adapter-utils';
import { DatabaseError } from 'pg';

const LOCK_NOT_AVAILABLE = '55P03';
const DEADLOCK_DETECTED = '40P01';

/** The statement waited for a lock longer than `lock_timeout`. */
export function isLockTimeout(error: unknown): boolean {
  return error instanceof DatabaseError && error.code === LOCK_NOT_AVAILABLE;
}

/** A retry of the same script may succeed. */
export function isLockProblem(error: unknown): boolean {
  return (
    isLockTimeout(error) || (error instanceof DatabaseError && error.code === DEADLOCK_DETECTED)
  );
}

/** The message for an operator. Our own errors are already sentences. */
export function composeFailure(error: unknown, name: string, script: string): unknown {
  if (!(error instanceof DatabaseError)) return error;
  const words = [describeError(error, script), error.detail, error.hint].filter(Boolean);
  return new Error(`The migrations could not be applied.\n${name}: ${words.join('\n')}`);
}

/** The server's message, with the line of the script. */
function describeError(error: DatabaseError, script: string): string {
  const line = script.slice(0, Number(error.position)).split('\n').length;
  const place = error.position ? ` at line ${line}` : '';
  return [`${error.message}${place}`, error.where].filter(Boolean).join('\n');
}

/** The error as the engine records it. */
export function convertForEngine(error: DatabaseError, script: string): DriverAdapterError {
  return new DriverAdapterError({
    kind: 'postgres',
    code: error.code ?? 'XX000',
    severity: error.severity ?? 'ERROR',
    message: describeError(error, script),
    detail: error.detail,
    column: error.column,
    hint: error.hint,
  });
}

/** The migration that failed, as the engine's trace names it. */
export function nameIn(error: unknown): string | undefined {
  return /with migration_name="([^"]+)"/.exec(String(error))?.[1];
}

/** The engine's message without its trace. */
export function sentenceOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const [sentence = ''] = message.split(/\n +0: /);
  const name = nameIn(error);
  return `${name ? `${name}: ` : ''}${sentence.replace('external connector error\n', '').trim()}`;
}
