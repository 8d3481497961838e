import { createHash } from 'node:crypto';
import { openMigrationScenes } from '@/__tests__/support/migrations';
import type { Verdict } from '@/prisma/resolver';

const { current: scene } = openMigrationScenes();

const SECOND = 'CREATE TABLE courses ()';

/** A database with one migration, and the row of a second as another tool leaves it. */
async function arrange(columns: { logs?: string; steps?: number; script?: string } = {}) {
  const { logs = null, steps = 0, script = SECOND } = columns;
  scene().write('1_lessons', 'CREATE TABLE lessons ()');
  await scene().start().ended();
  scene().write('2_courses', SECOND);
  const checksum = createHash('sha256').update(script).digest('hex');
  await scene().query(`INSERT INTO _prisma_migrations (id, checksum, migration_name, logs, applied_steps_count)
    VALUES ('left', '${checksum}', '2_courses', ${logs ? `'${logs}'` : 'NULL'}, ${steps})`);
}

const migrate = () => scene().start().ended();
const resolve = (verdict?: Verdict) =>
  scene()
    .start({}, { command: 'resolve', ...(verdict ? { verdict } : {}) })
    .ended();
const tables = async () =>
  (await scene().query(`SELECT relname FROM pg_class WHERE relname = 'courses'`)).length;

const QUESTION =
  'so the database does not tell whether it was applied: look for what it makes, then run ' +
  'npm run db:resolve -- --applied 2_courses, or npm run db:resolve -- --rolled-back 2_courses.';

test('there is nothing to resolve in an empty or healthy database', async () => {
  scene().write('1_lessons', 'CREATE TABLE lessons ()');
  const nothing = { code: 0, printed: 'There is nothing to resolve.' };
  expect(await resolve()).toEqual(nothing);
  await migrate();
  const rows = await scene().query('SELECT * FROM _prisma_migrations');
  expect(await resolve()).toEqual(nothing);
  expect(await scene().query('SELECT * FROM _prisma_migrations')).toEqual(rows);
});

test('a migration that another tool left unfinished is left to the operator', async () => {
  await arrange();
  expect(await migrate()).toEqual({
    code: 1,
    printed:
      'Nothing was done, because 2_courses was begun and never finished: run npm run db:resolve, then npm run db:migrate again.',
  });
  expect(await resolve()).toEqual({
    code: 1,
    printed: `2_courses was begun by another tool than npm run db:migrate and never finished, ${QUESTION}`,
  });
});

test('after resolving as not applied, migrate applies it', async () => {
  await arrange();
  expect(await resolve({ name: '2_courses', wasApplied: false })).toEqual({
    code: 0,
    printed: '2_courses is recorded as not applied.\nNow run npm run db:migrate.',
  });
  expect(await migrate()).toEqual({ code: 0, printed: 'Applied 2_courses.' });
  expect(await tables()).toBe(1);
});

test('after resolving as applied, migrate skips it', async () => {
  await arrange();
  expect(await resolve({ name: '2_courses', wasApplied: true })).toEqual({
    code: 0,
    printed: '2_courses is recorded as applied.\nNow run npm run db:migrate.',
  });
  expect(await migrate()).toEqual({ code: 0, printed: '' });
  expect(await tables()).toBe(0);
  // Resolving changes only the record, not the tables.
  expect(await resolve()).toEqual({ code: 0, printed: 'There is nothing to resolve.' });
});

test('resolving a migration that needs no resolving is refused', async () => {
  scene().write('1_lessons', 'CREATE TABLE lessons ()');
  await migrate();
  expect(await resolve({ name: '1_lessons', wasApplied: false })).toEqual({
    code: 1,
    printed: '1_lessons needs no verdict.',
  });
});

test('a migration that the server refused was not applied', async () => {
  await arrange({ logs: 'ERROR: out of memory' });
  expect((await migrate()).printed).toBe(
    'Nothing was done, because 2_courses has failed: run npm run db:resolve, then npm run db:migrate again.',
  );
  expect(await resolve()).toEqual({
    code: 0,
    printed: '2_courses had failed and left nothing behind.\nNow run npm run db:migrate.',
  });
  expect((await migrate()).printed).toBe('Applied 2_courses.');
});

test('a failed migration that is no longer in the folder is left to the operator', async () => {
  await arrange({ logs: 'ERROR: out of memory', script: 'COMMIT' });
  expect((await resolve()).printed).toBe(
    `2_courses has failed with another script than the one in this folder, ${QUESTION}`,
  );
});

test('a migration with a counted step was applied', async () => {
  await arrange({ steps: 1 });
  expect(await migrate()).toEqual({
    code: 0,
    printed: '2_courses was interrupted after it had been applied.',
  });
});
