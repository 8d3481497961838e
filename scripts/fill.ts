import { fillDatabase } from './fill/fill-database';
import { planFill } from './fill/fill-plan';
import { emptyDatabase, migrate } from './local/database';
import { loadEnvFiles, openDatabase } from './local/environment';
import { runScript } from './local/lifecycle';
import { generatePrismaClient } from './local/prisma-client';
import { requireThisMachine } from './local/this-machine';

const WHAT_TO_TRY = `Sign in as one of these with demo sign-in (npm run dev):
  busy-teacher@fill.example.com    an ST with all sessions of a course
  busy-student-1@fill.example.com  a student with all sessions of a course
  person-250@fill.example.com      a person with a few sessions
Then: npm run doctor, and npm run db:time to time the queries of each page.`;

runScript(async () => {
  const [count, option] = process.argv.slice(2);
  const plan = planFill(Number(count));
  loadEnvFiles();
  await generatePrismaClient();
  const database = await openDatabase();
  requireThisMachine(database.owner, 'Nothing was written');
  if (option === '--empty') await emptyDatabase(database);
  await migrate(database);
  const name = new URL(database.owner).pathname.slice(1);
  console.log(`Writing ${plan.sessions} sessions into ${name} …`);
  const before = performance.now();
  await fillDatabase(database.owner, plan, report);
  report('total', performance.now() - before);
  console.log(`\n${WHAT_TO_TRY}`);
});

function report(part: string, milliseconds: number): void {
  console.log(`${part.padEnd(20)} ${(milliseconds / 1000).toFixed(1).padStart(7)} s`);
}
