import { type Database, type Finding, IDS_SHOWN } from './finding';
import type { RowCheck } from './row-checks';

/** Runs one check. A check that fails to run is also a finding. */
export async function checkRows(database: Database, check: RowCheck): Promise<Finding> {
  const { what, advice, query } = check;
  await database.query('SAVEPOINT row_check');
  try {
    const { rows } = await database.query<{ count: string; ids: string[] }>(
      `WITH found AS (${query})
       SELECT count(*) AS count, (SELECT array(SELECT id::text FROM found ORDER BY id LIMIT ${IDS_SHOWN})) AS ids
       FROM found`,
    );
    const [found] = rows;
    return { what, count: Number(found?.count ?? 0), ids: found?.ids ?? [], advice };
  } catch (error) {
    await database.query('ROLLBACK TO SAVEPOINT row_check');
    const reason = error instanceof Error ? error.message : String(error);
    const migrate = 'This check failed to run. Apply all migrations first: npm run db:migrate.';
    return { what, count: 1, ids: [reason], advice: migrate };
  }
}
