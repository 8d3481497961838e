import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { db } from '@/lib/db/client';
import { type Dispatch, type DispatchReport, dispatchDueMail } from '@/lib/mail/dispatch';
import { planDueReminders } from '@/lib/mail/plan-reminders';
import { createMailer } from '@/lib/mail/resend-client';
import { type Mailbox, startMailbox } from '@/scripts/mailbox/server';
import { setDatabaseTime } from './database-time';
import { NOW } from './factories';

export const SITE = {
  origin: 'https://peerloop.test',
  organizer: 'sessions@peerloop.test',
  tokenOf: (linkId: string) => `token-${linkId}`,
};
export const SENDER = 'PeerLoop <sessions@peerloop.test>';

/** A fake Resend for the tests of one file. Each test starts with an empty mailbox, at `NOW`. */
export function openMailbox(): { current: () => Mailbox } {
  const directory = mkdtempSync(join(tmpdir(), 'peerloop-mailbox-'));
  let mailbox: Mailbox | undefined;
  const current = () => {
    if (!mailbox) throw new Error('The mailbox is not open yet.');
    return mailbox;
  };
  beforeAll(async () => {
    mailbox = await startMailbox({ directory });
  });
  beforeEach(async () => {
    current().clear();
    current().trouble({ mode: 'none' });
    await setDatabaseTime(NOW);
  });
  afterAll(async () => {
    await current().close();
    rmSync(directory, { recursive: true });
  });
  return { current };
}

type Settings = Partial<Omit<Dispatch, 'clock' | 'deadline'>> & { timeoutMs?: number };

/** Does what the cron does at `now`: plans due reminders and sends due emails. */
export async function dispatchAt(
  now: Date,
  mailbox: Mailbox,
  settings: Settings = {},
): Promise<DispatchReport> {
  await setDatabaseTime(now);
  await planDueReminders(settings.db ?? db());
  return dispatch(now, mailbox, settings);
}

/** Sends the emails that are due by the database's clock to the fake, with Resend's SDK. */
export function dispatch(
  serverTime: Date,
  mailbox: Mailbox,
  { timeoutMs = 2_000, ...settings }: Settings = {},
): Promise<DispatchReport> {
  return dispatchDueMail({
    db: db(),
    send: createMailer({ apiKey: 're_test', baseUrl: mailbox.url, from: SENDER, timeoutMs }),
    site: SITE,
    clock: () => serverTime,
    deadline: new Date(serverTime.getTime() + 60_000),
    random: () => 0,
    limit: 500,
    ...settings,
  });
}

/** `session-booked to maya@example.com` for each mail that was accepted, in alphabetical order. */
export function deliveries(mailbox: Mailbox): string[] {
  return mailbox
    .mails()
    .map(({ mail }) => `${mail.tags?.[0]?.value} to ${[mail.to].flat().join()}`)
    .sort();
}

export function minutesAfter(moment: Date, minutes: number): Date {
  return new Date(moment.getTime() + minutes * 60_000);
}
