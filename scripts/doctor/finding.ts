import type { ClientBase } from 'pg';

export const IDS_SHOWN = 3;

/** The result of one check. A `count` of 0 means no problem. */
export interface Finding {
  what: string;
  count: number;
  /** The first ids, or names if rows have no id. */
  ids: string[];
  advice: string;
}

export type Database = Pick<ClientBase, 'query'>;

/** A finding about named objects, such as constraints. */
export function findingOf(what: string, names: readonly string[], advice: string): Finding {
  return { what, count: names.length, ids: names.slice(0, IDS_SHOWN), advice };
}
