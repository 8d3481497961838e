import type { Catalog } from '@/prisma/catalog';

/** One object that is not as it was promised. */
export interface Difference {
  name: string;
  is: 'missing' | 'changed' | 'extra';
}

/** How a database's schema differs from what was promised, by name. */
export function compareCatalogs(promised: Catalog, live: Catalog): Difference[] {
  const names = [...new Set([...Object.keys(promised), ...Object.keys(live)])].sort();
  return names.flatMap((name): Difference[] => {
    if (live[name] === promised[name]) return [];
    if (live[name] === undefined) return [{ name, is: 'missing' }];
    return [{ name, is: promised[name] === undefined ? 'extra' : 'changed' }];
  });
}
