import { attackAs, readEverything } from '@/__tests__/support/attack';
import { arrangeAttackedScene } from '@/__tests__/support/attacked-scene';
import { NOW } from '@/__tests__/support/factories';
import { ID } from '@/__tests__/support/guards/scene';
import { sql, sqlAsOwner } from '@/__tests__/support/plain-sql';
import { db } from '@/lib/db/client';

// Ops act as ops, and nobody acts as the owner.

const CANCEL = `UPDATE sessions SET status = 'cancelled'`;

const ownerOf = async () => {
  const [row] = await sqlAsOwner<{ owner: string }>('SELECT session_user AS owner');
  return row?.owner ?? '';
};

function lastEvent() {
  return sql(`SELECT kind, actor_id, database_role, happened_at FROM session_events
    ORDER BY id DESC LIMIT 1`);
}

beforeEach(arrangeAttackedScene);

describe.each(['ops', 'app'] as const)('as %s', (role) => {
  const other = role === 'ops' ? 'peerloop_app' : 'peerloop_ops';

  test('no role can become the other role or the owner', async () => {
    const owner = await ownerOf();
    const outcomes = await attackAs(
      role,
      `SET ROLE ${other}`,
      `SET ROLE ${owner}`,
      `SET SESSION AUTHORIZATION ${other}`,
      `SET SESSION AUTHORIZATION ${owner}`,
      `GRANT ${other} TO CURRENT_USER`,
      `GRANT ${owner} TO CURRENT_USER`,
      'CREATE ROLE mine SUPERUSER LOGIN',
      'ALTER ROLE CURRENT_USER SUPERUSER',
      'ALTER ROLE CURRENT_USER CREATEROLE',
      `ALTER ROLE ${other} PASSWORD 'mine'`,
      `ALTER ROLE ${owner} PASSWORD 'mine'`,
    );
    expect(outcomes).toEqual(outcomes.map(() => '42501'));
  });

  test.each([
    'SET session_replication_role = replica',
    'ALTER ROLE CURRENT_USER SET session_replication_role = replica',
    `SELECT set_config('session_replication_role', 'replica', false)`,
    'ALTER SYSTEM SET ignore_checksum_failure = on',
  ])('triggers are not switched off for a connection: %s', async (statement) => {
    const before = await readEverything();
    const outcomes = await attackAs(role, statement, 'DELETE FROM calendar_claims');
    expect(outcomes).toEqual(['42501', '42501']);
    expect(await readEverything()).toEqual(before);
  });
});

test.each([
  `SET peerloop.actor_id = ${ID.student}`,
  `SELECT set_config('peerloop.actor_id', ${ID.student}, false)`,
  `ALTER ROLE CURRENT_USER SET peerloop.actor_id = ${ID.student}`,
  `SET peerloop.actor_id = 'nonsense'`,
  `SET peerloop.now = '2020-01-01'`,
])('what ops do is theirs, now, whatever they say: %s', async (claim) => {
  try {
    // The claim may be accepted, but it has no effect.
    expect((await attackAs('ops', claim, CANCEL))[1]).toBe('done');
    expect(await lastEvent()).toEqual([
      { kind: 'cancelled', actor_id: null, database_role: 'peerloop_ops', happened_at: NOW },
    ]);
  } finally {
    await sqlAsOwner('ALTER ROLE peerloop_ops RESET peerloop.actor_id');
  }
});

test('ops cannot set an actor', async () => {
  const pretend = `BEGIN; SELECT set_actor(${ID.student}); ${CANCEL}; COMMIT`;
  expect(await attackAs('ops', pretend)).toEqual(['42501']);
  expect(await lastEvent()).toMatchObject([{ kind: 'booked' }]);
});

test('a booking by ops is not recorded as a click of the student', async () => {
  const count = () => db().analyticsEvent.count({ where: { name: 'booking_attempted' } });
  const book = `INSERT INTO sessions (enrollment_id, st_id, scheduled_start)
    VALUES (${ID.otherEnrollment}, ${ID.otherSt}, '2026-03-05T15:00Z')`;
  await attackAs('ops', `SET peerloop.actor_id = ${ID.otherStudent}`, book);
  expect(await count()).toBe(0);
  await attackAs(
    'app',
    `BEGIN; SELECT set_actor(${ID.student}); ${book.replace('05T', '06T')}; COMMIT`,
  );
  expect(await count()).toBe(0);
  await attackAs(
    'app',
    `BEGIN; SELECT set_actor(${ID.otherStudent}); ${book.replace('05T', '07T')}; COMMIT`,
  );
  expect(await count()).toBe(1);
});

test('the actor is set for one transaction only', async () => {
  const act = `BEGIN; SELECT set_actor(${ID.student}); ${CANCEL}; COMMIT`;
  expect(await attackAs('app', act)).toEqual(['done']);
  expect(await lastEvent()).toMatchObject([
    { kind: 'cancelled', actor_id: ID.student.slice(1, -1), database_role: 'peerloop_app' },
  ]);
  const reopen = `UPDATE sessions SET status = 'scheduled'`;
  await attackAs('app', `BEGIN; SELECT set_actor(${ID.student}); COMMIT`, reopen);
  expect(await lastEvent()).toMatchObject([{ kind: 'reopened', actor_id: null }]);
});
