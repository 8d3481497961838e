import { truncate } from '@/__tests__/support/database';
import { deliveries, openMailbox } from '@/__tests__/support/mail';
import { AROHA, bookedScene, MAYA } from '@/__tests__/support/mail-scene';

const SECRET = 'a secret of sixteen or more';
const { current: mailbox } = openMailbox();
beforeEach(truncate);

type Routes = Record<'reminders' | 'sessions', (request: Request) => Promise<Response>>;

/** The routes of a server with these variables, which it reads once. */
async function serverWith(variables: Record<string, string>): Promise<Routes> {
  Object.assign(process.env, { CRON_SECRET: '', RESEND_API_KEY: '', ...variables });
  jest.resetModules();
  const { GET: reminders } = await import('@/app/api/cron/reminders/route');
  const { GET: sessions } = await import('@/app/api/cron/sessions/route');
  return { reminders, sessions };
}

function call(authorization?: string): Request {
  return new Request('http://localhost/api/cron', {
    headers: authorization === undefined ? {} : { authorization },
  });
}

beforeEach(() => {
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
});

test('without CRON_SECRET both answer 503 and say why, whoever asks', async () => {
  const routes = await serverWith({});
  for (const route of Object.values(routes)) {
    const response = await route(call(`Bearer ${SECRET}`));
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ detail: expect.stringContaining('CRON_SECRET') });
  }
});

test('a wrong secret, none, or half of one gets 401 and nothing done', async () => {
  const routes = await serverWith({ CRON_SECRET: SECRET });
  for (const route of Object.values(routes)) {
    for (const wrong of [undefined, '', 'Bearer', `Bearer ${SECRET.slice(0, -1)}`, SECRET]) {
      expect((await route(call(wrong))).status).toBe(401);
    }
  }
});

test('without a way to send, reminders answer 503 to those who may ask', async () => {
  const { reminders } = await serverWith({ CRON_SECRET: SECRET });
  const response = await reminders(call(`Bearer ${SECRET}`));
  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({
    detail: expect.stringContaining('RESEND_API_KEY'),
  });
});

test('with the right secret each says what it did', async () => {
  const start = new Date(Date.now() + 48 * 3_600_000);
  await bookedScene({ start: new Date('2026-03-10T20:00:00Z') });
  const { db } = await import('@/lib/db');
  await db().tutoringSession.updateMany({ data: { scheduledStart: start } });
  const routes = await serverWith({
    CRON_SECRET: SECRET,
    RESEND_API_KEY: 're_test',
    RESEND_BASE_URL: mailbox().url,
    EMAIL_FROM: 'PeerLoop <sessions@peerloop.test>',
    NEXTAUTH_URL: 'https://peerloop.test',
  });
  const sent = await routes.reminders(call(`Bearer ${SECRET}`));
  expect(await sent.json()).toMatchObject({ sent: 2, voided: 0, retried: 0, failed: 0 });
  expect(deliveries(mailbox())).toEqual([
    `session-changed to ${AROHA}`,
    `session-changed to ${MAYA}`,
  ]);
  expect(mailbox().mails()[0]?.mail.text).toContain('https://peerloop.test/sessions/');
  const advanced = await routes.sessions(call(`Bearer ${SECRET}`));
  expect(await advanced.json()).toMatchObject({ expired: 0, completed: 0, failed: 0 });
});
