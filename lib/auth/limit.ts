import { headers } from 'next/headers';
import { db } from '@/lib/db';
import { spend } from '@/lib/rate-limits/commands';
import type { RateLimitName } from '@/lib/rate-limits/rules';
import { addressOf } from './request';

/** Counts a form that somebody sent, and says whether it is one too many in a short time. */
export async function isTooMuch(name: RateLimitName, person: string): Promise<boolean> {
  const spent = await spend(db(), name, { person, address: addressOf(await headers()) });
  return !spent.ok;
}
