import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalog } from '@/prisma/catalog';
import { fingerprintOf, pathOf, type SqlSource } from '@/prisma/sql-sources';

const DIRECTORY = join(process.cwd(), 'prisma/snapshot');
const CATALOG = join(DIRECTORY, 'catalog.json');
const SOURCES = join(DIRECTORY, 'sources.json');
const TABLES = join(DIRECTORY, 'tables.txt');

/** The schema after the last migration. Written only by `npm run db:sql`. */
export interface Snapshot {
  /** The contents of schema.prisma; empty before the first migration. */
  tables: string;
  /** The hash of each file in prisma/sql, by path. */
  sources: Record<string, string>;
  catalog: Catalog;
}

export function readSnapshot(): Snapshot {
  if (!existsSync(CATALOG)) return { tables: '', sources: {}, catalog: {} };
  return {
    tables: readFileSync(TABLES, 'utf8'),
    sources: JSON.parse(readFileSync(SOURCES, 'utf8')),
    catalog: readCatalogSnapshot(),
  };
}

/** The catalog of a fully migrated database. */
export function readCatalogSnapshot(): Catalog {
  return JSON.parse(readFileSync(CATALOG, 'utf8'));
}

export function writeSnapshot({ tables, sources, catalog }: Snapshot): void {
  mkdirSync(DIRECTORY, { recursive: true });
  writeFileSync(TABLES, tables);
  writeFileSync(SOURCES, textOf(sources));
  writeFileSync(CATALOG, textOf(catalog));
}

export function fingerprintsOf(sources: readonly SqlSource[]): Record<string, string> {
  return Object.fromEntries(sources.map((source) => [pathOf(source), fingerprintOf(source)]));
}

function textOf(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
