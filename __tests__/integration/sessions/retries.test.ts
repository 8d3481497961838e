import { truncate } from '@/__tests__/support/database';
import { bookingRequest, createScene } from '@/__tests__/support/factories';
import { obstruct } from '@/__tests__/support/locks';
import { sql } from '@/__tests__/support/plain-sql';
import { countTraces, NOTHING, ONE_SESSION } from '@/__tests__/support/traces';
import { createPrisma, db } from '@/lib/db';
import { env } from '@/lib/env';
import { bookSession } from '@/lib/sessions/commands';

// What passes by itself is tried again, a bounded number of times.

function connectWith(setting: string) {
  const url = new URL(env().DATABASE_URL);
  url.searchParams.set('options', `-c ${setting}`);
  return createPrisma(url.href);
}

beforeEach(truncate);

test('a deadlock with another transaction is survived', async () => {
  const impatient = connectWith('deadlock_timeout=10ms');
  const scene = await createScene();
  const forUpdate = (table: string) => `SELECT FROM ${table} WHERE id = $1 FOR UPDATE`;
  const rival = await obstruct(forUpdate('users'), scene.st.userId);
  const gate = await obstruct(forUpdate('courses'), scene.courseId);
  const booking = bookSession(impatient, bookingRequest(scene));
  await gate.waiting(1);
  // Stopped at the course, the booking has the enrollment, and will want the teacher next.
  const wanted = rival.query(forUpdate('enrollments'), scene.enrollment.id);
  await gate.waiting(2);
  await gate.letGo('ROLLBACK');
  await wanted;
  await rival.letGo('ROLLBACK');
  expect(await booking).toMatchObject({ ok: true });
  expect(await countTraces()).toMatchObject(ONE_SESSION);
  await impatient.$disconnect();
});

test('a serialization failure is survived', async () => {
  const strict = connectWith('default_transaction_isolation=serializable');
  const scene = await createScene();
  const obstacle = await obstruct(
    'UPDATE enrollments SET session_count = 9 WHERE id = $1',
    scene.enrollment.id,
  );
  const booking = bookSession(strict, bookingRequest(scene));
  await obstacle.waiting(1);
  await obstacle.letGo('COMMIT');
  expect(await booking).toMatchObject({ ok: true });
  expect(await countTraces()).toMatchObject(ONE_SESSION);
  await strict.$disconnect();
});

describe('a database that fails every insert', () => {
  // A sequence is not rolled back, so it counts the attempts.
  beforeEach(async () => {
    await sql('CREATE SEQUENCE attempts');
    await sql(`CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM nextval('attempts');
        RAISE EXCEPTION 'It failed.' USING ERRCODE = TG_ARGV[0];
      END $$`);
  });
  afterEach(async () => {
    await sql('DROP FUNCTION fail CASCADE');
    await sql('DROP SEQUENCE attempts');
  });

  test.each([
    ['40P01', 4],
    ['40001', 4],
    ['22012', 1],
  ])('with %s is asked %i times, and the error is thrown', async (state, attempts) => {
    const scene = await createScene();
    await sql(`CREATE TRIGGER a_failure BEFORE INSERT ON sessions
      FOR EACH ROW EXECUTE FUNCTION fail('${state}')`);
    await expect(bookSession(db(), bookingRequest(scene))).rejects.toThrow();
    expect(await sql('SELECT last_value::integer AS attempts FROM attempts')).toEqual([
      { attempts },
    ]);
    expect(await countTraces()).toMatchObject(NOTHING);
  });
});
