import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '@/prisma/client/client';
import { env } from './env';

// Covers the wait for a free connection of the pool as well, as in a rush for one time.
const CONNECT_TIMEOUT_MS = 15_000;
const STATEMENT_TIMEOUT_MS = 10_000;
const POOL_SIZE = 10;

/** A client of its own pool. Statements that take longer than ten seconds are cancelled. */
export function createPrisma(connectionString: string): PrismaClient {
  const adapter = new PrismaPg({
    connectionString,
    max: POOL_SIZE,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
  });
  return new PrismaClient({ adapter });
}

// Next reloads modules in development; the pool outlives them.
const shared = globalThis as typeof globalThis & { prisma?: PrismaClient };

/** The process's client, made when it is first asked for. */
export function db(): PrismaClient {
  shared.prisma ??= createPrisma(env().DATABASE_URL);
  return shared.prisma;
}
