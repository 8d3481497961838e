import { fingerprintOf, pathOf, type SqlSource } from '@/prisma/sql-sources';
import { composeMigrations } from '@/scripts/db-sql/compose-migrations';
import { fingerprintsOf, type Snapshot } from '@/scripts/db-sql/snapshot';

const KEEP: SqlSource = {
  kind: 'functions',
  name: 'keep',
  text: 'CREATE OR REPLACE FUNCTION keep() RETURNS void LANGUAGE sql AS $$ SELECT $$;',
};
const CHECK: SqlSource = {
  kind: 'constraints',
  name: 'sessions_are_short',
  text: `-- A session is short.
ALTER TABLE sessions ADD CONSTRAINT sessions_are_short CHECK (scheduled_end < scheduled_start + interval '2 hours');
COMMENT ON CONSTRAINT sessions_are_short ON sessions IS
  'A session is short.';`,
};
const VIEW: SqlSource = {
  kind: 'views',
  name: 'today',
  text: 'CREATE OR REPLACE VIEW today AS SELECT 1 AS one;',
};
const ON_VIEW: SqlSource = {
  kind: 'triggers',
  name: 'today_edit',
  text: 'CREATE OR REPLACE TRIGGER today_edit INSTEAD OF UPDATE ON today FOR EACH ROW EXECUTE FUNCTION keep();',
};
const ALL = [KEEP, CHECK, ON_VIEW, VIEW];

function snapshotOf(sources: SqlSource[]): Snapshot {
  return {
    tables: 'model User {}',
    sources: fingerprintsOf(sources),
    catalog: {
      'function keep(a integer)': '…',
      'constraint sessions.sessions_are_short': '…',
      'trigger today.today_edit': '…',
      'view today': '…',
    },
  };
}

function compose(snapshot: Snapshot, afterTables: SqlSource[], tables = '') {
  return composeMigrations({ snapshot, beforeTables: [], tables, afterTables });
}

function edited(source: SqlSource): SqlSource {
  return { ...source, text: `${source.text}\n-- Edited.` };
}

test('nothing is written if nothing has changed', () => {
  expect(compose(snapshotOf(ALL), ALL)).toEqual([]);
});

test('the first migrations create the tables and then the rest, without a later validation of rows', () => {
  const nothing = { tables: '', sources: {}, catalog: {} };
  const steps = compose(nothing, ALL, 'CREATE TABLE sessions ();');
  expect(steps.map(({ suffix }) => suffix)).toEqual(['_tables', '']);
  expect(steps[1]?.script).toContain(CHECK.text);
});

test('only edited fields are written', () => {
  const [step, ...others] = compose(snapshotOf(ALL), [edited(KEEP), CHECK, ON_VIEW, VIEW]);
  expect(others).toEqual([]);
  expect(step?.script).toContain('-- Edited.');
  expect(step?.script).not.toContain('sessions_are_short');
});

test('a constraint on existing rows is added as NOT VALID, and validated in a separate step', () => {
  const [add, validate] = compose(snapshotOf(ALL), [KEEP, edited(CHECK), ON_VIEW, VIEW]);
  expect(add?.script).toContain('DROP CONSTRAINT IF EXISTS sessions_are_short');
  expect(add?.script).toContain("interval '2 hours') NOT VALID;");
  expect(add?.script).toContain('COMMENT ON CONSTRAINT');
  expect(validate).toEqual({
    suffix: '_validate',
    script: 'ALTER TABLE sessions VALIDATE CONSTRAINT sessions_are_short;\n',
  });
});

test('a view that reads a changed view is dropped before it, and recreated after it', () => {
  const reader: SqlSource = {
    kind: 'views',
    name: 'week',
    text: 'CREATE OR REPLACE VIEW week AS SELECT one FROM today;',
  };
  const known = snapshotOf([...ALL, reader]);
  known.catalog['view week'] = '…';
  const [step] = compose(known, [KEEP, CHECK, edited(VIEW), reader, ON_VIEW]);
  const script = step?.script ?? '';
  const places = [
    'DROP VIEW IF EXISTS week',
    'DROP VIEW IF EXISTS today',
    'VIEW today AS',
    'VIEW week AS',
  ];
  const order = places.map((words) => script.indexOf(words));
  expect(order).toEqual([...order].sort((a, b) => a - b));
  expect(order[0]).toBeGreaterThan(0);
});

test('a new index is not dropped first: it may have been built beforehand, without blocking', () => {
  const index: SqlSource = {
    kind: 'indexes',
    name: 'sessions_by_day',
    text: 'CREATE INDEX IF NOT EXISTS sessions_by_day ON sessions (scheduled_start);',
  };
  const [step] = compose(snapshotOf(ALL), [...ALL, index]);
  expect(step?.script).toContain(index.text);
  expect(step?.script).not.toContain('DROP');
});

test('a view is recreated with its triggers', () => {
  const [step] = compose(snapshotOf(ALL), [KEEP, CHECK, ON_VIEW, edited(VIEW)]);
  expect(step?.script).toContain('DROP VIEW IF EXISTS today;');
  expect(step?.script).toContain('CREATE OR REPLACE TRIGGER today_edit');
});

test.each([
  [KEEP, 'DROP FUNCTION IF EXISTS keep(a integer);'],
  [CHECK, 'ALTER TABLE sessions DROP CONSTRAINT IF EXISTS sessions_are_short;'],
  [ON_VIEW, 'DROP TRIGGER IF EXISTS today_edit ON today;'],
  [VIEW, 'DROP VIEW IF EXISTS today;'],
])('an object whose file is gone is dropped: $name', (gone, statement) => {
  const left = ALL.filter((source) => source !== gone);
  const [step] = compose(snapshotOf(ALL), left);
  expect(step?.script).toContain(statement);
});

test('fingerprints of different texts differ, and a path names its file', () => {
  expect(fingerprintOf(KEEP)).not.toBe(fingerprintOf(edited(KEEP)));
  expect(pathOf(KEEP)).toBe('functions/keep');
});
