import type { ClientBase } from 'pg';

/** Every object of a database's schema, by kind and name, with its definition as PostgreSQL prints it. */
export type Catalog = Record<string, string>;

// Without objects of extensions, and without Prisma's list of migrations.
const NOT_OF_AN_EXTENSION = `NOT EXISTS (SELECT FROM pg_depend WHERE objid = object.oid AND deptype = 'e')`;
const OURS = `relnamespace = 'public'::regnamespace AND relname <> '_prisma_migrations'`;

const TABLE_OF_COLUMN = '\\m\\w+\\.(?=\\w)';

const QUERIES = [
  // A disabled object does not keep its promise, so the definition includes whether it is enabled.
  `SELECT 'function ' || proname || '(' || pg_get_function_identity_arguments(object.oid) || ')' AS name,
     pg_get_functiondef(object.oid)
       || CASE WHEN has_function_privilege('public', object.oid, 'EXECUTE') THEN '' ELSE 'REVOKED FROM PUBLIC' END
       || CASE WHEN proowner = (SELECT relowner FROM pg_class WHERE oid = to_regclass('sessions')) THEN '' ELSE ' OWNED BY ANOTHER' END AS definition
   FROM pg_proc AS object WHERE pronamespace = 'public'::regnamespace AND ${NOT_OF_AN_EXTENSION}`,

  `SELECT 'trigger ' || relname || '.' || tgname, pg_get_triggerdef(object.oid)
     || CASE tgenabled WHEN 'O' THEN '' ELSE ' DISABLED' END
   FROM pg_trigger AS object JOIN pg_class ON pg_class.oid = tgrelid WHERE NOT tgisinternal AND ${OURS}`,

  // PostgreSQL 18 lists NOT NULL as constraints; columns have it on every version. A foreign key
  // works through internal triggers, which can be disabled too.
  `SELECT 'constraint ' || relname || '.' || conname, pg_get_constraintdef(object.oid)
     || CASE WHEN EXISTS (SELECT FROM pg_trigger WHERE tgconstraint = object.oid AND tgenabled NOT IN ('O', 'A'))
          THEN ' DISABLED' ELSE '' END
   FROM pg_constraint AS object JOIN pg_class ON pg_class.oid = conrelid WHERE contype IN ('c', 'f', 'p', 'u', 'x') AND ${OURS}`,

  `SELECT 'index ' || relname, pg_get_indexdef(object.indexrelid)
     || CASE WHEN indisvalid AND indisready THEN '' ELSE ' INVALID' END
   FROM pg_index AS object JOIN pg_class ON pg_class.oid = indexrelid
   WHERE relnamespace = 'public'::regnamespace AND indrelid <> coalesce(to_regclass('_prisma_migrations'), 0)`,

  // PostgreSQL 15 prints the table before each column, later versions only if there are several. So on 15 a
  // view is compared without these names.
  `SELECT 'view ' || relname, CASE WHEN current_setting('server_version_num')::integer >= 160000
       THEN pg_get_viewdef(object.oid) ELSE regexp_replace(pg_get_viewdef(object.oid), '${TABLE_OF_COLUMN}', '', 'g') END
     || coalesce(' WITH ' || reloptions::text, '')
   FROM pg_class AS object WHERE relkind = 'v' AND ${OURS} AND ${NOT_OF_AN_EXTENSION}`,

  `SELECT 'table ' || relname, CASE relpersistence WHEN 'u' THEN 'UNLOGGED' ELSE 'LOGGED' END
     || CASE WHEN relrowsecurity THEN ' ROW SECURITY' ELSE '' END
   FROM pg_class AS object WHERE relkind = 'r' AND ${OURS}`,

  `SELECT 'column ' || relname || '.' || attname, format_type(atttypid, atttypmod)
     || CASE WHEN attnotnull THEN ' NOT NULL' ELSE '' END
     || coalesce(' DEFAULT ' || pg_get_expr(adbin, adrelid), '') || CASE attgenerated WHEN '' THEN '' ELSE ' GENERATED' END
   FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
     LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
   WHERE relkind IN ('r', 'v') AND attnum > 0 AND NOT attisdropped AND ${OURS}`,

  `SELECT 'enum ' || typname, string_agg(enumlabel, ', ' ORDER BY enumsortorder)
   FROM pg_enum JOIN pg_type ON pg_type.oid = enumtypid WHERE typnamespace = 'public'::regnamespace GROUP BY typname`,

  `SELECT 'sequence ' || relname, format_type(seqtypid, NULL) || ' ' || seqmin || '-' || seqmax || CASE WHEN seqcycle THEN ' CYCLE' ELSE '' END
   FROM pg_sequence JOIN pg_class ON pg_class.oid = seqrelid WHERE ${OURS}`,

  `SELECT 'extension ' || extname, 'installed' FROM pg_extension WHERE extname <> 'plpgsql'`,

  `SELECT 'comment on ' || coalesce(object.type || ' ' || object.identity, ''), description
   FROM pg_description, pg_identify_object(classoid, objoid, objsubid) AS object
   WHERE object.identity LIKE '%public.%' AND object.identity NOT LIKE '%gbt%' AND object.identity NOT LIKE '%gist%'`,

  // Only our own roles and PUBLIC, because migrations do not manage other roles.
  `SELECT 'grant to ' || rolname || ' on ' || coalesce(kind || ' ' || object, ''), string_agg(privilege, ', ' ORDER BY privilege)
   FROM (
     SELECT CASE relkind WHEN 'S' THEN 'sequence' ELSE 'table' END AS kind, relname::text AS object, (aclexplode(relacl)).grantee AS grantee, (aclexplode(relacl)).privilege_type AS privilege
     FROM pg_class WHERE relkind IN ('r', 'v', 'S') AND ${OURS}
     UNION ALL
     SELECT 'column', relname || '.' || attname, (aclexplode(attacl)).grantee, (aclexplode(attacl)).privilege_type
     FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid WHERE relnamespace = 'public'::regnamespace
     UNION ALL
     SELECT 'function', proname || '(' || pg_get_function_identity_arguments(oid) || ')', (aclexplode(proacl)).grantee, (aclexplode(proacl)).privilege_type
     FROM pg_proc WHERE pronamespace = 'public'::regnamespace
     UNION ALL
     SELECT 'schema', nspname::text, (aclexplode(nspacl)).grantee, (aclexplode(nspacl)).privilege_type
     FROM pg_namespace WHERE oid = 'public'::regnamespace
     UNION ALL
     SELECT 'new tables', '', (aclexplode(defaclacl)).grantee, (aclexplode(defaclacl)).privilege_type
     FROM pg_default_acl WHERE defaclnamespace = 'public'::regnamespace AND defaclobjtype = 'r'
       AND defaclrole = (SELECT relowner FROM pg_class WHERE oid = to_regclass('sessions'))
   ) AS granted
     JOIN (SELECT oid, rolname FROM pg_roles UNION ALL SELECT 0, 'PUBLIC') AS roles (oid, rolname) ON roles.oid = grantee
   WHERE rolname IN ('peerloop_app', 'peerloop_ops') OR (rolname = 'PUBLIC' AND kind <> 'function')
   GROUP BY rolname, kind, object`,

  `SELECT 'rule ' || relname || '.' || rulename, pg_get_ruledef(object.oid)
   FROM pg_rewrite AS object JOIN pg_class ON pg_class.oid = ev_class WHERE rulename <> '_RETURN' AND ${OURS}`,

  `SELECT 'policy ' || relname || '.' || polname, coalesce(pg_get_expr(polqual, polrelid), '')
   FROM pg_policy JOIN pg_class ON pg_class.oid = polrelid WHERE ${OURS}`,
];

/** A view's definition as `readCatalog` returns it on PostgreSQL 15. */
export function withoutTableNames(definition: string): string {
  return definition.replace(/\b\w+\.(?=\w)/g, '');
}

/** Reads the schema of the database that `client` is connected to. */
export async function readCatalog(client: Pick<ClientBase, 'query'>): Promise<Catalog> {
  const found: [string, string][] = [];
  for (const query of QUERIES) {
    const { rows } = await client.query<{ name: string; definition: string }>(
      `SELECT name, definition FROM (${query}) AS found (name, definition)`,
    );
    found.push(...rows.map(({ name, definition }): [string, string] => [name, definition]));
  }
  return Object.fromEntries(found.sort(([a], [b]) => (a < b ? -1 : 1)));
}
