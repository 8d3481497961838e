import { emptyDatabase, migrate, seedOnce } from './local/database';
import { loadEnvFiles, openDatabase } from './local/environment';
import { runScript } from './local/lifecycle';
import { generatePrismaClient } from './local/prisma-client';
import { requireThisMachine } from './local/this-machine';

runScript(async () => {
  loadEnvFiles();
  await generatePrismaClient();
  const database = await openDatabase();
  const { hostname, pathname } = new URL(database.owner);
  requireThisMachine(database.owner, 'Nothing was deleted');
  console.log(`Deleting everything in ${pathname.slice(1)} on ${hostname} …`);
  await emptyDatabase(database);
  await migrate(database);
  await seedOnce(database);
  console.log('The database now contains only the demo data.');
});
