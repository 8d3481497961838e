import { PrismaPg } from '@prisma/adapter-pg';
import { createSchemaEngine } from './schema-engine';

const NOTHING_EXTERNAL = { externalTables: [], externalEnums: [] };

/**
 * The SQL that migrates the tables of one schema.prisma to those of another, from Prisma.
 * An empty string means no tables. The engine asks the server at `databaseUrl` for its version only.
 */
export async function diffTables(
  databaseUrl: string,
  { from, to }: { from: string; to: string },
): Promise<string> {
  const engine = await createSchemaEngine(new PrismaPg({ connectionString: databaseUrl }));
  const { stdout } = await engine.diff({
    from: from === '' ? { tag: 'empty' } : schemaOf(from),
    to: schemaOf(to),
    script: true,
    exitCode: null,
    filters: NOTHING_EXTERNAL,
  });
  // Without changes, Prisma writes a comment.
  return (stdout ?? '').trim() === '-- This is an empty migration.' ? '' : (stdout ?? '').trim();
}

function schemaOf(content: string) {
  return { tag: 'schemaDatamodel' as const, files: [{ path: 'schema.prisma', content }] };
}
