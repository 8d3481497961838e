import { truncate } from '@/__tests__/support/database';
import { setDatabaseTime } from '@/__tests__/support/database-time';
import { NOW } from '@/__tests__/support/factories';
import { deliveries, minutesAfter, openMailbox } from '@/__tests__/support/mail';
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

test('without CRON_SECRET both routes answer 503, with the reason', async () => {
  const routes = await serverWith({});
  for (const route of Object.values(routes)) {
    const response = await route(call(`Bearer ${SECRET}`));
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ detail: expect.stringContaining('CRON_SECRET') });
  }
});

test('a wrong, missing or partial secret gets 401, and nothing is done', async () => {
  const routes = await serverWith({ CRON_SECRET: SECRET });
  for (const route of Object.values(routes)) {
    for (const wrong of [undefined, '', 'Bearer', `Bearer ${SECRET.slice(0, -1)}`, SECRET]) {
      expect((await route(call(wrong))).status).toBe(401);
    }
  }
});

test('without Resend the reminders route answers 503 to authorized requests', async () => {
  const { reminders } = await serverWith({ CRON_SECRET: SECRET });
  const response = await reminders(call(`Bearer ${SECRET}`));
  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({
    detail: expect.stringContaining('RESEND_API_KEY'),
  });
});

const SENDING = {
  CRON_SECRET: SECRET,
  RESEND_API_KEY: 're_test',
  EMAIL_FROM: 'PeerLoop <sessions@peerloop.test>',
  NEXTAUTH_URL: 'https://peerloop.test',
};

async function answerOf(route: Routes['reminders'], now: Date): Promise<unknown> {
  await setDatabaseTime(now);
  const response = await route(call(`Bearer ${SECRET}`));
  expect(response.status).toBe(200);
  return response.json();
}

test('with the secret, each route does what is due by the database’s clock, and reports it', async () => {
  const { start } = await bookedScene();
  const { reminders, sessions } = await serverWith({ ...SENDING, RESEND_BASE_URL: mailbox().url });
  const quiet = { voided: 0, retried: 0, failed: 0 };
  expect(await answerOf(reminders, NOW)).toMatchObject({ planned: 0, sent: 2, ...quiet });
  expect(mailbox().mails()[0]?.mail.text).toContain('https://peerloop.test/sessions/');

  mailbox().clear();
  const anHourBefore = minutesAfter(start, -60);
  expect(await answerOf(reminders, anHourBefore)).toMatchObject({ planned: 2, sent: 2, ...quiet });
  expect(await answerOf(reminders, anHourBefore)).toMatchObject({ planned: 0, sent: 0, ...quiet });
  expect(deliveries(mailbox())).toEqual([
    `session-reminder-1h to ${AROHA}`,
    `session-reminder-1h to ${MAYA}`,
  ]);

  const idle = { expired: 0, completed: 0, failed: 0, released: 0, purged: 0 };
  expect(await answerOf(sessions, anHourBefore)).toMatchObject(idle);
  const end = minutesAfter(start, 60);
  expect(await answerOf(sessions, end)).toMatchObject({ ...idle, completed: 1, released: 1 });
  expect(await answerOf(sessions, minutesAfter(end, 15))).toMatchObject({ ...idle, released: 1 });
  // Four mails, and the click that was attempted and succeeded.
  const longAfter = new Date('2027-05-01T00:00:00Z');
  expect(await answerOf(sessions, longAfter)).toMatchObject({ ...idle, purged: 6 });
  expect(await answerOf(sessions, longAfter)).toMatchObject(idle);
});

test('many concurrent calls of both routes do everything once', async () => {
  const { start } = await bookedScene();
  const { reminders, sessions } = await serverWith({ ...SENDING, RESEND_BASE_URL: mailbox().url });
  const together = async (route: Routes['reminders'], now: Date) => {
    await setDatabaseTime(now);
    const calls = Array.from({ length: 5 }, () => route(call(`Bearer ${SECRET}`)));
    const answers = await Promise.all((await Promise.all(calls)).map((answer) => answer.json()));
    return (count: string) => answers.reduce((sum, answer) => sum + answer[count], 0);
  };
  const reminded = await together(reminders, minutesAfter(start, -15));
  expect([reminded('planned'), reminded('sent')]).toEqual([2, 4]);
  const advanced = await together(sessions, minutesAfter(start, 75));
  expect([advanced('completed'), advanced('released')]).toEqual([1, 2]);
  const purged = await together(sessions, new Date('2027-05-01T00:00:00Z'));
  expect(purged('purged')).toBe(6);
});
