import { randomUUID } from 'node:crypto';
import { truncate } from '@/__tests__/support/database';
import { bookingRequest, createScene } from '@/__tests__/support/factories';
import { describeWithPgBouncer, openPools } from '@/__tests__/support/through-pgbouncer';
import { db } from '@/lib/db/client';
import { setActor } from '@/lib/db/transaction-context';
import { bookSession } from '@/lib/sessions/book-session';
import type { Prisma, PrismaClient } from '@/prisma/client/client';

interface Seen {
  pid: number;
  actor: string | null;
}

/** Which connection to the database a transaction has got, and who acts in it. */
async function look(tx: Prisma.TransactionClient): Promise<Seen> {
  const [seen] = await tx.$queryRaw<Seen[]>`
    SELECT pg_backend_pid() AS pid, acting_user() AS actor`;
  if (!seen) throw new Error('The database answered nothing.');
  return seen;
}

function actAs(pool: PrismaClient, actor: string): Promise<Seen> {
  return pool.$transaction(async (tx) => {
    await setActor(tx, actor);
    return look(tx);
  });
}

describeWithPgBouncer('two pools that share one connection to the database', () => {
  const pools = openPools(2, 1);
  beforeEach(truncate);

  test('the actor ends with the transaction, whether committed or rolled back', async () => {
    const actor = randomUUID();
    const first = await actAs(pools.nth(0), actor);
    expect(first.actor).toBe(actor);
    const { pid } = first;
    expect(await pools.nth(1).$transaction(look)).toEqual({ pid, actor: null });

    const undone = pools.nth(0).$transaction(async (tx) => {
      await setActor(tx, actor);
      throw new Error('undo');
    });
    await expect(undone).rejects.toThrow('undo');
    expect(await pools.nth(1).$transaction(look)).toEqual({ pid, actor: null });
    expect(await look(pools.nth(1))).toEqual({ pid, actor: null });
  });

  test('a setting of the database session would leak to other clients, so the application has none', async () => {
    await pools.nth(0).$queryRaw`SELECT set_config('peerloop_test.leak', 'seen', false)`;
    const seen = await pools.nth(1).$queryRaw`SELECT current_setting('peerloop_test.leak') AS leak`;
    expect(seen).toEqual([{ leak: 'seen' }]);
  });

  test('a change by one pool is not recorded with the actor of another', async () => {
    const scene = await createScene();
    const booked = await bookSession(pools.nth(0), bookingRequest(scene));
    if (!booked.ok) throw new Error(booked.code);
    const where = { id: booked.value.id };
    await pools.nth(1).tutoringSession.update({ where, data: { status: 'cancelled' } });
    const events = await db().sessionEvent.findMany({
      select: { kind: true, actorId: true },
      orderBy: { id: 'asc' },
    });
    expect(events).toEqual([
      { kind: 'booked', actorId: scene.student.id },
      { kind: 'cancelled', actorId: null },
    ]);
  });
});

describeWithPgBouncer('six pools over four connections to the database', () => {
  const pools = openPools(6, 4);

  test('each of many concurrent transactions keeps its own actor', async () => {
    const actors = Array.from({ length: 120 }, () => randomUUID());
    const seen = await Promise.all(actors.map((actor, n) => actAs(pools.nth(n), actor)));
    expect(seen.map(({ actor }) => actor)).toEqual(actors);
    expect(new Set(seen.map(({ pid }) => pid)).size).toBe(4);
  });
});
