import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

test('npm run mailbox says what to do when its port is in use', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/mailbox.ts'], {
    env: { ...process.env, MAILBOX_PORT: `${port}` },
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  const [printed, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  other.close();
  expect(printed).toBe(
    `Port ${port} is already in use. A running \`npm run dev\` has a mailbox of its own and prints its address. ` +
      `For a second one, choose another port: MAILBOX_PORT=${port + 1} npm run mailbox\n`,
  );
  expect(code).toBe(1);
});
