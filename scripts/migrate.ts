import { migrate } from './local/database';
import { loadEnvFiles, openDatabase } from './local/environment';
import { runScript } from './local/lifecycle';

runScript(async () => {
  loadEnvFiles();
  await migrate(await openDatabase());
  console.log('The database is up to date.');
});
