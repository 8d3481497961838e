import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const TARGET = join(process.cwd(), 'prisma/sql/data/time_zones.sql');
const PACKAGED = 'moment-timezone/data/packed/latest.json';

interface PackedZones {
  version: string;
  /** `name|abbreviations|offsets|…` */
  zones: string[];
  /** `name|other name` */
  links: string[];
}

/** Writes the source of the time_zones table from the packaged IANA database. */
function writeZones(): void {
  const fromProject = createRequire(join(process.cwd(), 'package.json'));
  const packed: PackedZones = JSON.parse(readFileSync(fromProject.resolve(PACKAGED), 'utf8'));
  const names = new Set([
    ...packed.zones.map((zone) => zone.split('|')[0] ?? ''),
    ...packed.links.flatMap((link) => link.split('|')),
  ]);
  writeFileSync(TARGET, composeSource(packed.version, [...names].sort()));
  console.log(`Wrote ${names.size} zones of ${packed.version}. Now: npm run db:sql -- time_zones`);
}

function composeSource(version: string, names: readonly string[]): string {
  return `-- The zones of the packaged IANA database, version ${version}, that this server knows too: every zone of a row
-- can be computed by the application and by the database. Written by npm run db:zones.
INSERT INTO time_zones (name)
SELECT name FROM (VALUES
${names.map((name) => `  ('${name}')`).join(',\n')}
) AS packaged (name)
WHERE name IN (SELECT name FROM pg_timezone_names)
ON CONFLICT DO NOTHING;
`;
}

writeZones();
