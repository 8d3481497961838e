import { randomUUID } from 'node:crypto';
import { createPool } from '@/lib/db/client';
import { consumeRateLimit } from '@/lib/http/rate-limits/consume-rate-limit';
import { RATE_LIMITS, type RateLimitName } from '@/lib/http/rate-limits/limits';
import { TOO_MANY_REQUESTS_MESSAGE } from '@/lib/http/rate-limits/messages';
import { expect, signIn, slotIn, slotPath, test } from './support';

// How the server sees the addresses that a browser on this machine comes from.
const THIS_MACHINE = ['127.0.0.1', '::ffff:127.0.0.1', '::1'];

/** Uses something as often as a person may within a minute. */
async function spendAll(
  name: RateLimitName,
  { times, person, address }: { times: number; person: string; address: string },
): Promise<void> {
  const pool = createPool(process.env.DATABASE_URL ?? '');
  await Promise.all(
    Array.from({ length: times }, () => consumeRateLimit(pool, name, { person, address })),
  );
  await pool.end();
}

test('a student who books too often is asked to wait, and keeps the note', async ({
  page,
  scene,
}) => {
  const { times } = RATE_LIMITS.booking.person;
  await spendAll('booking', { times, person: scene.student.id, address: randomUUID() });
  await signIn(page, scene.student.email, slotPath(scene.sts[0].id, slotIn(4)));
  await page.getByLabel(/Message to/).fill('About loops.');
  await page.getByRole('button', { name: 'Book Session' }).click();
  await expect(page.getByText(TOO_MANY_REQUESTS_MESSAGE)).toBeVisible();
  await expect(page.getByLabel(/Message to/)).toHaveValue('About loops.');
  await expect(page.getByRole('button', { name: 'Book Session' })).toBeVisible();
  expect(await scene.db.tutoringSession.count({ where: { studentId: scene.student.id } })).toBe(0);
});

test('a user who signs in too often is asked to wait, and keeps the typed address', async ({
  page,
  scene,
}) => {
  const { times } = RATE_LIMITS.sign_in.personAtAddress;
  const person = scene.student.email;
  for (const address of THIS_MACHINE) {
    await spendAll('sign_in', { times, person, address });
  }
  await page.goto('/login');
  await page.getByLabel('Email').fill(scene.student.email);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByText(TOO_MANY_REQUESTS_MESSAGE)).toBeVisible();
  await expect(page.getByLabel('Email')).toHaveValue(scene.student.email);
});

test('a user whose address is tried too often from elsewhere can still sign in', async ({
  page,
  scene,
}) => {
  const { times } = RATE_LIMITS.sign_in.personAtAddress;
  const person = scene.student.email;
  await spendAll('sign_in', { times, person, address: randomUUID() });
  await signIn(page, person);
});
