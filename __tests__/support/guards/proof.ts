import type { ClientBase, DatabaseError } from 'pg';
import type { RoleName } from '@/scripts/local/roles';

/** Runs statements as the owner, in the transaction of a proof, and returns the rows of the last one. */
export type Run = <Row extends object = Record<string, unknown>>(sql: string) => Promise<Row[]>;

/** What a refusal looks like. Whatever is not given here does not matter. */
export type Refusal = Partial<Pick<DatabaseError, 'code' | 'constraint' | 'table' | 'message'>>;

/**
 * That one object of the catalog is what keeps one promise: the promise holds while the object is there,
 * and not any more once it is gone.
 */
export interface GuardProof {
  /** The object, by readCatalog's name: `constraint <table>.<name>`, `trigger <table>.<name>`, `index <name>`. */
  guard: string;
  /** The promise in plain English: the name of the test. */
  promise: string;
  /** Who attacks. The owner unless it says otherwise, so that no missing privilege hides the guard. */
  as?: RoleName | 'owner';
  /** What the owner does to the scene (see scene.ts) first. */
  arrange?: string;
  /** The statements, separated by semicolons, that break the promise when nothing stops them. */
  attack: string;
  /** How it shows that the promise was kept. */
  isHeld: Held;
  /** Other objects that each keep this promise too. Only without them and the guard is it broken. */
  alsoHeldBy?: readonly string[];
}

/**
 * A guard that refuses is held when the attack meets `refusal`. One that derives or records is held when
 * the attack succeeds and `outcome`, a query of one boolean or a function, then says true. With both, the
 * guard itself refuses, and `outcome` tells that another object has put the attack right instead.
 */
export type Held =
  | { refusal: Refusal; outcome?: Outcome }
  | { refusal?: undefined; outcome: Outcome };

export type Outcome = string | ((run: Run) => Promise<boolean>);

/** What became of one attack. */
export type Trial = { refusal: DatabaseError } | { refusal: null; outcome: boolean | null };

/** The statement that takes a guard out of the database. Whatever hangs on it goes with it. */
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
