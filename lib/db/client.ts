import { PrismaPg } from '@prisma/adapter-pg';
import { Pool } from 'pg';
import { env } from '@/lib/env';
import { PrismaClient } from '@/prisma/client/client';

// Includes the wait for a free connection, as in a rush for one time.
const CONNECT_TIMEOUT_MS = 15_000;
const DEFAULT_POOL_SIZE = 10;

/**
 * A pool of connections. It sends no startup parameters, which a pooler would refuse: statement timeouts
 * are settings of the database role.
 */
export function createPool(connectionString: string, poolSize = DEFAULT_POOL_SIZE): Pool {
  const pool = new Pool({
    connectionString,
    max: poolSize,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  });
  // An idle connection that is lost would end the process. The pool replaces it, and a database that is
  // down fails the next statement.
  pool.on('error', () => undefined);
  return pool;
}

/** A client with its own pool, which ends when the client disconnects. */
export function createPrisma(
  connectionString: string,
  { poolSize }: { poolSize?: number } = {},
): PrismaClient {
  return prismaOn(createPool(connectionString, poolSize));
}

function prismaOn(ownPool: Pool): PrismaClient {
  return new PrismaClient({ adapter: new PrismaPg(ownPool, { disposeExternalPool: true }) });
}

// Next reloads modules in development; the pool outlives them.
const shared = globalThis as typeof globalThis & { pool?: Pool; prisma?: PrismaClient };

/** The connections of this process, for the few statements that Prisma does not send. */
export function pool(): Pool {
  const { DATABASE_URL, DATABASE_POOL_SIZE } = env();
  shared.pool ??= createPool(DATABASE_URL, DATABASE_POOL_SIZE);
  return shared.pool;
}

/** The Prisma client of this process. */
export function db(): PrismaClient {
  shared.prisma ??= prismaOn(pool());
  return shared.prisma;
}
