import { createHash } from 'node:crypto';
import { openMigrationScenes } from '@/__tests__/support/migrations';

const { current: scene } = openMigrationScenes();

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const rows = () =>
  scene().query(`SELECT migration_name, checksum, logs, applied_steps_count, rolled_back_at,
    length(id) AS id_length, finished_at >= started_at AS took_time FROM _prisma_migrations ORDER BY started_at`);

test('the rows equal those of prisma migrate deploy', async () => {
  const scripts = ['CREATE TABLE lessons ()', '-- Nothing to do.', 'SELECT 1;\n-- The end'];
  for (const [index, script] of scripts.entries()) scene().write(`${index}_migration`, script);
  expect((await scene().start().ended()).code).toBe(0);
  expect(await rows()).toEqual(
    scripts.map((script, index) => ({
      migration_name: `${index}_migration`,
      checksum: sha256(script),
      logs: null,
      applied_steps_count: 1,
      rolled_back_at: null,
      id_length: 36,
      took_time: true,
    })),
  );
});

test('a migration that fails leaves nothing behind, names its line, and is applied once corrected', async () => {
  scene().write('1_lessons', 'CREATE TABLE lessons (minutes int);\nINSERT INTO lesons VALUES (1)');
  const { code, printed } = await scene().start().ended();
  expect(printed).toMatch(
    /^The migrations could not be applied\.\n1_lessons: relation "lesons" does not exist at line 2$/,
  );
  expect(code).toBe(1);
  expect(await scene().query(`SELECT to_regclass('lessons') AS found`)).toEqual([{ found: null }]);

  scene().write('1_lessons', 'CREATE TABLE lessons (minutes int);\nINSERT INTO lessons VALUES (1)');
  expect(await scene().start().ended()).toEqual({ code: 0, printed: 'Applied 1_lessons.' });
});

test('a migration that ends its own transaction is refused before anything is applied', async () => {
  scene().write('1_lessons', 'CREATE TABLE lessons ()');
  scene().write('2_courses', 'CREATE TABLE courses ();\nCOMMIT;\nSELECT 1');
  expect(await scene().start().ended()).toEqual({
    code: 1,
    printed:
      '2_courses was not applied: it is sent as one transaction and may not have "COMMIT" in it.',
  });
  expect(await scene().query(`SELECT to_regclass('lessons') AS found`)).toEqual([{ found: null }]);
});

test('a migration may change the role and the search path', async () => {
  await scene().query('CREATE SCHEMA elsewhere');
  scene().write(
    '1_elsewhere',
    'SET LOCAL search_path = elsewhere; SET LOCAL ROLE pg_monitor; SELECT 1',
  );
  expect(await scene().start().ended()).toEqual({ code: 0, printed: 'Applied 1_elsewhere.' });
});
