import { findTransactionControl } from '@/prisma/migrate/find-transaction-control';

test.each([
  ['BEGIN; SELECT 1; COMMIT', 'BEGIN'],
  ['SELECT 1;\ncommit;', 'commit'],
  ['SELECT 1; -- why\nROLLBACK TO SAVEPOINT a', 'ROLLBACK TO SAVEPOINT a'],
  ['start transaction read only;', 'start transaction read only'],
  ['SELECT 1; END', 'END'],
  ["SELECT E'it\\'s'; COMMIT; SELECT 'a'", 'COMMIT'],
  ['CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; END; COMMIT', 'COMMIT'],
])('finds what begins or ends a transaction in %j', (script, found) => {
  expect(findTransactionControl(script)).toBe(found);
});

test.each([
  ['CREATE TABLE commit (begin int)'],
  ['-- COMMIT;\nSELECT 1'],
  ['/* a; COMMIT; */ SELECT 1'],
  ["SELECT 'a; COMMIT; b'"],
  ["SELECT 'it''s; COMMIT; b'"],
  ['SELECT ";COMMIT;" FROM t'],
  ['DO $$ BEGIN PERFORM 1; END $$'],
  ['CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $body$ BEGIN; END; $body$'],
  ['CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN a THEN 1 END; SELECT 2; END;'],
  ['PREPARE look AS SELECT 1'],
  [''],
])('finds none in %j', (script) => {
  expect(findTransactionControl(script)).toBeUndefined();
});
