import { db } from '@/lib/db/client';
import { dispatchDueMail } from '@/lib/mail/dispatch';
import { createMailer } from '@/lib/mail/resend-client';

// A dispatcher that can be killed: DATABASE_URL, MAILBOX_URL and NOW say what it works on. What is due, the
// database's own clock decides.

async function main(): Promise<void> {
  const now = new Date(process.env.NOW ?? '');
  const from = 'PeerLoop <sessions@peerloop.test>';
  const send = createMailer({ apiKey: 're_test', baseUrl: process.env.MAILBOX_URL ?? '', from });
  await dispatchDueMail({
    db: db(),
    send,
    site: {
      origin: 'https://peerloop.test',
      organizer: 'sessions@peerloop.test',
      tokenOf: String,
    },
    clock: () => now,
    deadline: new Date(now.getTime() + 60_000),
    random: () => 0,
    limit: 500,
  });
  await db().$disconnect();
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
