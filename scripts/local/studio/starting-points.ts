/**
 * What ops open first, in an order that tells something: Studio sorts rows by their key, and columns by
 * name. One column is pinned to the left. Studio misplaces the cells of a second one when they are edited.
 */
const STARTING_POINTS = [
  { what: 'What is on today', place: 'table=ops_today&pin=status&sort=scheduled_start:asc' },
  { what: 'Every session', place: 'table=ops_sessions&pin=status&sort=scheduled_start:desc' },
  { what: 'Every person', place: 'table=ops_people&pin=name&sort=name:asc' },
];

/** One line for each starting point: what it shows, and its address in the Studio on this port. */
export function listStartingPoints(port: number): string[] {
  return STARTING_POINTS.map(
    ({ what, place }) =>
      `${what.padEnd(17)} http://localhost:${port}/#schema=public&view=table&${place}`,
  );
}
