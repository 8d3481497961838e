import { type Database, type Finding, findingOf } from './finding';
import { readLiveSchema } from './live-schema';
import type { PromisedSchema } from './promised-schema';

const MIGRATE = 'Apply them: npm run db:migrate.';
const RUN_AGAIN =
  'Mend the rows that stand against it, then run the statement of prisma/migrations that makes it.';
const ENABLE =
  'Missing: run the statement of prisma/migrations that makes it. Disabled: ALTER TABLE … ENABLE TRIGGER …. Then look at the rows above.';
const REPLACE =
  'Run the statement of prisma/migrations that makes it, as CREATE OR REPLACE FUNCTION.';
const ROLE =
  'Triggers and foreign keys do not fire. ALTER DATABASE and ALTER ROLE … RESET session_replication_role.';

/** Compares what the migrations promise with what the database has. */
export async function checkSchema(
  database: Database,
  promised: PromisedSchema,
): Promise<Finding[]> {
  const live = await readLiveSchema(database);
  const absent = (promises: Iterable<string>, present: Set<string>) =>
    [...promises].filter((name) => !present.has(name)).map((name) => `${name} is missing`);
  const idle = (promises: Set<string>, how: string) =>
    [...promises].filter((name) => live.idle.has(name)).map((name) => `${name} is ${how}`);
  const changed = [...promised.functions].flatMap(([name, body]) => {
    const liveBody = live.functions.get(name);
    if (liveBody === body) return [];
    return [`${name} is ${liveBody === undefined ? 'missing' : 'changed'}`];
  });

  const { constraints, triggers, migrations } = promised;
  return [
    findingOf('Migrations that are not applied', absent(migrations, live.migrations), MIGRATE),
    findingOf(
      'Constraints that are missing or not enforced',
      [...absent(constraints, live.constraints), ...idle(constraints, 'not enforced')],
      RUN_AGAIN,
    ),
    findingOf(
      'Triggers that are missing or disabled',
      [...absent(triggers, live.triggers), ...idle(triggers, 'disabled')],
      ENABLE,
    ),
    findingOf('Functions that are missing or changed', changed, REPLACE),
    await checkReplicationRole(database),
  ];
}

/** The role of a connection decides whether triggers fire in it; it can be set for everybody. */
async function checkReplicationRole(database: Database): Promise<Finding> {
  const { rows } = await database.query('SHOW session_replication_role');
  const role = String(rows[0]?.session_replication_role);
  return findingOf('Connections that skip triggers', role === 'origin' ? [] : [role], ROLE);
}
