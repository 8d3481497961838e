import { type Catalog, withoutTableNames } from '@/prisma/catalog';

/** An object whose definition differs from the expected one. */
export interface Difference {
  name: string;
  is: 'missing' | 'changed' | 'extra';
}

/** Differences between a database's schema and the expected one, sorted by name. */
export function compareCatalogs(promised: Catalog, live: Catalog): Difference[] {
  const names = [...new Set([...Object.keys(promised), ...Object.keys(live)])].sort();
  return names.flatMap((name): Difference[] => {
    if (isSame(name, promised[name], live[name])) return [];
    if (live[name] === undefined) return [{ name, is: 'missing' }];
    return [{ name, is: promised[name] === undefined ? 'extra' : 'changed' }];
  });
}

function isSame(name: string, promised: string | undefined, live: string | undefined): boolean {
  if (live === promised) return true;
  return name.startsWith('view ') && promised !== undefined && live === withoutTableNames(promised);
}
