import type { ClientBase, DatabaseError } from 'pg';
import type { RoleName } from '@/scripts/local/roles';

/** Runs statements as the owner, in the transaction of a proof, and returns the rows of the last one. */
export type Run = <Row extends object = Record<string, unknown>>(sql: string) => Promise<Row[]>;

/** The expected fields of a refusal. */
export type Refusal = Partial<Pick<DatabaseError, 'code' | 'constraint' | 'table' | 'message'>>;

/**
 * Proves that one object of the catalog keeps one promise: the promise holds with the object, and is broken
 * without it.
 */
export interface GuardProof {
  /** The object, by readCatalog's name: `constraint <table>.<name>`, `trigger <table>.<name>`, `index <name>`. */
  guard: string;
  /** The promise in plain English: the name of the test. */
  promise: string;
  /** The role of the attack. The owner by default, so that no missing privilege hides the guard. */
  as?: RoleName | 'owner';
  /** What the owner does to the scene (see scene.ts) first. */
  arrange?: string;
  /** The statements, separated by semicolons, that break the promise when nothing stops them. */
  attack: string;
  /** How the test sees that the promise was kept. */
  isHeld: Held;
  /** Other objects that each keep this promise too. Only without them and the guard is it broken. */
  alsoHeldBy?: readonly string[];
}

/**
 * A guard that refuses holds if the attack fails with `refusal`. A guard that derives or records holds if the
 * attack succeeds and then `outcome`, a query of one boolean or a function, returns true. With both, the guard
 * refuses, and `outcome` returns true if another object has corrected the attack instead.
 */
export type Held =
  | { refusal: Refusal; outcome?: Outcome }
  | { refusal?: undefined; outcome: Outcome };

export type Outcome = string | ((run: Run) => Promise<boolean>);

/** The result of one attack. */
export type Trial = { refusal: DatabaseError } | { refusal: null; outcome: boolean | null };

/** The statement that removes a guard from the database, with everything that depends on it. */
export function removalOf(guard: string): string {
  const [, kind, table, name] = /^(constraint|trigger|column) (\w+)\.(\w+)$/.exec(guard) ?? [];
  if (kind === 'constraint') return `ALTER TABLE ${table} DROP CONSTRAINT ${name} CASCADE`;
  // PostgreSQL disables no trigger of a view.
  if (kind === 'trigger' && table?.startsWith('ops_')) return `DROP TRIGGER ${name} ON ${table}`;
  if (kind === 'trigger') return `ALTER TABLE ${table} DISABLE TRIGGER ${name}`;
  if (kind === 'column') return `ALTER TABLE ${table} ALTER COLUMN ${name} DROP NOT NULL`;
  const [, index] = /^index (\w+)$/.exec(guard) ?? [];
  if (index) return `DROP INDEX ${index} CASCADE`;
  throw new Error(`No guard is called "${guard}".`);
}

export function runIn(client: ClientBase): Run {
  return async <Row extends object>(sql: string) => {
    const results: unknown = await client.query(sql);
    const last = Array.isArray(results) ? results.at(-1) : results;
    return (last as { rows: Row[] }).rows;
  };
}
