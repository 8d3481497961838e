import { sqlAsOwner } from '../plain-sql';
import type { GuardProof } from './proof';

/** The objects of the catalog that must have a proof, by readCatalog's names. */
const GUARDS = {
  constraint: `SELECT 'constraint ' || relname || '.' || conname
    FROM pg_constraint JOIN pg_class ON pg_class.oid = conrelid
    WHERE contype IN ('c', 'f', 'p', 'u', 'x') AND relnamespace = 'public'::regnamespace`,
  // The index of a constraint is proven with the constraint.
  index: `SELECT 'index ' || relname FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
    WHERE indisunique AND relnamespace = 'public'::regnamespace
      AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid AND conrelid = indrelid)`,
  trigger: `SELECT 'trigger ' || relname || '.' || tgname
    FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
    WHERE NOT tgisinternal AND relnamespace = 'public'::regnamespace`,
} as const;

/** The guards of these kinds that the database has, without those of Prisma's own table. */
export async function listGuards(kinds: readonly (keyof typeof GUARDS)[]): Promise<string[]> {
  const query = kinds.map((kind) => GUARDS[kind]).join(' UNION ALL ');
  const rows = await sqlAsOwner<{ guard: string }>(`SELECT guard FROM (${query}) AS found (guard)`);
  return rows.map(({ guard }) => guard).filter((guard) => !guard.includes('_prisma_migrations'));
}

/** The guards of these kinds that no proof names, and those that proofs name but the database has not. */
export async function findUnproven(
  kinds: readonly (keyof typeof GUARDS)[],
  proofs: readonly Pick<GuardProof, 'guard'>[],
) {
  const guards = await listGuards(kinds);
  const proven = proofs.map(({ guard }) => guard);
  return {
    unproven: guards.filter((guard) => !proven.includes(guard)).sort(),
    unknown: proven.filter((guard) => !guards.includes(guard)).sort(),
  };
}
