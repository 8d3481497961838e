import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { truncate } from '@/__tests__/support/database';
import { setDatabaseTime } from '@/__tests__/support/database-time';
import { NOW } from '@/__tests__/support/factories';
import { holdLocks } from '@/__tests__/support/locks';
import { minutesAfter } from '@/__tests__/support/mail';
import { bookedScene } from '@/__tests__/support/mail-scene';
import { sqlAsOwner } from '@/__tests__/support/plain-sql';
import createConfig from '@/next.config.mjs';
import { MIGRATOR_LOCK_KEY } from '@/prisma/migrate/lock-key';

const SECRET = 'a secret of sixteen or more';
const DATABASE_URL = process.env.DATABASE_URL ?? '';

/** Asks a server with these variables, which it reads once. */
async function ask(
  authorization: string | null,
  variables: Record<string, string> = {},
): Promise<{ status: number; body: unknown }> {
  Object.assign(process.env, { CRON_SECRET: SECRET, DATABASE_URL, ...variables });
  jest.resetModules();
  const { GET } = await import('@/app/api/health/route');
  const headers = authorization === null ? {} : { authorization };
  const response = await GET(new Request('http://localhost/api/health', { headers }));
  expect(response.headers.get('cache-control')).toBe('no-store');
  return { status: response.status, body: await response.json() };
}

const askWithSecret = (variables?: Record<string, string>) => ask(`Bearer ${SECRET}`, variables);

const HEALTHY = { status: 'ok', database: 'ok', migrations: 'ok', oldest_due_mail_seconds: null };
const UNREACHABLE = {
  status: 'failing',
  database: 'unreachable',
  migrations: 'unknown',
  oldest_due_mail_seconds: null,
};

beforeEach(async () => {
  process.env.MIGRATIONS_OF_THIS_BUILD = createConfig('').env?.MIGRATIONS_OF_THIS_BUILD;
  await truncate();
  await setDatabaseTime(NOW);
});

function expectLoggedError(): void {
  expect(process.stderr.write).toHaveBeenCalledWith(expect.stringContaining('"health"'));
}

test('a build contains the list of its migrations', () => {
  const folders = readdirSync('prisma/migrations').filter((name) => /^\d/.test(name));
  expect(process.env.MIGRATIONS_OF_THIS_BUILD).toBe(folders.join());
});

test('anyone can see that the process is up, but nothing about the database', async () => {
  const nowhere = 'postgresql://nobody@127.0.0.1:1/none';
  const answer = await ask(null, { DATABASE_URL: nowhere, CRON_SECRET: '' });
  expect(answer).toEqual({ status: 200, body: { status: 'ok' } });
});

test('a wrong secret gets 401, and any secret gets 503 where none is set', async () => {
  for (const wrong of ['', 'Bearer', `Bearer ${SECRET.slice(0, -1)}`, SECRET]) {
    expect((await ask(wrong)).status).toBe(401);
  }
  expect((await askWithSecret({ CRON_SECRET: '' })).status).toBe(503);
});

test('with the secret, a healthy server reports that', async () => {
  expect(await askWithSecret()).toEqual({ status: 200, body: HEALTHY });
});

test('an email is overdue after fifteen minutes', async () => {
  await bookedScene();
  await setDatabaseTime(minutesAfter(NOW, 15));
  expect(await askWithSecret()).toEqual({
    status: 200,
    body: { ...HEALTHY, oldest_due_mail_seconds: 900 },
  });
  await setDatabaseTime(minutesAfter(NOW, 16));
  expect(await askWithSecret()).toEqual({
    status: 503,
    body: { ...HEALTHY, status: 'failing', oldest_due_mail_seconds: 960 },
  });
});

test('a migration of this build that is not applied fails; one of a newer build does not', async () => {
  const before = process.env.MIGRATIONS_OF_THIS_BUILD ?? '';
  process.env.MIGRATIONS_OF_THIS_BUILD = `${before},29991231235959_not_yet`;
  expect(await askWithSecret()).toEqual({
    status: 503,
    body: { ...HEALTHY, status: 'failing', migrations: 'pending' },
  });
  process.env.MIGRATIONS_OF_THIS_BUILD = before.split(',')[0];
  expect(await askWithSecret()).toMatchObject({ status: 200 });
  process.env.MIGRATIONS_OF_THIS_BUILD = '';
  expect(await askWithSecret()).toMatchObject({ status: 503 });
});

