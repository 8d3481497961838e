import type { Database } from './finding';

/** What a database really has, and keeps: what is there but switched off is in `idle`. */
export interface LiveSchema {
  migrations: Set<string>;
  constraints: Set<string>;
  triggers: Set<string>;
  functions: Map<string, string>;
  idle: Set<string>;
}

const MIGRATIONS = `SELECT migration_name AS name, true AS works FROM _prisma_migrations
  WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;

// A constraint that is a foreign key works through triggers of Postgres's own, which can be disabled too.
const CONSTRAINTS = `
  SELECT relname || '.' || conname AS name, convalidated AND conenforced AND NOT EXISTS (
      SELECT FROM pg_trigger WHERE tgconstraint = c.oid AND tgenabled NOT IN ('O', 'A')) AS works
  FROM pg_constraint AS c JOIN pg_class ON pg_class.oid = conrelid
  WHERE connamespace = 'public'::regnamespace AND contype IN ('c', 'f', 'p', 'u', 'x')
    AND relname <> '_prisma_migrations'
  UNION ALL
  SELECT owner.relname || '.' || indexed.relname, indisvalid AND indisready
  FROM pg_index JOIN pg_class AS indexed ON indexed.oid = indexrelid JOIN pg_class AS owner ON owner.oid = indrelid
  WHERE indisunique AND indexed.relnamespace = 'public'::regnamespace AND owner.relname <> '_prisma_migrations'
    AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid AND contype IN ('p', 'u', 'x'))`;

const TRIGGERS = `
  SELECT relname || '.' || tgname AS name, tgenabled IN ('O', 'A') AS works
  FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
  WHERE NOT tgisinternal AND relnamespace = 'public'::regnamespace`;

const FUNCTIONS = `
  SELECT proname AS name, prosrc AS body FROM pg_proc AS f
  WHERE pronamespace = 'public'::regnamespace
    AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = f.oid AND deptype = 'e')`;

export async function readLiveSchema(database: Database): Promise<LiveSchema> {
  const { rows: known } = await database.query(
    `SELECT to_regclass('public._prisma_migrations') AS id`,
  );
  const hasMigrations = known[0]?.id !== null;
  const idle = new Set<string>();
  const working = async (query: string) => {
    const { rows } = await database.query<{ name: string; works: boolean }>(query);
    for (const { name, works } of rows) if (!works) idle.add(name);
    return new Set(rows.map(({ name }) => name));
  };
  const functions = await database.query<{ name: string; body: string }>(FUNCTIONS);
  return {
    migrations: hasMigrations ? await working(MIGRATIONS) : new Set(),
    constraints: await working(CONSTRAINTS),
    triggers: await working(TRIGGERS),
    functions: new Map(functions.rows.map(({ name, body }) => [name, body])),
    idle,
  };
}
