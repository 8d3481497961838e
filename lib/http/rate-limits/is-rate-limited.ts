import { headers } from 'next/headers';
import { pool } from '@/lib/db/client';
import { clientAddress } from '@/lib/http/client-address';
import { consumeRateLimit } from './consume-rate-limit';
import type { RateLimitName } from './limits';

/** Counts a form that somebody sent, and says whether it is one too many in a short time. */
export async function isRateLimited(name: RateLimitName, person: string): Promise<boolean> {
  const spent = await consumeRateLimit(pool(), name, {
    person,
    address: clientAddress(await headers()),
  });
  return !spent.ok;
}
