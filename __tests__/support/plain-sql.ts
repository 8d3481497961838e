import { DatabaseError, Pool } from 'pg';

let pool: Pool | undefined;

function connections(): Pool {
  pool ??= new Pool({ connectionString: process.env.DATABASE_URL });
  return pool;
}

afterAll(async () => {
  await pool?.end();
  pool = undefined;
});

/** Runs one statement as someone with a database tool would: nothing of the application is told. */
export async function sql<Row extends object = Record<string, unknown>>(
  statement: string,
  ...values: unknown[]
): Promise<Row[]> {
  return (await connections().query<Row>(statement, values)).rows;
}

/** What the database said when it refused a statement. Throws when it did not. */
export async function refusalOf(statement: string, ...values: unknown[]): Promise<DatabaseError> {
  try {
    await sql(statement, ...values);
  } catch (error) {
    if (error instanceof DatabaseError) return error;
    throw error;
  }
  throw new Error(`The database did not refuse: ${statement}`);
}
