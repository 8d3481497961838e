import { truncate } from '@/__tests__/support/database';
import { bookingRequest, createScene, NOW } from '@/__tests__/support/factories';
import { obstruct } from '@/__tests__/support/locks';
import { countTraces, NOTHING, ONE_SESSION } from '@/__tests__/support/traces';
import {
  openUnreliableNetwork,
  type UnreliableNetwork,
} from '@/__tests__/support/unreliable-network';
import { createPrisma, db } from '@/lib/db/client';
import { env } from '@/lib/env';
import { bookSession } from '@/lib/sessions/book-session';
import type { PrismaClient } from '@/prisma/client/client';

// The connection cut in the middle leaves nothing or everything, and asking again settles which.

let network: UnreliableNetwork;
let farDb: PrismaClient;

beforeAll(async () => {
  network = await openUnreliableNetwork(env().DATABASE_URL);
  farDb = createPrisma(network.url);
});
afterAll(async () => {
  await farDb.$disconnect();
  await network.close();
});
beforeEach(truncate);

async function deferredScene() {
  const scene = await createScene();
  await db().enrollment.updateMany({ data: { deferredAt: NOW } });
  return scene;
}

test('a backend that is killed inside the transaction leaves no rows', async () => {
  const scene = await deferredScene();
  const request = bookingRequest(scene);
  const obstacle = await obstruct('SELECT FROM users WHERE id = $1 FOR UPDATE', scene.st.userId);
  const booking = bookSession(farDb, request).catch((error: unknown) => error);
  for (const pid of await obstacle.waiting(1)) {
    await obstacle.query('SELECT pg_terminate_backend($1)', pid);
  }
  expect(await booking).toBeInstanceOf(Error);
  await obstacle.letGo('ROLLBACK');
  expect(await countTraces()).toEqual({ ...NOTHING, deferrals: 1 });
  expect(await bookSession(farDb, request)).toMatchObject({ ok: true });
  expect(await countTraces()).toEqual({ ...ONE_SESSION, deferrals: 0 });
});

test('if the connection is lost before the commit, no rows are left', async () => {
  const request = bookingRequest(await deferredScene());
  network.cutNext('before the commit');
  await expect(bookSession(farDb, request)).rejects.toThrow();
  expect(await countTraces()).toEqual({ ...NOTHING, deferrals: 1 });
  expect(await bookSession(farDb, request)).toMatchObject({ ok: true });
  expect(await countTraces()).toEqual({ ...ONE_SESSION, deferrals: 0 });
});

test('if the answer to a commit is lost, a retry finds the session', async () => {
  const request = bookingRequest(await deferredScene());
  network.cutNext('after the commit');
  await expect(bookSession(farDb, request)).rejects.toThrow();
  expect(await countTraces()).toEqual({ ...ONE_SESSION, deferrals: 0 });
  const { id } = await db().tutoringSession.findFirstOrThrow();
  expect(await bookSession(farDb, request)).toEqual({
    ok: true,
    value: { id, status: 'scheduled' },
  });
  expect(await countTraces()).toMatchObject(ONE_SESSION);
});
