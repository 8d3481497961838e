import { expect, lastTimeOf, signIn, slotIn, slotPath, takeSlot, test } from './support';

test('a student goes from the dashboard to a session', async ({ page, scene }) => {
  await signIn(page, scene.student.email);
  await page.getByRole('link', { name: /Book Session/ }).click();
  await expect(page.getByRole('heading', { name: 'Book a Session' })).toBeVisible();
  await expect(page.getByText(`for ${scene.course.title}`)).toBeVisible();

  await page.getByRole('link', { name: 'Select Anna Able' }).click();
  await page.getByRole('link', { name: /^Next Available/ }).click();
  await expect(page.getByRole('heading', { name: 'Select Time' })).toBeVisible();
  await expect(page.getByText(/Times shown in Berlin time/)).toBeVisible();
  await lastTimeOf(page).click();

  await expect(page.getByRole('heading', { name: 'Confirm Booking' })).toBeVisible();
  await page.getByLabel(/Message to Anna Able/).fill('Bowlines, please.');
  await page.getByLabel('Enable session reminders').uncheck();
  await page.getByRole('button', { name: 'Book Session' }).click();

  await expect(page.getByRole('heading', { name: 'Session Booked!' })).toBeVisible();
  const [booked] = await scene.db.tutoringSession.findMany({
    where: { studentId: scene.student.id },
  });
  expect(booked).toMatchObject({
    status: 'scheduled',
    note: 'Bowlines, please.',
    reminders: false,
    stId: scene.sts[0].id,
  });
  await page.getByRole('link', { name: 'Back to Dashboard' }).click();
  await expect(page.getByText('Anna Able teaches you')).toBeVisible();
});

test('a pre-selected Student-Teacher leaves three steps', async ({ page, scene }) => {
  const [st] = scene.sts;
  await signIn(page, scene.student.email, `/book/${st.id}`);
  await expect(page.getByRole('heading', { name: 'Select Date' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Select Student-Teacher' })).toBeHidden();
  await expect(page.getByRole('complementary', { name: 'Your session' })).toContainText(
    'Anna Able',
  );
});

test('the back link leads to where the student came from', async ({ page, scene }) => {
  await signIn(page, scene.student.email);
  await page.getByRole('link', { name: /Book Session/ }).click();
  await page.getByRole('link', { name: 'Select Anna Able' }).click();
  await expect(page.getByRole('heading', { name: 'Select Date' })).toBeVisible();
  await page.getByRole('link', { name: 'Back', exact: true }).click();
  await expect(page).toHaveURL(/\/dashboard$/);

  await page.goto(`/book/${scene.sts[0].id}`);
  await page.getByRole('link', { name: 'Back', exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/courses/${scene.course.id}$`));
});

test('Back, Forward and reload keep to the steps', async ({ page, scene }) => {
  const [st] = scene.sts;
  await signIn(page, scene.student.email, `/book/${st.id}`);
  await page.getByRole('link', { name: /^Next Available/ }).click();
  await lastTimeOf(page).click();
  await expect(page.getByRole('heading', { name: 'Confirm Booking' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Select Time' })).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(new RegExp(`/book/${st.id}$`));
  await page.goForward();
  await page.goForward();
  await expect(page.getByRole('heading', { name: 'Confirm Booking' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Confirm Booking' })).toBeVisible();
});

test('choosing a day and a time sends no request', async ({ page, scene }) => {
  await signIn(page, scene.student.email, `/book/${scene.sts[0].id}`);
  await expect(page.getByRole('heading', { name: 'Select Date' })).toBeVisible();
  await page.waitForLoadState('networkidle');
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/book/')) asked.push(request.url());
  });
  await page.getByRole('link', { name: /^Next Available/ }).click();
  await lastTimeOf(page).click();
  await expect(page.getByRole('heading', { name: 'Confirm Booking' })).toBeVisible();
  expect(asked).toEqual([]);
});

test('a link to a past time shows the nearest free times', async ({ page, scene }) => {
  const [st] = scene.sts;
  const start = slotIn(5);
  await takeSlot(scene, st.id, start);
  await signIn(page, scene.student.email, slotPath(st.id, start));
  await expect(page.getByText('This time is no longer available. Select another.')).toBeVisible();
  await page.getByRole('link', { name: /with Bert Brave/ }).click();
  await expect(page.getByRole('heading', { name: 'Confirm Booking' })).toBeVisible();
});

test('a student who schedules later sees that until they book', async ({ page, scene }) => {
  const { db, course, student, enrollmentId } = scene;
  await signIn(page, student.email, `/courses/${course.id}/book`);
  await page.getByRole('button', { name: 'Schedule Later' }).click();
  await expect(page.getByText("We'll notify you when you're ready to schedule")).toBeVisible();
  await expect(page.getByText('You can schedule anytime from your dashboard')).toBeVisible();
  await page.getByRole('link', { name: 'Continue to Dashboard' }).click();
  await expect(page).toHaveURL(/\/dashboard$/);
  const deferral = () => db.enrollment.findUniqueOrThrow({ where: { id: enrollmentId } });
  expect((await deferral()).deferredAt).not.toBeNull();

  await page.goto(slotPath(scene.sts[0].id, slotIn(6)));
  await page.getByRole('button', { name: 'Book Session' }).click();
  await expect(page.getByRole('heading', { name: 'Session Booked!' })).toBeVisible();
  expect((await deferral()).deferredAt).toBeNull();
});
