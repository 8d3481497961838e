import { millisecondsInHour, millisecondsInSecond } from 'date-fns/constants';
import type { Instant } from '@/lib/time/intervals';

/** Failures after which a mail is given up: about five hours after the first. */
export const MAX_ATTEMPTS = 12;

const FIRST_DELAY_MS = 30 * millisecondsInSecond;
const LONGEST_DELAY_MS = millisecondsInHour;

/** Resend forgets an idempotency key after 24 hours; an hour less, for clocks that differ. */
const KEY_LIFE_MS = 23 * millisecondsInHour;

/**
 * Whether a mail may have been sent so long ago that Resend has forgotten it: sending it again could
 * tell somebody twice.
 */
export function isIdempotencyKeyExpired(firstAttemptedAt: Instant, now: Instant): boolean {
  return now - firstAttemptedAt >= KEY_LIFE_MS;
}

/**
 * When to try again after the failure number `failures` (1 for the first), or null to give up.
 * Doubles from half a minute to an hour; `random` in [0, 1) takes up to half of that off, so that
 * mails which failed together do not come back together. Never before Resend asked to, which counts
 * for an hour at most.
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
  const asked = Math.min(retryAfterMs, LONGEST_DELAY_MS);
  return now + Math.max(asked, Math.round(doubled * (1 - random / 2)));
}