const BEGUN = `INSERT INTO _prisma_migrations (id, checksum, migration_name)
  VALUES ('begun', '', '29991231235959_begun')`;

test('a migration that runs fails only if this build needs it', async () => {
  await sqlAsOwner(BEGUN);
  // As every migrator does for as long as it works.
  const migrator = await holdLocks(`SELECT pg_advisory_xact_lock(${MIGRATOR_LOCK_KEY})`);
  try {
    expect(await askWithSecret()).toEqual({
      status: 200,
      body: { ...HEALTHY, migrations: 'running' },
    });
    process.env.MIGRATIONS_OF_THIS_BUILD += ',29991231235959_begun';
    expect(await askWithSecret()).toEqual({
      status: 503,
      body: { ...HEALTHY, status: 'failing', migrations: 'running' },
    });
  } finally {
    await migrator.release('ROLLBACK');
    await sqlAsOwner(`DELETE FROM _prisma_migrations WHERE id = 'begun'`);
  }
});

test('a migration that was begun and not finished fails, until it is recorded as rolled back', async () => {
  await sqlAsOwner(BEGUN);
  try {
    expect(await askWithSecret()).toEqual({
      status: 503,
      body: { ...HEALTHY, status: 'failing', migrations: 'failed' },
    });
    await sqlAsOwner(`UPDATE _prisma_migrations SET rolled_back_at = now() WHERE id = 'begun'`);
    expect(await askWithSecret()).toMatchObject({ status: 200 });
  } finally {
    await sqlAsOwner(`DELETE FROM _prisma_migrations WHERE id = 'begun'`);
  }
});

test('a database without migrations is pending', async () => {
  await sqlAsOwner('ALTER TABLE _prisma_migrations RENAME TO elsewhere');
  try {
    expect(await askWithSecret()).toMatchObject({ status: 503, body: { migrations: 'pending' } });
  } finally {
    await sqlAsOwner('ALTER TABLE elsewhere RENAME TO _prisma_migrations');
  }
});

test('an unreachable database fails the check, and the log says why', async () => {
  jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  const nowhere = 'postgresql://nobody@127.0.0.1:1/none';
  expect(await askWithSecret({ DATABASE_URL: nowhere })).toEqual({
    status: 503,
    body: UNREACHABLE,
  });
  expectLoggedError();
});

test('a database that accepts connections and never answers fails within seconds', async () => {
  jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  const sockets: Socket[] = [];
  const server = createServer((socket) => sockets.push(socket)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const startedAt = performance.now();
  const answer = await askWithSecret({ DATABASE_URL: `postgresql://app@127.0.0.1:${port}/none` });
  expect(answer).toEqual({ status: 503, body: UNREACHABLE });
  expect(performance.now() - startedAt).toBeLessThan(5_000);
  expectLoggedError();
  for (const socket of sockets) socket.destroy();
  server.close();
});

test.each([
  ['_prisma_migrations', 'unknown'],
  ['notifications', 'ok'],
])(
  'a query that waits for a lock on %s is distinguished from an outage',
  async (table, migrations) => {
    jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    const holder = await holdLocks(`LOCK TABLE ${table}`);
    try {
      expect(await askWithSecret()).toEqual({
        status: 503,
        body: { ...UNREACHABLE, database: 'timeout', migrations },
      });
    } finally {
      await holder.release('ROLLBACK');
    }
    expectLoggedError();
  },
);

test('a query that the database refuses is distinguished from an outage', async () => {
  jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  await sqlAsOwner('REVOKE SELECT ON _prisma_migrations FROM peerloop_app');
  try {
    expect(await askWithSecret()).toEqual({
      status: 503,
      body: { ...UNREACHABLE, database: 'error' },
    });
  } finally {
    await sqlAsOwner('GRANT SELECT ON _prisma_migrations TO peerloop_app');
  }
  expectLoggedError();
});
