import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, type Scene, signIn, slotIn, slotPath, test } from './support';

const start = slotIn(5);
/** The start as calendars write it: `20260303T150000Z`. */
const stamp = start.toISOString().replaceAll(/[-:]|\.000/g, '');

async function book(page: Page, { student, sts }: Scene): Promise<void> {
  await signIn(page, student.email, slotPath(sts[0].id, start));
  await page.getByRole('button', { name: 'Book Session' }).click();
  await expect(page.getByRole('heading', { name: 'Session Booked!' })).toBeVisible();
}

test('a booked session goes into a calendar, by a link or as a file', async ({ page, scene }) => {
  await book(page, scene);
  await page.getByText('Add to Calendar').click();
  const google = await page.getByRole('link', { name: /^Google/ }).getAttribute('href');
  expect(google).toContain(stamp);

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: /^Apple/ }).click();
  const text = await readFile(await (await download).path(), 'utf8');
  expect(text).toContain(`DTSTART:${stamp}`);
});

test('a private feed has the session without a sign-in, until it is removed', async ({
  page,
  scene,
  playwright,
}) => {
  await book(page, scene);
  await page.goto('/settings');
  await page.getByRole('button', { name: 'Create private address' }).click();
  const address = page.getByLabel('Your private address');
  await expect(address).toHaveValue(/^webcals?:/);
  const url = (await address.inputValue()).replace(/^webcal/, 'http');

  const stranger = await playwright.request.newContext();
  const feed = await stranger.get(url);
  expect(feed.status()).toBe(200);
  expect(await feed.text()).toContain(`DTSTART:${stamp}`);

  await page.getByRole('button', { name: 'Remove address' }).click();
  await expect(page.getByText('Your address was removed.')).toBeVisible();
  expect((await stranger.get(url)).status()).toBe(404);
});
