import { DatabaseError, Pool } from 'pg';

type Role = 'ops' | 'owner';

const pools = new Map<Role, Pool>();

function connections(role: Role): Pool {
  const { OPS_DATABASE_URL: ops, DIRECT_DATABASE_URL: owner } = process.env;
  const pool = pools.get(role) ?? new Pool({ connectionString: { ops, owner }[role] });
  pools.set(role, pool);
  return pool;
}

afterAll(async () => {
  await Promise.all([...pools.values()].map((pool) => pool.end()));
  pools.clear();
});

/** Runs one statement as ops would in a database tool, without the application. */
export async function sql<Row extends object = Record<string, unknown>>(
  statement: string,
  ...values: unknown[]
): Promise<Row[]> {
  return (await connections('ops').query<Row>(statement, values)).rows;
}

/** Runs one statement as the owner of the database, who migrates it. */
export async function sqlAsOwner<Row extends object = Record<string, unknown>>(
  statement: string,
  ...values: unknown[]
): Promise<Row[]> {
  return (await connections('owner').query<Row>(statement, values)).rows;
}

/** The error of a statement that the database refuses for ops. Throws if it succeeds. */
export function refusalOf(statement: string, ...values: unknown[]): Promise<DatabaseError> {
  return refusal(sql, statement, values);
}

/** The error of a statement that the database refuses for its owner. Throws if it succeeds. */
export function refusalOfOwner(statement: string, ...values: unknown[]): Promise<DatabaseError> {
  return refusal(sqlAsOwner, statement, values);
}

async function refusal(
  run: typeof sql,
  statement: string,
  values: unknown[],
): Promise<DatabaseError> {
  try {
    await run(statement, ...values);
  } catch (error) {
    if (error instanceof DatabaseError) return error;
    throw error;
  }
  throw new Error(`The database did not refuse: ${statement}`);
}
