/**
 * The views that ops start with, sorted usefully: by default Studio sorts rows by their key, and columns by
 * name. Only one column is pinned, because Studio misplaces the cells of a second one during edits.
 */
const STARTING_POINTS = [
  { what: 'What is on today', place: 'table=ops_today&pin=status&sort=scheduled_start:asc' },
  { what: 'Every session', place: 'table=ops_sessions&pin=status&sort=scheduled_start:desc' },
  { what: 'Every person', place: 'table=ops_people&pin=name&sort=name:asc' },
];

/** One line for each view: its title, and its URL in the Studio on this port. */
export function listStartingPoints(port: number): string[] {
  return STARTING_POINTS.map(
    ({ what, place }) =>
      `${what.padEnd(17)} http://localhost:${port}/#schema=public&view=table&${place}`,
  );
}
