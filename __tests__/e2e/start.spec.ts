import { once } from 'node:events';
import { isUp, spawnServer, until } from './own-server';
import { expect, test } from './support';

for (const NODE_ENV of ['production', 'staging', 'development', 'test']) {
  test(`a production build does not start with an open sign-in, with NODE_ENV=${NODE_ENV}`, async () => {
    const variables = { NODE_ENV, DEMO_SIGN_IN: 'true', DEMO_SITE: '', NEXTAUTH_URL: '' };
    const server = await spawnServer(variables);
    try {
      const started = until(() => isUp(server)).then(() => 'started');
      expect(await Promise.race([started, once(server.process, 'exit')])).toEqual([1, null]);
      expect(server.errors()).toMatch(/NEXTAUTH_URL: .*DEMO_SIGN_IN: lets anyone sign in/);
    } finally {
      server.process.kill('SIGKILL');
    }
  });
}
