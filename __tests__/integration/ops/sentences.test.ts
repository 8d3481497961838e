import type { DatabaseError } from 'pg';
import { sql } from '@/__tests__/support/plain-sql';
import { sentenceFor } from '@/__tests__/support/sentences';

// No constraint is added without a sentence for the person it refuses.

const OF_OPS = (table: string) =>
  `(has_any_column_privilege('peerloop_ops', ${table}, 'INSERT') OR has_any_column_privilege('peerloop_ops', ${table}, 'UPDATE'))`;

test('every constraint and unique index of a table that ops may write has a sentence', async () => {
  const found = await sql<{ name: string; sentence: string | null }>(
    `SELECT conname AS name, coalesce(obj_description(oid, 'pg_constraint'), obj_description(to_regclass(quote_ident(conname)), 'pg_class')) AS sentence
     FROM pg_constraint
     WHERE contype IN ('c', 'f', 'p', 'u', 'x') AND connamespace = 'public'::regnamespace AND ${OF_OPS('conrelid')}
     UNION ALL
     SELECT relname, obj_description(indexrelid, 'pg_class') FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
     WHERE indisunique AND relnamespace = 'public'::regnamespace AND ${OF_OPS('indrelid')}
       AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)`,
  );
  expect(found.length).toBeGreaterThan(50);
  expect(found.filter(({ sentence }) => !sentence?.match(/^[A-Za-z].+\.$/))).toEqual([]);
});

test('every table and view has a comment', async () => {
  const silent = await sql(
    `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v')
       AND relname <> '_prisma_migrations' AND obj_description(oid, 'pg_class') IS NULL`,
  );
  expect(silent).toEqual([]);
});

const explain = (code: string, more: Partial<DatabaseError> = {}) =>
  sentenceFor({ code, message: 'what the database says', ...more } as DatabaseError);

test.each(['40001', '40P01'])('two conflicting edits get an explanation: %s', async (code) => {
  expect(await explain(code)).toBe('Somebody else changed this at the same time. Try again.');
});

test('an error without a sentence of its own keeps the message of the database', async () => {
  expect(await explain('23514', { constraint: 'not_ours' })).toBe('what the database says');
  expect(await explain('22P02')).toBe('what the database says');
  expect(await explain('XX000', { hint: 'Call somebody.' })).toBe(
    'what the database says Call somebody.',
  );
});
