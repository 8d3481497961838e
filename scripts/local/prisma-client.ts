import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ending } from './lifecycle';
import { run } from './run';

const SCHEMA = 'prisma/schema.prisma';
const STAMP = 'prisma/client/.generated-from';
const fromProject = createRequire(join(process.cwd(), 'package.json'));

/** Regenerates prisma/client if the schema or Prisma's version has changed. */
export async function generatePrismaClient(): Promise<void> {
  const stamp = createHash('sha256')
    .update(readFileSync(SCHEMA))
    .update(readFileSync(fromProject.resolve('prisma/package.json')))
    .digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stamp) return;
  console.log('Generating the Prisma client …');
  const cli = fromProject.resolve('prisma/build/index.js');
  await run(process.execPath, [cli, 'generate'], { cancelSignal: ending });
  writeFileSync(STAMP, stamp);
}
