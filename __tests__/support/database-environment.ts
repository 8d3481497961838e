import { TestEnvironment } from 'jest-environment-node';
import { urlForRole } from '@/scripts/local/roles';
import { createWorkerDatabase, currentServer } from './test-databases';

/**
 * Node, with the addresses of this worker's own database before any project module is loaded. The
 * product runs as its own role, as it does everywhere.
 */
export default class DatabaseEnvironment extends TestEnvironment {
  override async setup(): Promise<void> {
    await super.setup();
    const worker = process.env.JEST_WORKER_ID ?? '1';
    const owner = await createWorkerDatabase(currentServer(), worker);
    Object.assign(this.global.process.env, {
      DATABASE_URL: urlForRole(owner, 'app'),
      OPS_DATABASE_URL: urlForRole(owner, 'ops'),
      DIRECT_DATABASE_URL: owner,
      NEXTAUTH_SECRET: 'a secret of the tests, long enough',
    });
  }
}
