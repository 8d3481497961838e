import { millisecondsInMinute } from 'date-fns/constants';
import moment from 'moment-timezone';
import { offsetAt } from '@/lib/time/zone-offsets';
import { type Database, type Finding, findingOf } from './finding';

const WEEK_MS = 7 * 24 * 3_600_000;
const WEEKS = 60;

/** The UTC offset of each zone per week, in minutes. */
type Clocks = ReadonlyMap<string, readonly number[]>;

/** Three copies of the IANA database. PostgreSQL does not report its version. */
export interface ZoneCopies {
  package: { version: string; clocks: Clocks };
  node: { version: string; clocks: Clocks };
  database: { clocks: Clocks };
}

/** Compares the three copies for every zone in use, over the next year. */
export async function checkZones(database: Database, readClock: () => number): Promise<Finding[]> {
  const { rows: known } = await database.query(`SELECT to_regclass('availability') AS id`);
  if (known[0]?.id === null) return [];
  const { rows } = await database.query<{ zone: string }>(
    `SELECT timezone AS zone FROM users WHERE timezone IS NOT NULL
     UNION SELECT timezone FROM availability ORDER BY zone`,
  );
  const zones = rows.map(({ zone }) => zone);
  const moments = Array.from({ length: WEEKS }, (_, week) => readClock() + week * WEEK_MS);
  return findOldZones({
    package: {
      version: moment.tz.dataVersion,
      clocks: clocksOf(zones, moments, (zone, at) => offsetAt(zone, at) / millisecondsInMinute),
    },
    node: {
      version: process.versions.tz ?? '',
      clocks: clocksOf(zones, moments, offsetOfNode),
    },
    database: { clocks: await clocksOfDatabase(database, zones, moments) },
  });
}

/** Zones that differ from the newest copy, grouped by outdated copy. Versions sort as text: 2025c, 2026a. */
export function findOldZones(copies: ZoneCopies): Finding[] {
  const newest = copies.node.version > copies.package.version ? copies.node : copies.package;
  const differing = ({ clocks }: { clocks: Clocks }) =>
    [...newest.clocks]
      .filter(([zone, minutes]) => String(clocks.get(zone)) !== String(minutes))
      .map(([zone]) => zone);
  return [
    findingOf(
      'Outdated zones in the package moment-timezone',
      differing(copies.package),
      'All times are computed with it. Update the package, then run npm run db:zones.',
    ),
    findingOf(
      'Outdated zones in the database',
      differing(copies.database),
      'Only local times in the ops views are wrong. Update PostgreSQL or the time zone data of its machine.',
    ),
    findingOf(
      'Outdated zones in Node',
      differing(copies.node),
      'Times are still right, because this data is not used. Update Node when possible.',
    ),
  ];
}

function clocksOf(
  zones: readonly string[],
  moments: readonly number[],
  offsetMinutes: (zone: string, at: number) => number,
): Clocks {
  return new Map(zones.map((zone) => [zone, moments.map((at) => offsetMinutes(zone, at))]));
}

function offsetOfNode(timeZone: string, at: number): number {
  const clock = new Date(at).toLocaleString('sv-SE', { timeZone });
  const second = Math.floor(at / 1_000) * 1_000;
  return Math.round((Date.parse(`${clock.replace(' ', 'T')}Z`) - second) / millisecondsInMinute);
}

async function clocksOfDatabase(
  database: Database,
  zones: readonly string[],
  moments: readonly number[],
): Promise<Clocks> {
  const { rows } = await database.query<{ zone: string; minutes: number[] }>(
    `SELECT zone, array_agg(
       round(extract(epoch FROM (at AT TIME ZONE zone) - (at AT TIME ZONE 'UTC')) / 60)::integer ORDER BY at) AS minutes
     FROM unnest($1::text[]) AS zone,
       (SELECT to_timestamp(ms / 1000) AS at FROM unnest($2::double precision[]) AS ms) AS moments
     GROUP BY zone`,
    [zones, moments],
  );
  return new Map(rows.map(({ zone, minutes }) => [zone, minutes]));
}
