import { once } from 'node:events';
import { join } from 'node:path';
import getPort from 'get-port';
import { DATA_DIRECTORY } from './local/data-directory';
import { ending, onEnd, runScript } from './local/lifecycle';
import { startMailbox } from './mailbox/server';

const DEFAULT_PORT = 8025;

// Standalone, for a server that was not started by `npm run dev`.
runScript(async () => {
  const port = Number(process.env.MAILBOX_PORT || DEFAULT_PORT);
  if ((await getPort({ port })) !== port) {
    throw new Error(
      `Port ${port} is already in use. A running \`npm run dev\` has a mailbox of its own and prints its address. ` +
        `For a second one, choose another port: MAILBOX_PORT=${port + 1} npm run mailbox`,
    );
  }
  const mailbox = await startMailbox({ directory: join(DATA_DIRECTORY, 'mailbox'), port });
  onEnd(mailbox.close);
  console.log(`Mailbox: ${mailbox.url}. To send to it, set RESEND_BASE_URL=${mailbox.url}`);
  await once(ending, 'abort');
});
