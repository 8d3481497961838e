import { createHash } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { ok, type Result, refuse } from '@/lib/result';
import type { PrismaClient } from '@/prisma/client/client';
import {
  RATE_LIMITS,
  type RateLimit,
  type RateLimitKey,
  type RateLimitName,
  type RateLimits,
} from './limits';

interface Caller {
  /** Null where it is not known. */
  person: string | null;
  address: string;
}

/**
 * Counts one use of `name` under each of its keys, unless one of them had enough. `retry_after` is in
 * seconds.
 */
export async function consumeRateLimit(
  db: PrismaClient,
  name: RateLimitName,
  caller: Caller,
): Promise<Result<null, 'TOO_MANY_REQUESTS', { retry_after: number }>> {
  const limits: RateLimits = RATE_LIMITS[name];
  for (const key of ['personAtAddress', 'person', 'address'] as const) {
    const limit = limits[key];
    const value = identify(key, caller);
    if (!limit || value === null) continue;
    try {
      await limiter(db, `${name}:${key}`, limit).consume(fingerprint(value));
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      const seconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000));
      return { ...refuse('TOO_MANY_REQUESTS'), detail: { retry_after: seconds } };
    }
  }
  return ok(null);
}

function identify(key: RateLimitKey, { person, address }: Caller): string | null {
  if (key === 'address') return address;
  return person !== null && key === 'personAtAddress' ? `${person} ${address}` : person;
}

const limiters = new WeakMap<PrismaClient, Map<string, RateLimiterPostgres>>();

function limiter(
  db: PrismaClient,
  keyPrefix: string,
  { times, seconds }: RateLimit,
): RateLimiterPostgres {
  const ofDb = limiters.get(db) ?? new Map<string, RateLimiterPostgres>();
  limiters.set(db, ofDb);
  const known = ofDb.get(keyPrefix);
  if (known) return known;
  const made = new RateLimiterPostgres({
    storeClient: { query: (statement: Statement) => query(db, statement) },
    storeType: 'pool',
    tableName: 'rate_limits',
    tableCreated: true,
    keyPrefix,
    points: times,
    duration: seconds,
    // Whoever had enough is refused from memory: a flood of requests is no flood of writes.
    inMemoryBlockOnConsumed: times + 1,
  });
  ofDb.set(keyPrefix, made);
  return made;
}

interface Statement {
  text: string;
  values: unknown[];
}

/** Runs a statement of the limiter on Prisma's connections, and answers as a `pg` pool does. */
async function query(db: PrismaClient, { text, values }: Statement) {
  const rows = await db.$queryRawUnsafe<{ points: number; expire: bigint }[]>(text, ...values);
  return {
    rows: rows.map(({ points, expire }) => ({ points, expire: Number(expire) })),
    rowCount: rows.length,
  };
}

/** Tells one person or address from another without keeping who they are. */
function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
