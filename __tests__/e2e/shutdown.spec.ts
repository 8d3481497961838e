import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { encode } from 'next-auth/jwt';
import { findFreePort } from '../support/free-port';
import { expect, type Scene, slotIn, test } from './support';

// A production server of each test's own that is told to stop, as a deployment does.

const SECRET = 'a secret of the tests, long enough';
const SESSIONS = 4;
const POLL_MS = 50;

test.describe.configure({ mode: 'default' });

let resend: Awaited<ReturnType<typeof openSlowResend>>;
let server: { process: ChildProcess; url: string };

test.beforeEach(async () => {
  resend = await openSlowResend();
  server = await startServer(resend.url);
});

test.afterEach(() => {
  server.process.kill('SIGKILL');
  resend.close();
});

/** A stand-in for Resend that answers nothing until it is told to. */
async function openSlowResend() {
  const messageIds: string[] = [];
  let answerAll = () => {};
  const mayAnswer = new Promise<void>((resolve) => {
    answerAll = resolve;
  });
  const server = createServer(async (request, response) => {
    request.resume();
    const id = randomUUID();
    messageIds.push(id);
    await mayAnswer;
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ id }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { messageIds, answerAll, url: `http://127.0.0.1:${port}`, close: () => server.close() };
}

async function startServer(resendUrl: string) {
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn('node_modules/.bin/next', ['start', '--port', `${port}`], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NEXTAUTH_URL: url,
      NEXTAUTH_SECRET: SECRET,
      CRON_SECRET: SECRET,
      RESEND_API_KEY: 're_test',
      RESEND_BASE_URL: resendUrl,
      EMAIL_FROM: 'PeerLoop <sessions@peerloop.test>',
    },
  });
  await until(() => isUp(url));
  return { process: child, url };
}

function isUp(url: string): Promise<boolean> {
  return fetch(`${url}/api/health`).then(
    ({ ok }) => ok,
    () => false,
  );
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await sleep(POLL_MS);
}

/** Two mails for each session are due at once. */
async function bookSessions({ db, enrollmentId, sts }: Scene): Promise<void> {
  for (let day = 0; day < SESSIONS; day += 1) {
    const scheduledStart = slotIn(30 + day);
    await db.tutoringSession.create({
      data: { enrollmentId, stId: sts[0].id, scheduledStart },
    });
  }
}

/** Tells the server to stop, then lets Resend answer. Resolves to how the process ended. */
async function stopServer(): Promise<unknown[]> {
  const ended = once(server.process, 'exit');
  server.process.kill('SIGTERM');
  await until(async () => !(await isUp(server.url)));
  expect(server.process.exitCode).toBeNull();
  resend.answerAll();
  return ended;
}

async function expectMailRecorded({ db }: Scene): Promise<void> {
  const messageId = { in: resend.messageIds };
  const sent = await db.notification.count({ where: { messageId, status: 'sent' } });
  expect(sent).toBe(resend.messageIds.length);
}

test('a server that is told to stop answers the cron run it is in, with its mail sent', async ({
  scene,
}) => {
  await bookSessions(scene);
  const headers = { Authorization: `Bearer ${SECRET}` };
  const answer = fetch(`${server.url}/api/cron/reminders`, { headers });
  await until(() => resend.messageIds.length === 4);
  expect(await stopServer()).toEqual([0, null]);
  const response = await answer;
  expect(response.status).toBe(200);
  // The four it had begun, and no other.
  expect(await response.json()).toMatchObject({ sent: 4, retried: 0, failed: 0 });
  expect(resend.messageIds).toHaveLength(4);
  await expectMailRecorded(scene);
});

test('a server that is told to stop sends the mail that follows an answer', async ({ scene }) => {
  const token = await encode({ secret: SECRET, token: { sub: scene.student.id } });
  const deferred = await fetch(`${server.url}/api/enrollments/${scene.enrollmentId}/deferred`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}` },
  });
  expect(deferred.status).toBe(200);
  await until(() => resend.messageIds.length > 0);
  expect(await stopServer()).toEqual([0, null]);
  await expectMailRecorded(scene);
});
