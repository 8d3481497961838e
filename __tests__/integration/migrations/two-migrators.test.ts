import { isWaiting, openMigrationScenes } from '@/__tests__/support/migrations';

const { current: scene } = openMigrationScenes();

const PATIENT = { lockTimeoutMs: 600_000 };
/** A database with one table, which the next migrations change. */
async function arrange(): Promise<void> {
  scene().write('0_lessons', 'CREATE TABLE lessons ()');
  await scene().start().ended();
}

const MIGRATORS_LOCK = 'SELECT pg_advisory_lock(72707369)';

test('of two migrators one waits, and each migration is applied once', async () => {
  await arrange();
  scene().write('1_minutes', 'ALTER TABLE lessons ADD COLUMN minutes int');
  scene().write('2_places', 'ALTER TABLE lessons ADD COLUMN places int');
  const holder = await scene().connect();
  await holder.query('BEGIN');
  await holder.query('LOCK TABLE lessons');

  const first = scene().start(PATIENT);
  await scene().until(isWaiting('ALTER TABLE'));
  const second = scene().start(PATIENT);
  await scene().until(isWaiting(MIGRATORS_LOCK));
  await holder.query('COMMIT');

  expect(await first.ended()).toEqual({
    code: 0,
    printed: 'Applied 1_minutes.\nApplied 2_places.',
  });
  const { code, printed } = await second.ended();
  expect(printed).toMatch(
    /^Waiting for another migrator, process \d+ \(npm run db:migrate, role \w+, for \d+ seconds?\) …$/,
  );
  expect(code).toBe(0);
  expect(
    await scene().query(
      'SELECT migration_name AS name FROM _prisma_migrations ORDER BY started_at',
    ),
  ).toEqual([{ name: '0_lessons' }, { name: '1_minutes' }, { name: '2_places' }]);
});

test.each(['migrate', 'resolve'] as const)(
  'waiting for another migrator ends with who it is: %s',
  async (command) => {
    scene().write('1_lessons', 'CREATE TABLE lessons ()');
    const other = await scene().connect('deploy of yesterday');
    await other.query(MIGRATORS_LOCK);
    const { rows } = await other.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    const pid = rows[0]?.pid;

    const { code, printed } = await scene().start({ migratorWaitMs: 500 }, { command }).ended();
    const holder = `process ${pid} \\(deploy of yesterday, role \\w+, for \\d+ seconds?\\)`;
    expect(printed).toMatch(
      new RegExp(
        `^Waiting for another migrator, ${holder} …\n` +
          `Nothing was done: after 0.5 s of waiting, another migrator is still at work, ${holder}\\. ` +
          `Run this again when it has ended; if it hangs, end it with SELECT pg_terminate_backend\\(${pid}\\)\\.$`,
      ),
    );
    expect(code).toBe(1);
    expect(await scene().query(`SELECT to_regclass('_prisma_migrations') AS found`)).toEqual([
      { found: null },
    ]);
  },
);

test('a migrator whose migration failed keeps the others waiting until it has recorded that', async () => {
  await arrange();
  scene().write('1_wrong', 'ALTER TABLE lessons ADD COLUMN minutes int; SELECT 1 / 0');
  const [holder, keeper] = [await scene().connect(), await scene().connect()];
  await holder.query('BEGIN');
  await holder.query('LOCK TABLE lessons');
  const first = scene().start(PATIENT);
  await scene().until(isWaiting('ALTER TABLE'));
  await keeper.query('BEGIN');
  await keeper.query('LOCK TABLE _prisma_migrations IN SHARE MODE');
  await holder.query('COMMIT');
  await scene().until(isWaiting('UPDATE "_prisma_migrations" SET "logs"'));

  const second = scene().start(PATIENT);
  await scene().until(isWaiting(MIGRATORS_LOCK));
  await keeper.query('COMMIT');
  for (const migrator of [first, second]) {
    const { code, printed } = await migrator.ended();
    expect(printed).toMatch(/1_wrong: .*division by zero$/s);
    expect(code).toBe(1);
  }
  const counts =
    'SELECT count(*)::int, count(rolled_back_at)::int AS rolled_back FROM _prisma_migrations';
  expect(await scene().query(counts)).toEqual([{ count: 3, rolled_back: 2 }]);
});
