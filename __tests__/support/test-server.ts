import { readFileSync } from 'node:fs';
import { applyMigrations } from '@/prisma/migrator';
import { applySources } from '@/scripts/db-sql/scratch-databases';
import { letRolesSignIn } from '@/scripts/local/roles';
import { startTemporaryPostgres } from '@/scripts/local/temporary-postgres';
import { createSourcesDatabase, createTemplate, dropDatabases } from './test-databases';

/**
 * Creates a migrated template on the server of TEST_DATABASE_URL, or on a temporary one, and passes its URL
 * to the workers. Returns a function that cleans up.
 */
export async function startTestServer(): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const own = given ? null : await startTemporaryPostgres();
  const server = {
    url: given ?? own?.urlOf('postgres') ?? '',
    prefix: `peerloop_test_${process.pid}_`,
  };
  process.env.TEST_SERVER_URL = server.url;
  process.env.TEST_DATABASE_PREFIX = server.prefix;
  const clearUp = () => own?.stop() ?? dropDatabases(server);
  try {
    await applyMigrations(await createTemplate(server));
    const schema = readFileSync('prisma/schema.prisma', 'utf8');
    await applySources(await createSourcesDatabase(server), schema);
    await letRolesSignIn(server.url);
    return clearUp;
  } catch (error) {
    await clearUp();
    throw error;
  }
}
