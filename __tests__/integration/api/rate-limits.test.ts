import { api } from '@/__tests__/support/api';
import { truncate } from '@/__tests__/support/database';
import { createUser, NOW } from '@/__tests__/support/factories';
import { db, pool } from '@/lib/db/client';
import { consumeRateLimit } from '@/lib/http/rate-limits/consume-rate-limit';
import { RATE_LIMITS } from '@/lib/http/rate-limits/limits';

beforeEach(truncate);
afterEach(() => jest.setSystemTime(NOW));

const { person } = RATE_LIMITS.booking;
const { address } = RATE_LIMITS.sign_in;

function book(as: { id: string }) {
  return api('/api/sessions', { as, json: {} });
}

test('a person who books too often is refused with a retry time, and others are not', async () => {
  const as = await createUser();
  const answers = await Promise.all(Array.from({ length: person.times + 5 }, () => book(as)));
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused).toHaveLength(5);
  for (const { headers, body } of refused) {
    expect(headers.get('retry-after')).toBe('60');
    expect(body).toMatchObject({ code: 'TOO_MANY_REQUESTS', retry_after: 60 });
  }
  expect(await book(await createUser())).toMatchObject({ status: 422 });
  jest.setSystemTime(NOW.getTime() + 61_000);
  expect(await book(as)).toMatchObject({ status: 422 });
});

test('all instances share the counts in the database', async () => {
  const who = { person: 'a', address: '192.0.2.1' };
  expect(await consumeRateLimit(pool(), 'booking', who)).toMatchObject({ ok: true });
  const [count] = await db().rateLimit.findMany({
    where: { key: { startsWith: 'booking:person' } },
  });
  await db().rateLimit.updateMany({ data: { points: person.times } });
  expect(await consumeRateLimit(pool(), 'booking', who)).toMatchObject({ ok: false });
  expect(count?.key).not.toContain('192.0.2.1');
});

test('sign-in attempts from other places do not lock a person out', async () => {
  const { times } = RATE_LIMITS.sign_in.personAtAddress;
  const signIn = (at: string) =>
    consumeRateLimit(pool(), 'sign_in', { person: 'ana@example.com', address: at });
  const elsewhere = Array.from({ length: times }, (_, n) => signIn(`198.51.100.${n}`));
  for (const spent of await Promise.all(elsewhere)) expect(spent.ok).toBe(true);
  const here = Array.from({ length: times }, () => signIn('192.0.2.4'));
  for (const spent of await Promise.all(here)) expect(spent.ok).toBe(true);
  expect(await signIn('192.0.2.4')).toMatchObject({ ok: false });
  expect(await signIn('192.0.2.5')).toMatchObject({ ok: true });
});

test('an IP address has its own limit, far above that of a person', async () => {
  const from = (person: string) =>
    consumeRateLimit(pool(), 'sign_in', { person, address: '192.0.2.2' });
  await from('first');
  await db().rateLimit.updateMany({
    where: { key: { startsWith: 'sign_in:address' } },
    data: { points: address.times - 1 },
  });
  expect(await from('last')).toMatchObject({ ok: true });
  expect(await from('next')).toMatchObject({ ok: false, detail: { retry_after: 60 } });
  expect(address.times).toBeGreaterThanOrEqual(400);
});

test('two hundred concurrent people at one IP address are all counted', async () => {
  const spent = await Promise.all(
    Array.from({ length: 200 }, (_, n) =>
      consumeRateLimit(pool(), 'sign_in', { person: `${n}`, address: '192.0.2.3' }),
    ),
  );
  expect(spent.every(({ ok }) => ok)).toBe(true);
  const counts = await db().rateLimit.findMany({
    where: { key: { startsWith: 'sign_in:address' } },
  });
  expect(counts.map(({ points }) => points)).toEqual([200]);
});
