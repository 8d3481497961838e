import { ROLES } from '../local/roles';
import { type Database, type Finding, findingOf } from './finding';

const SIGN_IN = 'See "Roles" in docs/operations.md.';

interface RoleRow {
  rolname: string;
  rolconfig: string[] | null;
}

/** Which promises rest on good will, because those who sign in may do more than their work needs. */
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
      'Roles that are missing',
      missing,
      `Run npm run db:roles as a role that may create roles. ${SIGN_IN}`,
    ),
    findingOf(
      'Roles whose statements may run for ever',
      unbounded,
      `Run npm run db:roles as a role that may create roles. ${SIGN_IN}`,
    ),
    await checkReach(database),
    await checkSettings(database),
    await checkOthers(database),
    await checkOwnRole(database),
  ];
}

/** A role that may become another, or has an attribute of an administrator, has that one's rights as well. */
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
    'Roles that may do more than their work needs',
    rows.map(({ reach }) => reach),
    `Take it away: ALTER ROLE … NO…, or REVOKE … FROM …. ${SIGN_IN}`,
  );
}

/** Settings that come with a connection can name an actor, another schema, or no limit of time. */
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
    'Settings that change what our roles do',
    rows.map(({ found }) => found),
    `Take them back: ALTER ROLE … RESET …, or ALTER DATABASE … RESET …. ${SIGN_IN}`,
  );
}

/** Only the owner and our triggers write these tables. */
async function checkOthers(database: Database): Promise<Finding> {
  const { rows } = await database.query<{ found: string }>(
    `SELECT DISTINCT rolname || ' may write ' || relname AS found
     FROM pg_class, aclexplode(relacl) AS granted JOIN pg_roles ON pg_roles.oid = grantee
     WHERE relnamespace = 'public'::regnamespace
       AND relname IN ('sessions', 'calendar_claims', 'session_events', 'notifications', 'payments')
       AND privilege_type IN ('INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER')
       AND grantee <> relowner AND rolname <> ALL($1)
     ORDER BY 1`,
    [Object.values(ROLES)],
  );
  return findingOf(
    'Other roles that may write our tables',
    rows.map(({ found }) => found),
    'Take it away, or let them sign in as one of our roles: REVOKE … ON … FROM ….',
  );
}

/** The owner can switch triggers off and write claims, events and mail; nothing but good will is in the way. */
async function checkOwnRole(database: Database): Promise<Finding> {
  const { rows } = await database.query<{ name: string; is_mighty: boolean }>(
    `SELECT current_user AS name, rolsuper OR EXISTS (
       SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace AND pg_has_role(current_user, relowner, 'USAGE')
     ) AS is_mighty
     FROM pg_roles WHERE rolname = current_user`,
  );
  const [own] = rows;
  return findingOf(
    'Promises that rest on good will',
    own?.is_mighty
      ? [`DATABASE_URL signs in as ${own.name}, which can get round every promise`]
      : [],
    `Let DATABASE_URL sign in as ${ROLES.app} and Studio as ${ROLES.ops}. ${SIGN_IN}`,
  );
}
