import { readSqlSources } from '@/prisma/sql-sources';

// One object a file, each with the guarantee that it gives: in its first lines, or in the comment of a constraint.

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

/** The lines of comment that a source begins with, as one. */
function headerOf(text: string): string {
  const lines = text.match(/^(?:-- .*\n)+/)?.[0] ?? '';
  return lines.replaceAll(/^-- /gm, '').replaceAll('\n', ' ').trim();
}

/** The sentence that ops read when a constraint refuses. */
function commentOf(text: string): string {
  const [, comment = ''] = /^COMMENT ON CONSTRAINT [^']*'((?:[^']|'')*)';$/m.exec(text) ?? [];
  return comment.replaceAll("''", "'");
}

const SENTENCE = /^(?:[A-Z]|\w+_\w+ ).*[.:]$/;

test.each(sources.filter(({ kind }) => kind !== 'constraints' && kind !== 'comments'))(
  '$path begins with a sentence',
  ({ text }) => {
    expect(headerOf(text)).toMatch(SENTENCE);
  },
);

test.each(sources.filter(({ kind }) => kind === 'constraints'))(
  '$path tells ops why it refuses, and says nothing twice',
  ({ text }) => {
    expect(commentOf(text)).toMatch(/^(?:[A-Z]|\w+ ).*\.$/);
    expect(headerOf(text)).not.toBe(commentOf(text));
  },
);

test.each(sources.filter(({ kind }) => kind in CREATES))(
  '$path creates one object, named like the file',
  ({ kind, name, text }) => {
    const pattern = CREATES[kind as keyof typeof CREATES];
    expect([...text.matchAll(pattern)].map(([, made]) => made)).toEqual([name]);
  },
);
