import { createHash } from 'node:crypto';
import type { Pool, QueryConfig } from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { ok, type Result, refuse } from '@/lib/result';
import {
  RATE_LIMITS,
  type RateLimit,
  type RateLimitKey,
  type RateLimitName,
  type RateLimits,
} from './limits';
import { networkOf } from './network-of';

interface Caller {
  /** Null if unknown. */
  person: string | null;
  address: string;
}

/**
 * Counts one use of `name` under each of its keys, one statement per key, and refuses when one has
 * reached its limit. `retry_after` is in seconds.
 */
export async function consumeRateLimit(
  pool: Pool,
  name: RateLimitName,
  caller: Caller,
): Promise<Result<null, 'TOO_MANY_REQUESTS', { retry_after: number }>> {
  const limits: RateLimits = RATE_LIMITS[name];
  for (const key of ['personAtAddress', 'person', 'address'] as const) {
    const limit = limits[key];
    const value = identify(key, caller);
    if (!limit || value === null) continue;
    try {
      await limiterOf(pool, `${name}:${key}`, limit).consume(fingerprint(value));
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      const seconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000));
      return { ...refuse('TOO_MANY_REQUESTS'), detail: { retry_after: seconds } };
    }
  }
  return ok(null);
}

function identify(key: RateLimitKey, { person, address }: Caller): string | null {
  const network = networkOf(address);
  if (key === 'address') return network;
  return person !== null && key === 'personAtAddress' ? `${person} ${network}` : person;
}

const limiters = new WeakMap<Pool, Map<string, RateLimiterPostgres>>();

function limiterOf(
  pool: Pool,
  keyPrefix: string,
  { times, seconds }: RateLimit,
): RateLimiterPostgres {
  const ofPool = limiters.get(pool) ?? new Map<string, RateLimiterPostgres>();
  limiters.set(pool, ofPool);
  const known = ofPool.get(keyPrefix);
  if (known) return known;
  const limiter = new RateLimiterPostgres({
    // Leaves out the statement's name, because PgBouncer shares connections and cannot keep prepared statements.
    storeClient: { query: ({ text, values }: QueryConfig) => pool.query(text, values) },
    storeType: 'pool',
    tableName: 'rate_limits',
    tableCreated: true,
    // The cron route purges expired rows.
    clearExpiredByTimeout: false,
    keyPrefix,
    points: times,
    duration: seconds,
    // Refuses from memory once the limit is reached, so that a flood of requests does not flood the database.
    inMemoryBlockOnConsumed: times + 1,
  });
  ofPool.set(keyPrefix, limiter);
  return limiter;
}

/** Distinguishes people and addresses without storing them. */
function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
