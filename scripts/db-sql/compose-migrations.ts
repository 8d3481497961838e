import type { Catalog } from '@/prisma/catalog';
import { fingerprintOf, pathOf, type SqlSource } from '@/prisma/sql-sources';
import { composeDrop } from './compose-drop';
import type { Snapshot } from './snapshot';

/** One migration of a change, applied in its own transaction. */
export interface MigrationStep {
  /** Appended to the migration's name. */
  suffix: '_tables' | '' | '_validate';
  script: string;
}

interface Change {
  snapshot: Snapshot;
  beforeTables: readonly SqlSource[];
  /** Prisma's DDL from the snapshot's tables to the current ones. */
  tables: string;
  afterTables: readonly SqlSource[];
}

// Functions may call functions that are created later in the same script.
const ANY_ORDER = 'SET LOCAL check_function_bodies = off;';
const ADD_CONSTRAINT = /ALTER TABLE (\w+)\s+ADD CONSTRAINT (\w+) (CHECK|FOREIGN KEY)[\s\S]*?;$/m;

/**
 * The steps from the snapshot to the current sources: tables, then all other objects, then the validation
 * of new constraints, in a separate transaction so that it does not hold the lock for adding them.
 * Empty steps are omitted.
 */
export function composeMigrations(change: Change): MigrationStep[] {
  const { snapshot, beforeTables, tables, afterTables } = change;
  const isNew = Object.keys(snapshot.catalog).length === 0;
  const changed = (sources: readonly SqlSource[]) => changedSources(sources, snapshot);
  const objects = withDependents(changed(afterTables), afterTables);
  const gone = removedPaths([...beforeTables, ...afterTables], snapshot);
  const views = isNew ? [] : objects.filter(({ kind }) => kind === 'views').reverse();
  const dropped = [...views.map(pathOf), ...gone].flatMap((path) =>
    composeDrop(path, snapshot.catalog),
  );
  const validated = isNew ? [] : objects.filter(addsConstraint);
  const texts = objects.map((source) =>
    isNew ? source.text : replacing(source, snapshot.catalog),
  );
  const steps: MigrationStep[] = [
    { suffix: '_tables', script: join([...changed(beforeTables).map(({ text }) => text), tables]) },
    { suffix: '', script: join([...dropped, ...texts], ANY_ORDER) },
    { suffix: '_validate', script: join(validated.map(validation)) },
  ];
  return steps.filter(({ script }) => script !== '');
}

function changedSources(sources: readonly SqlSource[], { sources: known }: Snapshot): SqlSource[] {
  return sources.filter((source) => known[pathOf(source)] !== fingerprintOf(source));
}

function removedPaths(sources: readonly SqlSource[], snapshot: Snapshot): string[] {
  const present = new Set(sources.map(pathOf));
  return Object.keys(snapshot.sources).filter((path) => !present.has(path));
}

/**
 * A changed view is dropped and recreated, because PostgreSQL cannot remove a column from a view in place.
 * Dependent views and triggers are dropped with it, so they are recreated too.
 */
function withDependents(changed: SqlSource[], all: readonly SqlSource[]): SqlSource[] {
  const dependsOn = ({ kind, text }: SqlSource, names: string[], before: string) =>
    ['views', 'triggers'].includes(kind) &&
    names.some((name) => new RegExp(`\\b${before} ${name}\\b`).test(text));
  let found = changed;
  for (;;) {
    const views = found.filter(({ kind }) => kind === 'views').map(({ name }) => name);
    const next = all.filter(
      (source) => found.includes(source) || dependsOn(source, views, '(?:FROM|JOIN|ON)'),
    );
    if (next.length === found.length) return next;
    found = next;
  }
}

/** SQL that replaces an earlier version of the object. */
function replacing(source: SqlSource, known: Catalog): string {
  const { kind, text } = source;
  const drop = ['constraints', 'indexes'].includes(kind) ? composeDrop(pathOf(source), known) : [];
  const unchecked = text.replace(ADD_CONSTRAINT, (statement) =>
    statement.replace(/;$/, ' NOT VALID;'),
  );
  return [...drop, addsConstraint(source) ? unchecked : text].join('\n');
}

function addsConstraint({ kind, text }: SqlSource): boolean {
  return kind === 'constraints' && ADD_CONSTRAINT.test(text);
}

function validation({ text }: SqlSource): string {
  const [, table, name] = ADD_CONSTRAINT.exec(text) ?? [];
  return `ALTER TABLE ${table} VALIDATE CONSTRAINT ${name};`;
}

function join(texts: readonly string[], head?: string): string {
  const parts = texts.map((text) => text.trim()).filter((text) => text !== '');
  if (parts.length === 0) return '';
  return `${[...(head ? [head] : []), ...parts].join('\n\n')}\n`;
}
