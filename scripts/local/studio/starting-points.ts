/**
 * What ops open first. Columns that are read first are pinned to the left: Studio sorts the others by name,
 * and rows by their key.
 */
const STARTING_POINTS = [
  {
    what: 'What is on today',
    place: 'table=ops_today&pin=about,status,scheduled_start&sort=scheduled_start:asc',
  },
  {
    what: 'Every session',
    place: 'table=ops_sessions&pin=about,status,scheduled_start&sort=scheduled_start:desc',
  },
  { what: 'Every person', place: 'table=ops_people&pin=name,email&sort=name:asc' },
];

/** One line for each starting point: what it shows, and its address in the Studio on this port. */
export function listStartingPoints(port: number): string[] {
  return STARTING_POINTS.map(
    ({ what, place }) =>
      `${what.padEnd(17)} http://localhost:${port}/#schema=public&view=table&${place}`,
  );
}
