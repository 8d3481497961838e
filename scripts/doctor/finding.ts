import type { ClientBase } from 'pg';

/** The first few are enough to look at; the number says how many there are. */
export const IDS_SHOWN = 3;

/** What one check found. Nothing, when `count` is 0. */
export interface Finding {
  what: string;
  count: number;
  /** The first ids, or names where rows have none. */
  ids: string[];
  /** What to do about it. */
  advice: string;
}

export type Database = Pick<ClientBase, 'query'>;

/** A finding about things that have names, such as constraints. */
export function findingOf(what: string, names: readonly string[], advice: string): Finding {
  return { what, count: names.length, ids: names.slice(0, IDS_SHOWN), advice };
}
