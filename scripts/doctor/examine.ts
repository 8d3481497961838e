import { readCatalogSnapshot } from '../db-sql/snapshot';
import { checkClock } from './check-clock';
import { checkMigrations } from './check-migrations';
import { checkRoles } from './check-roles';
import { checkRows } from './check-rows';
import { checkSchema } from './check-schema';
import { checkZones } from './check-zones';
import type { Database, Finding } from './finding';
import { ROW_CHECKS } from './row-checks';

/** Runs all checks in the current transaction of `database`. Returns one finding per check. */
export async function examine(
  database: Database,
  { readClock }: { readClock: () => number },
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const check of ROW_CHECKS) findings.push(await checkRows(database, check));
  findings.push(await checkClock(database, readClock));
  findings.push(...(await checkZones(database, readClock)));
  findings.push(await checkMigrations(database));
  findings.push(...(await checkSchema(database, readCatalogSnapshot())));
  findings.push(...(await checkRoles(database)));
  return findings;
}
