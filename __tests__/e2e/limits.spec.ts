import { randomUUID } from 'node:crypto';
import { spend } from '@/lib/rate-limits/commands';
import { TOO_MANY_REQUESTS_MESSAGE } from '@/lib/rate-limits/messages';
import { RATE_LIMITS, type RateLimitName } from '@/lib/rate-limits/rules';
import type { PrismaClient } from '@/prisma/client/client';
import { expect, signIn, slotIn, slotPath, test } from './support';

/** Uses up all that a person may do in a minute, from elsewhere. */
async function spendAll(db: PrismaClient, name: RateLimitName, person: string): Promise<void> {
  const address = randomUUID();
  const uses = Array.from({ length: RATE_LIMITS[name].person.times }, () =>
    spend(db, name, { person, address }),
  );
  await Promise.all(uses);
}

test('who books too often is told to wait, and keeps what was typed', async ({ page, scene }) => {
  await spendAll(scene.db, 'booking', scene.student.id);
  await signIn(page, scene.student.email, slotPath(scene.sts[0].id, slotIn(4)));
  await page.getByLabel(/Message to/).fill('About loops.');
  await page.getByRole('button', { name: 'Book Session' }).click();
  await expect(page.getByText(TOO_MANY_REQUESTS_MESSAGE)).toBeVisible();
  await expect(page.getByLabel(/Message to/)).toHaveValue('About loops.');
  await expect(page.getByRole('button', { name: 'Book Session' })).toBeVisible();
  expect(await scene.db.tutoringSession.count({ where: { studentId: scene.student.id } })).toBe(0);
});

test('who signs in too often is told to wait, and keeps the address', async ({ page, scene }) => {
  await spendAll(scene.db, 'sign_in', scene.student.email);
  await page.goto('/login');
  await page.getByLabel('Email').fill(scene.student.email);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByText(TOO_MANY_REQUESTS_MESSAGE)).toBeVisible();
  await expect(page.getByLabel('Email')).toHaveValue(scene.student.email);
});
