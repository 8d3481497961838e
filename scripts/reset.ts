import { emptyDatabase, migrate, seedOnce } from './local/database';
import { loadEnvFiles, openDatabase } from './local/environment';
import { ending, runScript } from './local/lifecycle';
import { generatePrismaClient } from './local/prisma-client';

const HOSTS_OF_THIS_MACHINE = ['localhost', '127.0.0.1', '[::1]'];

runScript(async () => {
  loadEnvFiles();
  await generatePrismaClient(ending);
  const databaseUrl = await openDatabase();
  const { hostname, pathname } = new URL(databaseUrl);
  if (!HOSTS_OF_THIS_MACHINE.includes(hostname)) {
    throw new Error(`Nothing was deleted: ${hostname} is not this machine. Empty it by hand.`);
  }
  console.log(`Deleting everything in ${pathname.slice(1)} on ${hostname} …`);
  await emptyDatabase(databaseUrl);
  await migrate(databaseUrl);
  await seedOnce(databaseUrl);
  console.log('The database holds the demo story and nothing else.');
});
