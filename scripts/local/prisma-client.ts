import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runProgram } from './run';

const SCHEMA = 'prisma/schema.prisma';
const STAMP = 'prisma/client/.generated-from';
const fromProject = createRequire(join(process.cwd(), 'package.json'));

/** Writes prisma/client anew when the schema or Prisma's version is not the one it was written from. */
export async function generatePrismaClient(signal?: AbortSignal): Promise<void> {
  const stamp = createHash('sha256')
    .update(readFileSync(SCHEMA))
    .update(readFileSync(fromProject.resolve('prisma/package.json')))
    .digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stamp) return;
  console.log('Generating the Prisma client …');
  const cli = fromProject.resolve('prisma/build/index.js');
  await runProgram(process.execPath, [cli, 'generate'], signal ? { signal } : {});
  writeFileSync(STAMP, stamp);
}
