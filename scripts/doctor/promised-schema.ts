import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const DIRECTORY = join(process.cwd(), 'prisma/migrations');
const PIECE = /\$\$[\s\S]*?\$\$|'(?:''|[^'])*'|--[^\n]*|;|[^$';-]+|[$'-]/g;
const NAME = '"?(\\w+)"?';

/** What the migrations promise that a database has. Names of what belongs to a table begin with it. */
export interface PromisedSchema {
  migrations: string[];
  /** `sessions.sessions_start_is_before_end`; unique indexes are among them. */
  constraints: Set<string>;
  /** `sessions.sessions_1_derive` */
  triggers: Set<string>;
  /** Name to body. */
  functions: Map<string, string>;
}

/** Reads the promises from the migrations themselves, so that no second list can fall behind. */
export function readPromisedSchema(): PromisedSchema {
  const migrations = readdirSync(DIRECTORY, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  const promised: PromisedSchema = {
    migrations,
    constraints: new Set(),
    triggers: new Set(),
    functions: new Map(),
  };
  for (const name of migrations) {
    const script = readFileSync(join(DIRECTORY, name, 'migration.sql'), 'utf8');
    for (const statement of statementsOf(script)) takeIn(promised, statement);
  }
  return promised;
}

function statementsOf(script: string): string[] {
  const statements = [''];
  for (const [piece] of script.matchAll(PIECE)) {
    if (piece === ';') statements.push('');
    else if (!piece.startsWith('--')) statements.push(`${statements.pop()}${piece}`);
  }
  return statements.map((statement) => statement.trim());
}

function takeIn({ constraints, triggers, functions }: PromisedSchema, statement: string): void {
  const [, table] = match(statement, `^(?:CREATE|CREATE UNLOGGED|ALTER) TABLE ${NAME}`);
  if (table) {
    const names = statement.matchAll(
      new RegExp(`\\b(DROP )?CONSTRAINT (?:IF EXISTS )?${NAME}`, 'g'),
    );
    for (const [, isDropped, name] of names) {
      if (isDropped) constraints.delete(`${table}.${name}`);
      else constraints.add(`${table}.${name}`);
    }
  }
  const [, index, indexed] = match(statement, `^CREATE UNIQUE INDEX ${NAME}\\s+ON ${NAME}`);
  if (index) constraints.add(`${indexed}.${index}`);

  const [, trigger, watched] = match(
    statement,
    `^CREATE (?:OR REPLACE )?TRIGGER ${NAME}[\\s\\S]*? ON ${NAME}`,
  );
  if (trigger) triggers.add(`${watched}.${trigger}`);
  const [, gone, unwatched] = match(statement, `^DROP TRIGGER (?:IF EXISTS )?${NAME} ON ${NAME}`);
  if (gone) triggers.delete(`${unwatched}.${gone}`);

  const [, name, body] = match(
    statement,
    `^CREATE (?:OR REPLACE )?FUNCTION ${NAME}[\\s\\S]*?\\$\\$([\\s\\S]*)\\$\\$`,
  );
  if (name && body) functions.set(name, body);
}

function match(statement: string, pattern: string): string[] {
  return new RegExp(pattern).exec(statement) ?? [];
}
