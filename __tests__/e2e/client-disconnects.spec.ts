import { once } from 'node:events';
import { connect } from 'node:net';
import { isUp, spawnServer, until } from './own-server';
import { expect, test } from './support';

test('a client that disconnects while it sends is no error', async () => {
  const server = await spawnServer({ NODE_ENV: 'production' });
  try {
    await until(() => isUp(server));
    const { hostname, port } = new URL(server.url);
    for (const target of [
      ...['POST /login', 'POST /', 'POST /_next/x', 'POST /dashboard', 'POST /api/sessions'],
      ...['GET /api/openapi.json', 'POST /api/auth/signin', 'GET /api/auth/csrf', 'GET /login'],
    ]) {
      for (const type of ['text/plain', 'multipart/form-data; boundary=x', 'application/json']) {
        const socket = connect(Number(port), hostname);
        const head = `${target} HTTP/1.1\r\nHost: ${hostname}\r\nContent-Type: ${type}`;
        socket.end(`${head}\r\nContent-Length: 100\r\n\r\nhalf`);
        await once(socket.resume(), 'close');
      }
    }
    const ended = once(server.process, 'exit');
    server.process.kill('SIGTERM');
    await ended;
    expect(server.errors()).toBe('');
  } finally {
    server.process.kill('SIGKILL');
  }
});
