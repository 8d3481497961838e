import type { GuardProof } from './proof';
import { ID } from './scene';

type Extras = Pick<GuardProof, 'as' | 'arrange' | 'alsoHeldBy'> & { outcome?: string };

/**
 * That a foreign key refuses a statement: one that points nowhere, or one that would leave others pointing
 * nowhere. The codes of the two differ between versions of PostgreSQL, so the name alone tells.
 */
export function referenceProof(
  guard: `${string}.${string}`,
  promise: string,
  attack: string,
  { outcome, ...extras }: Extras = {},
): GuardProof {
  const refusal = { constraint: guard.slice(guard.indexOf('.') + 1) };
  const isHeld = outcome ? { refusal, outcome } : { refusal };
  return { guard: `constraint ${guard}`, promise, attack, isHeld, ...extras };
}

/** That what follows from deleting or renaming the other row happens. */
export function consequenceProof(
  guard: `${string}.${string}`,
  promise: string,
  scene: { arrange: string; attack: string; outcome: string },
): GuardProof {
  const { outcome, ...rest } = scene;
  return { guard: `constraint ${guard}`, promise, isHeld: { outcome }, ...rest };
}

/** Deletes the stranger of the scene. Only the owner may. */
export const REMOVE_STRANGER = `DELETE FROM users WHERE id = ${ID.stranger}`;

/** Writes past triggers and foreign keys, to tell one foreign key from another that comes first. */
export function pastTriggers(statement: string): string {
  return `SET LOCAL session_replication_role = replica; ${statement};
    SET LOCAL session_replication_role = origin`;
}
