import { TestEnvironment } from 'jest-environment-node';
import { createWorkerDatabase, currentServer } from './test-databases';

/** Node, with DATABASE_URL naming this worker's own database before any module of ours is loaded. */
export default class DatabaseEnvironment extends TestEnvironment {
  override async setup(): Promise<void> {
    await super.setup();
    const worker = process.env.JEST_WORKER_ID ?? '1';
    this.global.process.env.DATABASE_URL = await createWorkerDatabase(currentServer(), worker);
    this.global.process.env.NEXTAUTH_SECRET = 'a secret of the tests, long enough';
  }
}
