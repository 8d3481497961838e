import { ROLES } from '../local/roles';
import { type Database, type Finding, findingOf } from './finding';

const SIGN_IN = 'See "Roles" in docs/operations.md.';

interface RoleRow {
  rolname: string;
  rolconfig: string[] | null;
}

/** Reports roles with more privileges than they need, because they can bypass the invariants. */
export async function checkRoles(database: Database): Promise<Finding[]> {
  const roles = await database.query<RoleRow>(
    'SELECT rolname, rolconfig FROM pg_roles WHERE rolname = ANY($1)',
    [Object.values(ROLES)],
  );
  const found = new Map(roles.rows.map((row) => [row.rolname, row.rolconfig ?? []]));
  const missing = Object.values(ROLES).filter((name) => !found.has(name));
  const unbounded = [...found]
    .filter(([, settings]) => !settings.some((one) => one.startsWith('statement_timeout=')))
    .map(([name]) => `${name} has no statement_timeout`);
  return [
    findingOf(
      'Missing roles',
      missing,
      `Run npm run db:roles as a role that can create roles. ${SIGN_IN}`,
    ),
    findingOf(
      'Roles without a statement timeout',
      unbounded,
      `Run npm run db:roles as a role that can create roles. ${SIGN_IN}`,
    ),
    await checkReach(database),
    await checkSettings(database),
    await checkOthers(database),
    await checkOwnRole(database),
  ];
}

/** A role inherits the privileges of the roles it is a member of, and of its administrator attributes. */
async function checkReach(database: Database): Promise<Finding> {
  const { rows } = await database.query<{ reach: string }>(
    `SELECT rolname || ' has the attribute ' || attribute AS reach
     FROM pg_roles, LATERAL (VALUES ('SUPERUSER', rolsuper), ('CREATEROLE', rolcreaterole), ('CREATEDB', rolcreatedb),
       ('REPLICATION', rolreplication), ('BYPASSRLS', rolbypassrls)) AS held (attribute, is_held)
     WHERE is_held AND rolname = ANY($1)
     UNION ALL
     SELECT member::regrole || ' is a member of ' || roleid::regrole FROM pg_auth_members
     WHERE member::regrole::text = ANY($1)
     ORDER BY 1`,
    [Object.values(ROLES)],
  );
  return findingOf(
    'Roles with more privileges than they need',
    rows.map(({ reach }) => reach),
    `Revoke them: ALTER ROLE … NO…, or REVOKE … FROM …. ${SIGN_IN}`,
  );
}

/** Settings of a role or database can set an actor, another schema, or no timeout. */
async function checkSettings(database: Database): Promise<Finding> {
  const { rows } = await database.query<{ found: string }>(
    `SELECT coalesce(rolname, 'everybody') || ': ' || setting AS found
     FROM pg_db_role_setting LEFT JOIN pg_roles ON pg_roles.oid = setrole, unnest(setconfig) AS setting
     WHERE (rolname = ANY($1) OR setrole = 0)
       AND (setdatabase = 0 OR setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database()))
       AND setting ~ '^(peerloop\\.|search_path=|session_replication_role=|statement_timeout=0)'
     ORDER BY 1`,
    [Object.values(ROLES)],
  );
  return findingOf(
    'Role or database settings that affect our roles',
    rows.map(({ found }) => found),
    `Reset them: ALTER ROLE … RESET …, or ALTER DATABASE … RESET …. ${SIGN_IN}`,
  );
}

/** Only the owner and our triggers write these tables. */
async function checkOthers(database: Database): Promise<Finding> {
  const { rows } = await database.query<{ found: string }>(
    `SELECT DISTINCT rolname || ' can write to ' || relname AS found
     FROM pg_class, aclexplode(relacl) AS granted JOIN pg_roles ON pg_roles.oid = grantee
     WHERE relnamespace = 'public'::regnamespace
       AND relname IN ('sessions', 'calendar_claims', 'session_events', 'notifications', 'payments')
       AND privilege_type IN ('INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER')
       AND grantee <> relowner AND rolname <> ALL($1)
     ORDER BY 1`,
    [Object.values(ROLES)],
  );
  return findingOf(
    'Other roles that can write to our tables',
    rows.map(({ found }) => found),
    'Revoke it: REVOKE … ON … FROM …. Or connect as one of our roles.',
  );
}

/** The owner can disable triggers and write claims, events and emails, so the product must not connect as owner. */
async function checkOwnRole(database: Database): Promise<Finding> {
  const { rows } = await database.query<{ name: string; is_mighty: boolean }>(
    `SELECT current_user AS name, rolsuper OR EXISTS (
       SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace AND pg_has_role(current_user, relowner, 'USAGE')
     ) AS is_mighty
     FROM pg_roles WHERE rolname = current_user`,
  );
  const [own] = rows;
  return findingOf(
    'Invariants that are not enforced',
    own?.is_mighty
      ? [`DATABASE_URL connects as ${own.name}, which can bypass every invariant`]
      : [],
    `Connect as ${ROLES.app} in DATABASE_URL, and as ${ROLES.ops} in Studio. ${SIGN_IN}`,
  );
}
