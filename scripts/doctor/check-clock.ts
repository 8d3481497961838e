import { type Database, type Finding, findingOf } from './finding';

const TOLERANCE_MS = 2_000;
const LOOKS = 3;

/** Compares this machine's clock with the database's, within the round-trip time. */
export async function checkClock(database: Database, readClock: () => number): Promise<Finding> {
  const looks = [];
  for (let look = 0; look < LOOKS; look += 1) looks.push(await compare(database, readClock));
  const closest = looks.reduce((a, b) => (b.errorMs < a.errorMs ? b : a));
  const isSkewed = Math.abs(closest.aheadMs) > TOLERANCE_MS + closest.errorMs;
  const seconds = (Math.abs(closest.aheadMs) / 1_000).toFixed(1);
  const where = closest.aheadMs > 0 ? 'ahead of' : 'behind';
  return findingOf(
    'Clock skew between application and database',
    isSkewed ? [`the database is ${seconds} s ${where} this machine`] : [],
    'Synchronize both machines with NTP. Notice, horizon and holds depend on both clocks.',
  );
}

async function compare(database: Database, readClock: () => number) {
  const before = readClock();
  const { rows } = await database.query<{ ms: number }>(
    'SELECT extract(epoch FROM clock_timestamp())::double precision * 1000 AS ms',
  );
  const after = readClock();
  return { aheadMs: (rows[0]?.ms ?? 0) - (before + after) / 2, errorMs: (after - before) / 2 };
}
