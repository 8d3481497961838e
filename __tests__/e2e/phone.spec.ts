import type { Locator } from '@playwright/test';
import { expect, signIn, slotIn, slotPath, test } from './support';

test.use({ viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true });

async function heightOf(locator: Locator): Promise<number> {
  return (await locator.boundingBox())?.height ?? 0;
}

test('each step fits the screen width, with large touch targets', async ({ page, scene }) => {
  const [st] = scene.sts;
  const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
  await signIn(page, scene.student.email, `/book/${st.id}`);
  await expect(page.getByText('Step 1 of 3')).toBeVisible();
  expect(await fits()).toBe(true);
  const day = page.getByRole('link', { name: /, \d+ times?$/ }).first();
  expect(await heightOf(day)).toBeGreaterThanOrEqual(44);
  await day.tap();

  await expect(page.getByRole('heading', { name: 'Select Time' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Select Date' })).toBeHidden();
  expect(await fits()).toBe(true);
  const time = page.getByRole('link', { name: /60 min/ }).first();
  expect(await heightOf(time)).toBeGreaterThanOrEqual(44);
  await time.tap();

  await expect(page.getByRole('heading', { name: 'Select Time' })).toBeHidden();
  expect(await fits()).toBe(true);
});

test('the confirm button stays at the bottom of the screen', async ({ page, scene }) => {
  await signIn(page, scene.student.email, slotPath(scene.sts[0].id, slotIn(4)));
  const button = page.getByRole('button', { name: 'Book Session' });
  await expect(button).toBeInViewport({ ratio: 1 });
  await page.mouse.wheel(0, 2_000);
  await expect(button).toBeInViewport({ ratio: 1 });
});

test('a swipe turns the month', async ({ page, scene }) => {
  await signIn(page, scene.student.email, `/book/${scene.sts[0].id}`);
  const grid = page.getByRole('grid');
  await expect(grid).toBeVisible();
  const month = await grid.getAttribute('aria-label');
  const box = await grid.boundingBox();
  if (!box) throw new Error('The calendar has no box.');
  const y = box.y + box.height / 2;
  const touch = await page.context().newCDPSession(page);
  const at = (x: number) => ({ touchPoints: [{ x, y }] });
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', ...at(box.x + 260) });
  for (const x of [220, 160, 100, 60]) {
    await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', ...at(box.x + x) });
  }
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await expect(grid).not.toHaveAttribute('aria-label', month ?? '');
});
