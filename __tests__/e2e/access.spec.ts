import {
  expect,
  expectNoAxeViolations,
  lastTimeOf,
  signIn,
  slotIn,
  slotPath,
  test,
} from './support';

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('axe finds nothing on any step', async ({ page, scene }) => {
      test.slow();
      const [st] = scene.sts;
      await page.goto('/login');
      await expectNoAxeViolations(page);
      await signIn(page, scene.student.email);
      const steps = [
        '/dashboard',
        '/settings',
        `/courses/${scene.course.id}`,
        `/courses/${scene.course.id}/book`,
        `/book/${st.id}`,
        slotPath(st.id, slotIn(4)).replace(/&time=.*/, ''),
        slotPath(st.id, slotIn(4)),
      ];
      for (const path of steps) {
        await page.goto(path);
        await expectNoAxeViolations(page);
      }
      await page.getByRole('button', { name: 'Book Session' }).click();
      await expect(page.getByRole('heading', { name: 'Session Booked!' })).toBeVisible();
      await expectNoAxeViolations(page);
    });
  });
}

test.describe('with JavaScript switched off', () => {
  test.use({ javaScriptEnabled: false });

  test('a student goes from sign-in to confirmation', async ({ page, scene }) => {
    await signIn(page, scene.student.email);
    await page.getByRole('link', { name: /Book Session/ }).click();
    await page.getByRole('link', { name: 'Select Anna Able' }).click();
    await page.getByRole('link', { name: /^Next month/ }).click();
    await page
      .getByRole('link', { name: /, \d+ times?$/ })
      .first()
      .click();
    await lastTimeOf(page).click();
    await page.getByLabel(/Message to/).fill('No scripts here.');
    await page.getByRole('button', { name: 'Book Session' }).click();
    await expect(page.getByRole('heading', { name: 'Session Booked!' })).toBeVisible();
    await expect(page.getByText('No scripts here.')).toBeVisible();
  });

  test('a refusal keeps the message, and its other times work', async ({ page, scene }) => {
    const [st] = scene.sts;
    const start = slotIn(4);
    await signIn(page, scene.student.email, slotPath(st.id, start));
    await page.getByLabel(/Message to/).fill('No scripts here.');
    await scene.db.studentTeacher.update({
      where: { id: st.id },
      data: { bookingHorizonDays: 3 },
    });
    await page.getByRole('button', { name: 'Book Session' }).click();
    await expect(page.getByText('This time is no longer available. Select another.')).toBeVisible();
    await expect(page.getByLabel(/Message to/)).toHaveValue('No scripts here.');
    await page
      .getByRole('button', { name: /^Book .* instead$/ })
      .first()
      .click();
    await expect(page.getByRole('heading', { name: 'Session Booked!' })).toBeVisible();
    await expect(page.getByText('No scripts here.')).toBeVisible();
  });
});

test('a student books with the keyboard alone', async ({ page, scene }) => {
  await signIn(page, scene.student.email, `/book/${scene.sts[0].id}`);
  const press = async (name: RegExp) => {
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press('Tab');
      const focused = await page.evaluate(() => {
        const element = document.activeElement;
        return `${element?.getAttribute('aria-label') ?? ''} ${element?.textContent ?? ''}`;
      });
      if (name.test(focused)) return page.keyboard.press('Enter');
    }
    throw new Error(`Tab never came to ${name}`);
  };
  await press(/, \d+ times?/);
  await expect(page.getByRole('heading', { name: 'Select Time' })).toBeFocused();
  await press(/60 min/);
  await expect(page.getByRole('heading', { name: 'Confirm Booking' })).toBeFocused();
  await press(/^ ?Book Session/);
  await expect(page.getByRole('heading', { name: 'Session Booked!' })).toBeVisible();
});
