import { countBookingRows, NO_ROWS, ROWS_OF_ONE_SESSION } from '@/__tests__/support/booking-rows';
import { truncate } from '@/__tests__/support/database';
import { bookingRequest, createScene, NOW } from '@/__tests__/support/factories';
import { holdLocks } from '@/__tests__/support/locks';
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
  const holder = await holdLocks('SELECT FROM users WHERE id = $1 FOR UPDATE', scene.st.userId);
  const booking = bookSession(farDb, request).catch((error: unknown) => error);
  for (const pid of await holder.waitForBlocked(1)) {
    await holder.query('SELECT pg_terminate_backend($1)', pid);
  }
  expect(await booking).toBeInstanceOf(Error);
  await holder.release('ROLLBACK');
  expect(await countBookingRows()).toEqual({ ...NO_ROWS, deferrals: 1 });
  expect(await bookSession(farDb, request)).toMatchObject({ ok: true });
  expect(await countBookingRows()).toEqual({ ...ROWS_OF_ONE_SESSION, deferrals: 0 });
});

test('if the connection is lost before the commit, no rows are left', async () => {
  const request = bookingRequest(await deferredScene());
  network.cutNext('before the commit');
  await expect(bookSession(farDb, request)).rejects.toThrow();
  expect(await countBookingRows()).toEqual({ ...NO_ROWS, deferrals: 1 });
  expect(await bookSession(farDb, request)).toMatchObject({ ok: true });
  expect(await countBookingRows()).toEqual({ ...ROWS_OF_ONE_SESSION, deferrals: 0 });
});

test('if the answer to a commit is lost, a retry finds the session', async () => {
  const request = bookingRequest(await deferredScene());
  network.cutNext('after the commit');
  await expect(bookSession(farDb, request)).rejects.toThrow();
  expect(await countBookingRows()).toEqual({ ...ROWS_OF_ONE_SESSION, deferrals: 0 });
  const { id } = await db().tutoringSession.findFirstOrThrow();
  expect(await bookSession(farDb, request)).toMatchObject({
    ok: true,
    value: { id, status: 'scheduled' },
  });
  expect(await countBookingRows()).toMatchObject(ROWS_OF_ONE_SESSION);
});
