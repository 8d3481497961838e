import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { encode } from 'next-auth/jwt';
import { isUp, type OwnServer, SECRET, spawnServer, until } from './own-server';
import { expect, type Scene, slotIn, test } from './support';

// Each test starts its own production server and stops it, as a deployment does.

const SESSIONS = 4;

test.describe.configure({ mode: 'default' });

let resend: Awaited<ReturnType<typeof openSlowResend>>;
let server: OwnServer;

test.beforeEach(async () => {
  resend = await openSlowResend();
  server = await startServer(resend.url);
});

test.afterEach(() => {
  server.process.kill('SIGKILL');
  resend.close();
});

/** A fake Resend that does not answer until released. */
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

async function startServer(resendUrl: string): Promise<OwnServer> {
  const server = await spawnServer({
    NODE_ENV: 'production',
    CRON_SECRET: SECRET,
    RESEND_API_KEY: 're_test',
    RESEND_BASE_URL: resendUrl,
    EMAIL_FROM: 'PeerLoop <sessions@peerloop.test>',
  });
  await until(() => isUp(server));
  return server;
}

/** Sends a part of a request over a new connection. */
async function send(part: string): Promise<Socket> {
  const { hostname, port } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  await new Promise<void>((resolve) => socket.write(part, () => resolve()));
  return socket;
}

/** Resolves when the server closes the connection, with a reset or without. */
function closeOf(socket: Socket): Promise<void> {
  socket.on('error', () => {});
  return new Promise((resolve) => socket.once('close', () => resolve()));
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

/** Stops the server, then lets Resend answer. Resolves to how the process ended. */
async function stopServer(signal: NodeJS.Signals = 'SIGTERM'): Promise<unknown[]> {
  const ended = once(server.process, 'exit');
  server.process.kill(signal);
  await until(async () => !(await isUp(server)));
  expect(server.process.exitCode).toBeNull();
  resend.answerAll();
  return ended;
}

async function expectMailRecorded({ db }: Scene): Promise<void> {
  const messageId = { in: resend.messageIds };
  const sent = await db.notification.count({ where: { messageId, status: 'sent' } });
  expect(sent).toBe(resend.messageIds.length);
}

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  test(`a server that gets ${signal} finishes the current cron run and its emails`, async ({
    scene,
  }) => {
    await bookSessions(scene);
    const headers = { Authorization: `Bearer ${SECRET}` };
    const answer = fetch(`${server.url}/api/cron/reminders`, { headers });
    await until(() => resend.messageIds.length === 4);
    expect(await stopServer(signal)).toEqual([0, null]);
    const response = await answer;
    expect(response.status).toBe(200);
    // The four it had begun, and no other.
    expect(await response.json()).toMatchObject({ sent: 4, retried: 0, failed: 0 });
    expect(resend.messageIds).toHaveLength(4);
    await expectMailRecorded(scene);
  });
}

test('on SIGTERM a server sends the email that follows a response', async ({ scene }) => {
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

test('on SIGTERM a server does not wait for incomplete requests', async () => {
  const head = 'POST /login HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n';
  const sockets = await Promise.all([send(`${head}Content-Length: 100\r\n\r\nhalf`), send(head)]);
  const closed = Promise.all(sockets.map(closeOf));
  expect(await stopServer()).toEqual([0, null]);
  await closed;
});

test('a request that a stopping server still answers is the last of its connection', async () => {
  const socket = await send('GET /api/health HTTP/1.1\r\nHost: localhost\r\n');
  const ended = once(server.process, 'exit');
  server.process.kill('SIGTERM');
  await until(async () => !(await isUp(server)));
  socket.write('\r\n');
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 200 [\s\S]*\r\nConnection: close\r\n/);
  expect(await ended).toEqual([0, null]);
});
