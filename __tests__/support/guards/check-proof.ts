import type { GuardProof } from './proof';

const CHECK_VIOLATION = '23514';

/** That a check refuses a statement of the owner, who may write everything. */
export function checkProof(
  guard: `${string}.${string}`,
  promise: string,
  attack: string,
  extras: Pick<GuardProof, 'arrange' | 'alsoHeldBy'> & { outcome?: string } = {},
): GuardProof {
  const { outcome, ...rest } = extras;
  const constraint = guard.slice(guard.indexOf('.') + 1);
  const refusal = { code: CHECK_VIOLATION, constraint };
  const isHeld = outcome ? { refusal, outcome } : { refusal };
  return { guard: `constraint ${guard}`, promise, attack, isHeld, ...rest };
}
