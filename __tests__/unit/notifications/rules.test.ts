import { isIdempotencyKeyExpired, MAX_ATTEMPTS, nextAttempt } from '@/lib/mail/retry';

const START = Date.parse('2026-03-05T15:00:00Z');
const HOUR = 3_600_000;

test.each([
  [1, 0, 30_000],
  [1, 0.999_999, 15_000],
  [2, 0, 60_000],
  [5, 0, 480_000],
  [MAX_ATTEMPTS - 1, 0, HOUR],
])('after failure %d with chance %d, %d ms are waited', (failures, random, wait) => {
  expect(nextAttempt({ failures, now: START, random })).toBe(START + wait);
});

test('an email fails after the last attempt, and a Retry-After is followed for an hour at most', () => {
  expect(nextAttempt({ failures: MAX_ATTEMPTS, now: 0, random: 0 })).toBeNull();
  const asked = (retryAfterMs: number) =>
    nextAttempt({ failures: 1, now: 0, random: 0, retryAfterMs });
  expect(asked(90_000)).toBe(90_000);
  expect(asked(5_000)).toBe(30_000);
  expect(asked(24 * HOUR)).toBe(HOUR);
});

test('an idempotency key expires 23 hours after the first attempt', () => {
  expect(isIdempotencyKeyExpired(START, START + 23 * HOUR - 1)).toBe(false);
  expect(isIdempotencyKeyExpired(START, START + 23 * HOUR)).toBe(true);
});
