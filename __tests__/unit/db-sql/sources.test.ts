import { readSqlSources } from '@/prisma/sql-sources';

// One object a file, each beginning with the guarantee that it gives.

const { beforeTables, afterTables } = readSqlSources();
const sources = [...beforeTables, ...afterTables].map((source) => ({
  ...source,
  path: `${source.kind}/${source.name}`,
}));

const CREATES = {
  functions: /^CREATE OR REPLACE FUNCTION (\w+)/gm,
  triggers: /^CREATE OR REPLACE TRIGGER (\w+)/gm,
  constraints: /^ALTER TABLE \w+ ADD CONSTRAINT (\w+)/gm,
  indexes: /^CREATE (?:UNIQUE )?INDEX (?:IF NOT EXISTS )?(\w+)/gm,
  views: /^CREATE OR REPLACE VIEW (\w+)/gm,
} as const;

test.each(sources)('$path begins with a sentence', ({ text }) => {
  const words =
    text
      .match(/^(?:-- .*\n)+/)?.[0]
      .replaceAll('\n', ' ')
      .trim() ?? '';
  expect(words).toMatch(/^-- (?:[A-Z]|\w+_\w+ ).*[.:]$/);
});

test.each(sources.filter(({ kind }) => kind in CREATES))(
  '$path makes one object, of its own name',
  ({ kind, name, text }) => {
    const pattern = CREATES[kind as keyof typeof CREATES];
    expect([...text.matchAll(pattern)].map(([, made]) => made)).toEqual([name]);
  },
);
