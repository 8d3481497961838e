import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SQL_DIRECTORY = join(process.cwd(), 'prisma/sql');

/** Objects that tables need. Applied before the tables. */
const BEFORE_TABLES = ['extensions', 'defaults'] as const;

/** Objects that need tables, in the order of application. */
const AFTER_TABLES = [
  'tables',
  'functions',
  'constraints',
  'indexes',
  'views',
  'triggers',
  'comments',
  'roles',
  'data',
] as const;

type SqlKind = (typeof BEFORE_TABLES)[number] | (typeof AFTER_TABLES)[number];

/** One file of prisma/sql: a database object, or a group of comments. */
export interface SqlSource {
  kind: SqlKind;
  name: string;
  text: string;
}

/** Every file of prisma/sql, in the order of application. */
export function readSqlSources(directory = SQL_DIRECTORY): {
  beforeTables: SqlSource[];
  afterTables: SqlSource[];
} {
  const read = (kind: SqlKind) => readKind(directory, kind);
  return { beforeTables: BEFORE_TABLES.flatMap(read), afterTables: AFTER_TABLES.flatMap(read) };
}

function readKind(directory: string, kind: SqlKind): SqlSource[] {
  const folder = join(directory, kind);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => ({
      kind,
      name: file.slice(0, -'.sql'.length),
      text: readFileSync(join(folder, file), 'utf8').trim(),
    }));
}

/** The path of a source, such as `triggers/sessions_keep_id`. */
export function pathOf({ kind, name }: Pick<SqlSource, 'kind' | 'name'>): string {
  return `${kind}/${name}`;
}

/** A short fingerprint of a source's text. */
export function fingerprintOf({ text }: SqlSource): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
