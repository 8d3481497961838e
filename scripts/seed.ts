import { migrate, seedOnce } from './local/database';
import { loadEnvFiles, openDatabase } from './local/environment';
import { runScript } from './local/lifecycle';
import { generatePrismaClient } from './local/prisma-client';

runScript(async () => {
  loadEnvFiles();
  await generatePrismaClient();
  const database = await openDatabase();
  await migrate(database);
  const hasDemoData = await seedOnce(database);
  if (!hasDemoData)
    throw new Error(
      'The database already has users, so the demo data was not added. To start over: npm run db:reset',
    );
  console.log('The database has the demo data. To start over: npm run db:reset');
});
