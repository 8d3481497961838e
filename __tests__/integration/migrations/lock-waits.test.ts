import { isWaiting, openMigrationScenes } from '@/__tests__/support/migrations';

const { current: scene } = openMigrationScenes();

const PATIENT = { lockTimeoutMs: 1_000, tries: 1_000, firstPauseMs: 20, longestPauseMs: 20 };
const BRIEF = { lockTimeoutMs: 3_000, tries: 2, firstPauseMs: 20, longestPauseMs: 20 };

/** Five thousand lessons, and the migration that changes them. */
async function arrange(): Promise<void> {
  scene().write('1_lessons', 'CREATE TABLE lessons (id int)');
  await scene().start().ended();
  await scene().query('INSERT INTO lessons SELECT generate_series(1, 5000)');
  scene().write('2_minutes', 'ALTER TABLE lessons ADD COLUMN minutes int NOT NULL DEFAULT 60');
}

/** A report that has read the lessons and keeps its transaction open. */
async function openReport() {
  const report = await scene().connect('monthly report');
  await report.query('BEGIN');
  await report.query('SELECT count(*) FROM lessons');
  const { rows } = await report.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  return { report, pid: rows[0]?.pid };
}

test('a migration that waits for an open report lets other readers through, and is applied after it', async () => {
  await arrange();
  const { report } = await openReport();
  const migrator = scene().start(PATIENT);
  await scene().until(isWaiting('ALTER TABLE'));

  // Behind the migration in the table's queue, while the report is still open.
  const reader = await scene().connect('reader');
  const read = await reader.query('SELECT count(*)::int AS count FROM lessons');
  expect(read.rows).toEqual([{ count: 5000 }]);
  const record = `SELECT finished_at IS NULL AS is_open FROM _prisma_migrations
    WHERE migration_name = '2_minutes'`;
  expect(await scene().query(record)).toEqual([{ is_open: true }]);

  await report.query('COMMIT');
  const { code, printed } = await migrator.ended();
  expect(printed).toMatch(/Applied 2_minutes\.$/);
  expect(code).toBe(0);
  expect(await scene().query('SELECT sum(minutes)::int AS minutes FROM lessons')).toEqual([
    { minutes: 300_000 },
  ]);
  expect(await scene().query(record)).toEqual([{ is_open: false }]);
});

test('a migration that cannot get its lock fails and names the holder', async () => {
  await arrange();
  const { report, pid } = await openReport();
  const { code, printed } = await scene().start(BRIEF).ended();
  const holder = `process ${pid} \\(monthly report, role \\w+, for \\d+ seconds?\\)`;
  const lines = printed.split('\n');
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(
    new RegExp(
      `^2_minutes waits for its lock on lessons, held by ${holder}: try 1 of 2 gave up, the next is in 0.02 s …$`,
    ),
  );
  expect(lines[1]).toMatch(
    new RegExp(
      `^2_minutes was not applied and left nothing behind: in 2 tries of 3 s it did not get its lock on lessons, ` +
        `held by ${holder}\\. Wait until that has ended, or end it with SELECT pg_terminate_backend\\(${pid}\\), ` +
        `and run npm run db:migrate again\\.$`,
    ),
  );
  expect(code).toBe(1);

  await report.query('COMMIT');
  expect((await scene().start().ended()).printed).toBe('Applied 2_minutes.');
});

test('a migration that loses a deadlock is retried', async () => {
  scene().write('1_tables', 'CREATE TABLE courses (); CREATE TABLE lessons ()');
  await scene().start().ended();
  scene().write(
    '2_locks',
    `SET LOCAL deadlock_timeout = '3s'; LOCK TABLE courses; LOCK TABLE lessons`,
  );
  const other = await scene().connect();
  await other.query('BEGIN');
  // It is the migration that finds the deadlock and gives up.
  await other.query(`SET LOCAL deadlock_timeout = '1h'`);
  await other.query('LOCK TABLE lessons');
  const migrator = scene().start({ ...PATIENT, lockTimeoutMs: 600_000 });
  await scene().until(isWaiting('SET LOCAL deadlock_timeout'));
  await other.query('LOCK TABLE courses');
  await other.query('COMMIT');
  const { code, printed } = await migrator.ended();
  expect(printed).toMatch(/^2_locks waits for its lock on lessons, .*\nApplied 2_locks\.$/s);
  expect(code).toBe(0);
});

test('a migration outlasts the limits that the role sets for the product', async () => {
  // PostgreSQL has transaction_timeout from 17 on.
  const limits = await scene().query<{ name: string }>(
    `SELECT name FROM pg_settings
     WHERE name IN ('statement_timeout', 'transaction_timeout', 'idle_session_timeout') ORDER BY name`,
  );
  for (const { name } of limits) {
    await scene().query(`DO $$ BEGIN
      EXECUTE format('ALTER DATABASE %I SET ${name} = 1000', current_database());
    END $$`);
  }
  const names = [...limits.map(({ name }) => name), 'lock_timeout'];
  const settings = names.map((name) => `current_setting('${name}') AS ${name}`);
  scene().write('1_limits', `CREATE TABLE limits AS SELECT ${settings.join(', ')}`);
  expect((await scene().start(BRIEF).ended()).printed).toBe('Applied 1_limits.');
  const unlimited = Object.fromEntries(limits.map(({ name }) => [name, '0']));
  expect(await scene().query('SELECT * FROM limits')).toEqual([
    { ...unlimited, lock_timeout: '3s' },
  ]);
});

test('one migration cannot lift the limit of the next', async () => {
  scene().write('1_lift', `SET lock_timeout = 0; SET statement_timeout = 1000`);
  scene().write(
    '2_look',
    `CREATE TABLE limits AS SELECT current_setting('lock_timeout') AS lock_timeout,
      current_setting('statement_timeout') AS statement_timeout`,
  );
  expect((await scene().start(BRIEF).ended()).code).toBe(0);
  expect(await scene().query('SELECT * FROM limits')).toEqual([
    { lock_timeout: '3s', statement_timeout: '0' },
  ]);
});
