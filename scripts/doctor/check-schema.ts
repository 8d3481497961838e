import { type Catalog, readCatalog } from '@/prisma/catalog';
import { compareCatalogs, type Difference } from '../db-sql/compare-catalogs';
import { type Database, type Finding, findingOf } from './finding';

const REPLACE =
  'Changed by hand. Find out who changed it and why, or run its definition from prisma/sql to restore it.';
const GRANT = 'Run npm run db:roles.';

/** Names start with the kind of object: `trigger sessions.sessions_7_claim_on_insert`. */
const GROUPS: readonly { what: string; kinds: readonly string[]; advice: string }[] = [
  {
    what: 'Missing or changed tables, columns and types',
    kinds: ['table', 'column', 'enum', 'sequence', 'extension'],
    advice: REPLACE,
  },
  {
    what: 'Missing or changed constraints and indexes',
    kinds: ['constraint', 'index'],
    advice: REPLACE,
  },
  {
    what: 'Missing, changed or disabled triggers',
    kinds: ['trigger', 'rule', 'policy'],
    advice: REPLACE,
  },
  { what: 'Missing or changed functions', kinds: ['function'], advice: REPLACE },
  {
    what: 'Missing or changed views and comments',
    kinds: ['view', 'comment'],
    advice: REPLACE,
  },
  { what: 'Missing or extra privileges', kinds: ['grant'], advice: GRANT },
];

/** Foreign objects matter only if they can affect our tables. */
const EXTRAS_MATTER = ['constraint', 'trigger', 'function', 'rule', 'policy', 'grant'];

/** Compares the database's schema with the snapshot, object by object. */
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

/** session_replication_role disables triggers, and can be set for a role or a database. */
async function checkReplicationRole(database: Database): Promise<Finding> {
  const { rows } = await database.query('SHOW session_replication_role');
  const role = String(rows[0]?.session_replication_role);
  return findingOf(
    'Connections that skip triggers',
    role === 'origin' ? [] : [role],
    'Reset session_replication_role to origin for the role and the database.',
  );
}
