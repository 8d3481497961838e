import { join } from 'node:path';
import getPort from 'get-port';
import { startMailbox } from '../mailbox/server';
import { DATA_DIRECTORY } from './data-directory';
import { onEnd } from './lifecycle';

const PREFERRED_PORT = 8_025;

interface LocalMailbox {
  /** The URL of the page that shows the emails. */
  url: string;
  /** The variables with which the application sends emails there. */
  environment: { RESEND_API_KEY: string; RESEND_BASE_URL: string; EMAIL_FROM: string };
}

/** A fake Resend that runs until this script ends. The emails stay in `directory`. */
export async function openLocalMailbox(
  directory = join(DATA_DIRECTORY, 'mailbox'),
): Promise<LocalMailbox> {
  const mailbox = await startMailbox({ directory, port: await getPort({ port: PREFERRED_PORT }) });
  onEnd(mailbox.close);
  return {
    url: mailbox.url,
    environment: {
      RESEND_API_KEY: 're_mailbox_on_this_machine',
      RESEND_BASE_URL: mailbox.url,
      EMAIL_FROM: 'PeerLoop <sessions@peerloop.example>',
    },
  };
}
