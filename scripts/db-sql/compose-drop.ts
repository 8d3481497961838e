import type { Catalog } from '@/prisma/catalog';

/** Statements that drop the object of a deleted source. None for a source without an object of its own. */
export function composeDrop(path: string, known: Catalog): string[] {
  const [kind = '', name = ''] = path.split('/');
  const keys = Object.keys(known);
  const tableOf = (type: string) =>
    keys
      .filter((key) => key.startsWith(`${type} `) && key.endsWith(`.${name}`))
      .map((key) => key.slice(type.length + 1, -name.length - 1));
  switch (kind) {
    case 'functions':
    case 'defaults':
      return keys
        .filter((key) => key.startsWith(`function ${name}(`))
        .map((key) => `DROP FUNCTION IF EXISTS ${key.slice('function '.length)};`);
    case 'triggers':
      return tableOf('trigger').map((table) => `DROP TRIGGER IF EXISTS ${name} ON ${table};`);
    case 'constraints':
      return tableOf('constraint').map(
        (table) => `ALTER TABLE ${table} DROP CONSTRAINT IF EXISTS ${name};`,
      );
    case 'indexes':
      return keys.includes(`index ${name}`) ? [`DROP INDEX IF EXISTS ${name};`] : [];
    case 'views':
      return keys.includes(`view ${name}`) ? [`DROP VIEW IF EXISTS ${name};`] : [];
    default:
      return [];
  }
}
