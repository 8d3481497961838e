import { countBookingRows, NO_ROWS, ROWS_OF_ONE_SESSION } from '@/__tests__/support/booking-rows';
import { truncate } from '@/__tests__/support/database';
import { bookingRequest, createScene } from '@/__tests__/support/factories';
import { holdLocks } from '@/__tests__/support/locks';
import { sqlAsOwner } from '@/__tests__/support/plain-sql';
import { createPrisma, db } from '@/lib/db/client';
import { bookSession } from '@/lib/sessions/book-session';

// Temporary errors are retried, a limited number of times.

/** As the owner, who may set how soon a deadlock is noticed. */
function connectWith(setting: string) {
  const url = new URL(process.env.DIRECT_DATABASE_URL ?? '');
  url.searchParams.set('options', `-c ${setting}`);
  return createPrisma(url.href);
}

beforeEach(truncate);

test('a deadlock with another transaction is retried', async () => {
  const impatient = connectWith('deadlock_timeout=10ms');
  const scene = await createScene();
  const forUpdate = (table: string) => `SELECT FROM ${table} WHERE id = $1 FOR UPDATE`;
  const rival = await holdLocks(forUpdate('enrollments'), scene.enrollment.id);
  const booking = bookSession(impatient, bookingRequest(scene));
  await rival.waitForBlocked(1);
  // The booking has both people and waits for the enrollment.
  const wanted = rival.query(forUpdate('users'), scene.st.userId);
  await wanted;
  await rival.release('ROLLBACK');
  expect(await booking).toMatchObject({ ok: true });
  expect(await countBookingRows()).toMatchObject(ROWS_OF_ONE_SESSION);
  await impatient.$disconnect();
});

test('a serialization failure is retried', async () => {
  const strict = connectWith('default_transaction_isolation=serializable');
  const scene = await createScene();
  const holder = await holdLocks(
    'UPDATE enrollments SET session_count = 9 WHERE id = $1',
    scene.enrollment.id,
  );
  const booking = bookSession(strict, bookingRequest(scene));
  await holder.waitForBlocked(1);
  await holder.release('COMMIT');
  expect(await booking).toMatchObject({ ok: true });
  expect(await countBookingRows()).toMatchObject(ROWS_OF_ONE_SESSION);
  await strict.$disconnect();
});

describe('a database that fails every insert', () => {
  // A sequence is not rolled back, so it counts the attempts.
  beforeEach(async () => {
    await sqlAsOwner('CREATE SEQUENCE attempts');
    await sqlAsOwner(`CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
      BEGIN
        PERFORM nextval('attempts');
        RAISE EXCEPTION 'It failed.' USING ERRCODE = TG_ARGV[0];
      END $$`);
  });
  afterEach(async () => {
    await sqlAsOwner('DROP FUNCTION fail CASCADE');
    await sqlAsOwner('DROP SEQUENCE attempts');
  });

  test.each([
    ['40P01', 4],
    ['40001', 4],
    ['22012', 1],
  ])('with %s is asked %i times, and the error is thrown', async (state, attempts) => {
    const scene = await createScene();
    await sqlAsOwner(`CREATE TRIGGER a_failure BEFORE INSERT ON sessions
      FOR EACH ROW EXECUTE FUNCTION fail('${state}')`);
    await expect(bookSession(db(), bookingRequest(scene))).rejects.toThrow();
    expect(await sqlAsOwner('SELECT last_value::integer AS attempts FROM attempts')).toEqual([
      { attempts },
    ]);
    expect(await countBookingRows()).toMatchObject(NO_ROWS);
  });
});
