import { expect, signIn, test } from './support';

test('signed out, every page except the first leads to sign-in and back', async ({
  page,
  scene,
}) => {
  await page.goto('/');
  await expect(page).toHaveURL(/\/$/);
  for (const path of ['/dashboard', '/settings', `/courses/${scene.course.id}`]) {
    await page.goto(path);
    await expect(page).toHaveURL(/\/login/);
  }
  const path = `/courses/${scene.course.id}/book?st=${scene.sts[0].id}`;
  await page.goto(path);
  await page.getByLabel('Email').fill(scene.student.email);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).toHaveURL((url) => url.pathname + url.search === path);
});

test.describe('with JavaScript switched off', () => {
  test.use({ javaScriptEnabled: false });

  test('signing out everywhere ends the sign-in of every device', async ({
    browser,
    page,
    scene,
  }) => {
    const lost = await (await browser.newContext()).newPage();
    await signIn(lost, scene.student.email);
    await signIn(page, scene.student.email, '/settings');
    await page.getByRole('button', { name: 'Sign out everywhere' }).click();
    await expect(page.getByRole('status')).toHaveText('You are signed out on every device.');
    const names = (await page.context().cookies()).map(({ name }) => name);
    expect(names).not.toContain('next-auth.session-token');
    await lost.goto('/dashboard');
    await expect(lost).toHaveURL(/\/login/);
    await signIn(lost, scene.student.email);
  });
});

test('the device’s time zone is offered, and saved when accepted', async ({ browser, scene }) => {
  await scene.db.user.update({ where: { id: scene.student.id }, data: { timezone: null } });
  const context = await browser.newContext({ timezoneId: 'Pacific/Auckland' });
  const page = await context.newPage();
  await signIn(page, scene.student.email);
  await page.getByRole('button', { name: /Use Auckland time/ }).click();
  await expect(page.getByText(/Times shown in Auckland time/)).toBeVisible();
  const saved = await scene.db.user.findUniqueOrThrow({ where: { id: scene.student.id } });
  expect(saved.timezone).toBe('Pacific/Auckland');
});
