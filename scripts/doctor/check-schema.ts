import { type Catalog, readCatalog } from '@/prisma/catalog';
import { compareCatalogs, type Difference } from '../db-sql/compare-catalogs';
import { type Database, type Finding, findingOf } from './finding';

const REPLACE =
  'Somebody changed it by hand. Copy its definition from prisma/sql and run it, or ask who changed it and why.';
const GRANT = 'Run npm run db:roles.';

/** Names begin with the kind of object: `trigger sessions.sessions_7_claim_on_insert`. */
const GROUPS: readonly { what: string; kinds: readonly string[]; advice: string }[] = [
  {
    what: 'Tables, columns and types that are missing or changed',
    kinds: ['table', 'column', 'enum', 'sequence', 'extension'],
    advice: REPLACE,
  },
  {
    what: 'Constraints and indexes that are missing or changed',
    kinds: ['constraint', 'index'],
    advice: REPLACE,
  },
  {
    what: 'Triggers that are missing, changed or switched off',
    kinds: ['trigger', 'rule', 'policy'],
    advice: REPLACE,
  },
  { what: 'Functions that are missing or changed', kinds: ['function'], advice: REPLACE },
  {
    what: 'Views and comments that are missing or changed',
    kinds: ['view', 'comment'],
    advice: REPLACE,
  },
  { what: 'Privileges that are missing or too many', kinds: ['grant'], advice: GRANT },
];

/** What is there beside our own objects matters only where it can act on our tables. */
const EXTRAS_MATTER = ['constraint', 'trigger', 'function', 'rule', 'policy', 'grant'];

/** Whether the database's schema is, object by object, the one that its migrations lead to. */
export async function checkSchema(database: Database, promised: Catalog): Promise<Finding[]> {
  const differences = compareCatalogs(promised, await readCatalog(database)).filter(isOfInterest);
  return [
    ...GROUPS.map(({ what, kinds, advice }) => {
      const names = differences
        .filter(({ name }) => kinds.includes(kindOf(name)))
        .map(({ name, is }) => `${name} is ${is}`);
      return findingOf(what, names, advice);
    }),
    await checkReplicationRole(database),
  ];
}

function isOfInterest({ name, is }: Difference): boolean {
  return is !== 'extra' || EXTRAS_MATTER.includes(kindOf(name));
}

function kindOf(name: string): string {
  return name.split(' ')[0] ?? '';
}

/** Whether triggers fire is a setting of each connection, and can be set for everybody. */
async function checkReplicationRole(database: Database): Promise<Finding> {
  const { rows } = await database.query('SHOW session_replication_role');
  const role = String(rows[0]?.session_replication_role);
  return findingOf(
    'Connections that skip triggers',
    role === 'origin' ? [] : [role],
    'Set session_replication_role back to origin, for the role and for the database.',
  );
}
