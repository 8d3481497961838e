import { createPrisma } from '@/lib/db/client';
import type { PrismaClient } from '@/prisma/client/client';
import { isPgBouncerInstalled, type PgBouncer, startPgBouncer } from './pgbouncer';

const MISSING = 'PgBouncer is not installed: run apt-get install pgbouncer';

/**
 * `describe` for tests that need PgBouncer. Where it is missing they are skipped on a developer's
 * machine and fail in CI, and say why in both.
 */
export function describeWithPgBouncer(name: string, tests: () => void): void {
  if (isPgBouncerInstalled()) describe(name, () => tests());
  else replaceTests(name);
}

function replaceTests(name: string): void {
  if (!process.env.CI) console.warn(`Skipped: "${name}". ${MISSING}.`);
  const replacement = process.env.CI ? test : test.skip;
  replacement(name, () => {
    throw new Error(MISSING);
  });
}

interface Pools {
  /** The address of this worker's database by way of PgBouncer. */
  url(): string;
  all(): PrismaClient[];
  /** The pool of the nth request, when requests are dealt out in turn. */
  nth(index: number): PrismaClient;
}

/**
 * For the tests of one `describe`: as many pools as given, as instances of the application would have
 * them, over as many connections to the database as PgBouncer may open.
 */
export function openPools(pools: number, serverConnections: number): Pools {
  const opened: PrismaClient[] = [];
  let pgBouncer: PgBouncer | undefined;
  const url = () => {
    if (!pgBouncer) throw new Error('PgBouncer has not been started yet.');
    return pgBouncer.url;
  };
  beforeAll(async () => {
    pgBouncer = await startPgBouncer(process.env.DATABASE_URL ?? '', { serverConnections });
    for (let pool = 0; pool < pools; pool += 1) opened.push(createPrisma(url()));
  });
  afterAll(async () => {
    await Promise.all(opened.map((pool) => pool.$disconnect()));
    await pgBouncer?.stop();
  });
  return {
    url,
    all: () => opened,
    nth: (index) => {
      const pool = opened[index % pools];
      if (!pool) throw new Error('The pools are not open yet.');
      return pool;
    },
  };
}
