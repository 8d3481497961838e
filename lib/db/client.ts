import { PrismaPg } from '@prisma/adapter-pg';
import { env } from '@/lib/env';
import { PrismaClient } from '@/prisma/client/client';

// Covers the wait for a free connection of the pool as well, as in a rush for one time.
const CONNECT_TIMEOUT_MS = 15_000;
const DEFAULT_POOL_SIZE = 10;

/**
 * A client of its own pool. It sends no startup parameters, which a pooler would refuse: how long a
 * statement may take is set on the database role.
 */
export function createPrisma(
  connectionString: string,
  { poolSize = DEFAULT_POOL_SIZE }: { poolSize?: number } = {},
): PrismaClient {
  const adapter = new PrismaPg({
    connectionString,
    max: poolSize,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  });
  return new PrismaClient({ adapter });
}

// Next reloads modules in development; the pool outlives them.
const shared = globalThis as typeof globalThis & { prisma?: PrismaClient };

/** The process's client, made when it is first asked for. */
export function db(): PrismaClient {
  const { DATABASE_URL, DATABASE_POOL_SIZE: poolSize } = env();
  shared.prisma ??= createPrisma(DATABASE_URL, { poolSize });
  return shared.prisma;
}
