import { loadEnvFiles, openDatabase } from './local/environment';
import { onEnd, runScript } from './local/lifecycle';
import { generatePrismaClient } from './local/prisma-client';
import { requireThisMachine } from './local/this-machine';
import { medianOf } from './time/median-of';

const WARM_UPS = 5;
const RUNS = 21;

/**
 * Times the queries of each page, request and cron route on a database filled by `npm run db:fill`. Bookings
 * and cancellations are real. The first runs are warm-up; the result is the median of the others.
 */
runScript(async () => {
  loadEnvFiles();
  await generatePrismaClient();
  const urls = await openDatabase();
  requireThisMachine(urls.owner, 'Nothing was timed, because it would book real sessions');
  // Imported late, because the generated client may not exist when the script starts.
  const { createPrisma } = await import('@/lib/db/client');
  const { findPeople } = await import('./time/people');
  const { pageGroups } = await import('./time/groups');
  const { listGroups, writingGroups } = await import('./time/writing-groups');
  const db = createPrisma(urls.app);
  onEnd(() => db.$disconnect());
  const place = { db, people: await findPeople(db), now: new Date() };
  const groups = [
    ...pageGroups(place),
    ...(await listGroups(place)),
    ...(await writingGroups(place)),
  ];
  for (const { name, run, undo } of groups) {
    const times: number[] = [];
    for (let turn = 0; turn < WARM_UPS + RUNS; turn += 1) {
      const before = performance.now();
      await run();
      times.push(performance.now() - before);
      await undo?.();
    }
    console.log(`${medianOf(times.slice(WARM_UPS)).toFixed(1).padStart(8)} ms  ${name}`);
  }
});
