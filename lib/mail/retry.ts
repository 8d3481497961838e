import { millisecondsInHour, millisecondsInSecond } from 'date-fns/constants';
import type { Instant } from '@/lib/time/intervals';

/** After this many failures an email is not retried: about five hours after the first. */
export const MAX_ATTEMPTS = 12;

const FIRST_DELAY_MS = 30 * millisecondsInSecond;
const LONGEST_DELAY_MS = millisecondsInHour;

/** Resend keeps an idempotency key for 24 hours. One hour less, in case the clocks differ. */
const KEY_LIFE_MS = 23 * millisecondsInHour;

/** Whether Resend may have forgotten the idempotency key, so that a retry could send the email twice. */
export function isIdempotencyKeyExpired(firstAttemptedAt: Instant, now: Instant): boolean {
  return now - firstAttemptedAt >= KEY_LIFE_MS;
}

/**
 * The time of the next attempt after `failures` failures, or null to stop.
 *
 * The delay doubles from 30 seconds to one hour. `random` in [0, 1) shortens it by up to half, so that
 * emails that failed together are not retried together. `retryAfterMs` is the minimum delay, capped at
 * one hour.
 */
export function nextAttempt({
  failures,
  now,
  random,
  retryAfterMs = 0,
}: {
  failures: number;
  now: Instant;
  random: number;
  retryAfterMs?: number;
}): Instant | null {
  if (failures >= MAX_ATTEMPTS) return null;
  const doubled = Math.min(FIRST_DELAY_MS * 2 ** (failures - 1), LONGEST_DELAY_MS);
  const minimum = Math.min(retryAfterMs, LONGEST_DELAY_MS);
  return now + Math.max(minimum, Math.round(doubled * (1 - random / 2)));
}
