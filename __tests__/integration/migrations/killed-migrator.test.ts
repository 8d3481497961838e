import {
  isWaiting,
  type Migrator,
  NO_MIGRATOR_IS_CONNECTED,
  openMigrationScenes,
} from '@/__tests__/support/migrations';

const { current: scene } = openMigrationScenes();

const PATIENT = { lockTimeoutMs: 600_000 };
const GATE = 7;
const THROUGH_GATE = `SELECT pg_advisory_xact_lock(${GATE})`;

/** Three migrations, of which the second stops in its middle for as long as the gate is closed. */
async function arrange() {
  scene().write('1_lessons', 'CREATE TABLE lessons (minutes int)');
  scene().write(
    '2_middle',
    `INSERT INTO lessons VALUES (30); ${THROUGH_GATE}; INSERT INTO lessons VALUES (60)`,
  );
  scene().write('3_last', 'INSERT INTO lessons VALUES (90)');
  const gate = await scene().connect();
  await gate.query(`SELECT pg_advisory_lock(${GATE})`);
  return { open: () => gate.query(`SELECT pg_advisory_unlock(${GATE})`) };
}

async function killWhen(migrator: Migrator, condition: string): Promise<void> {
  await scene().until(condition);
  await migrator.kill();
  await scene().until(NO_MIGRATOR_IS_CONNECTED);
}

const rowOf = (name: string) =>
  scene().query(`SELECT finished_at IS NOT NULL AS finished, rolled_back_at IS NOT NULL AS rolled_back,
    applied_steps_count AS steps FROM _prisma_migrations WHERE migration_name = '${name}' ORDER BY started_at`);

async function expectAllAppliedOnce(): Promise<void> {
  expect(await scene().query('SELECT minutes FROM lessons ORDER BY minutes')).toEqual(
    [30, 60, 90].map((minutes) => ({ minutes })),
  );
  const live =
    'SELECT migration_name AS name, logs FROM _prisma_migrations WHERE rolled_back_at IS NULL AND finished_at IS NOT NULL AND applied_steps_count = 1 ORDER BY name';
  expect(await scene().query(live)).toEqual(
    ['1_lessons', '2_middle', '3_last'].map((name) => ({ name, logs: null })),
  );
}

const INTERRUPTED = '2_middle was interrupted and left nothing behind.';

test('after a kill during a migration, the next run applies it from its beginning', async () => {
  const gate = await arrange();
  await killWhen(scene().start(PATIENT), isWaiting('INSERT INTO lessons'));
  expect(await rowOf('2_middle')).toEqual([{ finished: false, rolled_back: false, steps: 0 }]);
  expect(await scene().query('SELECT FROM lessons')).toEqual([]);

  await gate.open();
  expect(await scene().start(PATIENT).ended()).toEqual({
    code: 0,
    printed: `${INTERRUPTED}\nApplied 2_middle.\nApplied 3_last.`,
  });
  await expectAllAppliedOnce();
});

test('after a kill during a migration, resolve records it as rolled back, and migrate applies it', async () => {
  const gate = await arrange();
  await killWhen(scene().start(PATIENT), isWaiting('INSERT INTO lessons'));
  expect(await scene().start({}, { command: 'resolve' }).ended()).toEqual({
    code: 0,
    printed: `${INTERRUPTED}\nNow run npm run db:migrate.`,
  });
  expect(await rowOf('2_middle')).toEqual([{ finished: false, rolled_back: true, steps: 0 }]);

  await gate.open();
  expect((await scene().start(PATIENT).ended()).printed).toBe('Applied 2_middle.\nApplied 3_last.');
  await expectAllAppliedOnce();
});

/** Stops the migrator between the second script's commit and the engine's record of it. */
async function killAfterCommit(): Promise<void> {
  const gate = await arrange();
  const migrator = scene().start(PATIENT);
  await scene().until(isWaiting('INSERT INTO lessons'));
  await scene().query(`CREATE FUNCTION stop() RETURNS trigger LANGUAGE plpgsql AS
    'BEGIN PERFORM pg_advisory_xact_lock(8); RETURN NEW; END'`);
  await scene().query(`CREATE TRIGGER stop BEFORE UPDATE OF applied_steps_count ON _prisma_migrations
    FOR EACH ROW EXECUTE FUNCTION stop()`);
  await scene().query('SELECT pg_advisory_lock(8)');
  await gate.open();
  await killWhen(migrator, isWaiting('UPDATE "_prisma_migrations"'));
  await scene().query('DROP TRIGGER stop ON _prisma_migrations');
  expect(await scene().query('SELECT minutes FROM lessons')).toHaveLength(2);
  expect(await rowOf('2_middle')).toEqual([{ finished: true, rolled_back: false, steps: 0 }]);
}

const RECORDED = '2_middle was interrupted after it had been applied.';

test('after a kill right after the commit, resolve records it as applied, and migrate continues', async () => {
  await killAfterCommit();
  expect(await scene().start({}, { command: 'resolve' }).ended()).toEqual({
    code: 0,
    printed: `${RECORDED}\nNow run npm run db:migrate.`,
  });
  expect(await rowOf('2_middle')).toEqual([{ finished: true, rolled_back: false, steps: 1 }]);
  expect((await scene().start(PATIENT).ended()).printed).toBe('Applied 3_last.');
  await expectAllAppliedOnce();
});

test('after a kill right after the commit, the next run completes the record and continues', async () => {
  await killAfterCommit();
  expect((await scene().start(PATIENT).ended()).printed).toBe(`${RECORDED}\nApplied 3_last.`);
  await expectAllAppliedOnce();
});

test('a migrator whose connection is cut reports it, and the next run continues', async () => {
  const gate = await arrange();
  const migrator = scene().start(PATIENT);
  await scene().until(isWaiting('INSERT INTO lessons'));
  await scene().query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND application_name = 'npm run db:migrate'`);
  expect(await migrator.ended()).toEqual({
    code: 1,
    printed:
      'The connection to the database was lost. Run the command again: it goes on from what the database has.',
  });
  await gate.open();
  expect((await scene().start(PATIENT).ended()).code).toBe(0);
  await expectAllAppliedOnce();
});
