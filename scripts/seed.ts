import { migrate, seedOnce } from './local/database';
import { loadEnvFiles, openDatabase } from './local/environment';
import { ending, runScript } from './local/lifecycle';
import { generatePrismaClient } from './local/prisma-client';

runScript(async () => {
  loadEnvFiles();
  await generatePrismaClient(ending);
  const database = await openDatabase();
  await migrate(database);
  const hasDemoStory = await seedOnce(database);
  if (!hasDemoStory) throw new Error('The database has users of its own: no demo story for them.');
  console.log('The demo story is in the database. To begin it anew: npm run db:reset');
});
