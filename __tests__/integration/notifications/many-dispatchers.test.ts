import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { truncate } from '@/__tests__/support/database';
import { setDatabaseTime } from '@/__tests__/support/database-time';
import { createEnrollment, createScene, createSession, NOW } from '@/__tests__/support/factories';
import {
  deliveries,
  dispatch,
  dispatchAt,
  minutesAfter,
  openMailbox,
  SENDER,
} from '@/__tests__/support/mail';
import { createPrisma, db } from '@/lib/db/client';
import { createMailer, type SendMail } from '@/lib/mail/resend-client';

const SESSIONS = 12;
const MAILS = SESSIONS * 2;
const LEASE_MINUTES = 1;

const { current: mailbox } = openMailbox();
beforeEach(truncate);

/** As many sessions with one ST, each of another student. Everything is due at `NOW`. */
async function arrange(): Promise<string[]> {
  const { courseId, st } = await createScene();
  for (let index = 0; index < SESSIONS; index += 1) {
    const enrollment = await createEnrollment({ courseId });
    const scheduledStart = new Date(Date.parse('2036-03-05T00:00:00Z') + index * 2 * 3_600_000);
    const enrollmentId = enrollment.id;
    await createSession({ enrollmentId, stId: st.id, scheduledStart });
  }
  const rows = await db().notification.findMany({
    where: { kind: 'session_booked' },
    select: { recipient: { select: { email: true } } },
  });
  return rows.map(({ recipient }) => `session-booked to ${recipient.email}`).sort();
}

async function expectAllSentOnce(expected: string[]): Promise<void> {
  expect(deliveries(mailbox())).toEqual(expected);
  const sent = await db().notification.findMany({
    where: { kind: 'session_booked' },
    select: { status: true, messageId: true },
  });
  expect(sent.filter(({ status }) => status === 'sent')).toHaveLength(MAILS);
  expect(new Set(sent.map(({ messageId }) => messageId)).size).toBe(MAILS);
}

test('four dispatchers at once share the work: no mail is even tried twice', async () => {
  const expected = await arrange();
  const clients = Array.from({ length: 4 }, () => createPrisma(process.env.DATABASE_URL ?? ''));
  const before = mailbox().requests();
  const reports = await Promise.all(clients.map((own) => dispatch(NOW, mailbox(), { db: own })));
  await Promise.all(clients.map((own) => own.$disconnect()));
  expect(reports.reduce((sum, { sent }) => sum + sent, 0)).toBe(MAILS);
  expect(mailbox().requests() - before).toBe(MAILS);
  await expectAllSentOnce(expected);
});

test('on SIGTERM a dispatcher finishes the emails it has started, and leaves the others due', async () => {
  const expected = await arrange();
  const stop = new AbortController();
  const sendAtResend = createMailer({ apiKey: 're_test', baseUrl: mailbox().url, from: SENDER });
  const send: SendMail = async (mail) => {
    stop.abort();
    return sendAtResend(mail);
  };
  const { sent } = await dispatch(NOW, mailbox(), { send, signal: stop.signal });
  expect(sent).toBeLessThanOrEqual(4);
  expect(mailbox().mails()).toHaveLength(sent);
  expect(await db().notification.count({ where: { status: 'sent' } })).toBe(sent);
  // The rest has no lease, so the next dispatcher can send it at once.
  expect(await dispatch(NOW, mailbox())).toMatchObject({ sent: MAILS - sent });
  await expectAllSentOnce(expected);
});

function startDispatcher(now: Date) {
  const script = '__tests__/support/dispatcher-process.ts';
  const child = spawn(process.execPath, ['--import', 'tsx', script], {
    env: { ...process.env, MAILBOX_URL: mailbox().url, NOW: now.toISOString() },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return { child, exited: once(child, 'exit') };
}

test('emails of a dispatcher that is killed between sending and recording are sent once', async () => {
  const expected = await arrange();
  mailbox().trouble({ mode: 'late', times: 4 });
  const { child, exited } = startDispatcher(NOW);
  // Accepted, and the dispatcher is still waiting to hear of it.
  while (mailbox().mails().length < 4) await sleep(20);
  child.kill('SIGKILL');
  await exited;
  expect(await db().notification.count({ where: { status: 'sent' } })).toBe(0);

  // Its four emails stay leased for a minute; the others are sent meanwhile.
  expect(await dispatchAt(NOW, mailbox())).toMatchObject({ sent: MAILS - 4 });
  expect(await dispatchAt(minutesAfter(NOW, LEASE_MINUTES), mailbox())).toMatchObject({ sent: 4 });
  await expectAllSentOnce(expected);
});

test('dispatchers that are killed while sending lose and repeat no email', async () => {
  const expected = await arrange();
  const before = mailbox().requests();
  let now = NOW;
  for (const pause of [0, 5, 10, 20]) {
    await setDatabaseTime(now);
    const { child, exited } = startDispatcher(now);
    const sofar = mailbox().requests();
    while (mailbox().requests() === sofar && child.exitCode === null) await sleep(2);
    await sleep(pause);
    child.kill('SIGKILL');
    await exited;
    now = minutesAfter(now, LEASE_MINUTES);
  }
  await dispatchAt(now, mailbox());
  expect(mailbox().requests() - before).toBeGreaterThanOrEqual(MAILS);
  await expectAllSentOnce(expected);
}, 120_000);
