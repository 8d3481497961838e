import {
  expect,
  lastTimeOf,
  type Scene,
  signIn,
  slotIn,
  slotPath,
  takeSlot,
  test,
} from './support';

// The events of the specification, as a whole walk through the wizard leaves them.

const WALK = [
  'booking_attempted',
  'booking_success',
  'date_selected',
  'page_view',
  'st_selected',
  'time_selected',
];

/**
 * What is recorded of the student, each event by its name. A click that follows another faster than
 * a request travels may be recorded as if it came first, which no person's is.
 */
async function recorded({ db, student }: Scene): Promise<string[]> {
  const events = await db.analyticsEvent.findMany({ where: { viewerId: student.id } });
  return events.map(({ name }) => name).sort();
}

test('each step is recorded once, with the data of the specification', async ({ page, scene }) => {
  const { course, student, db } = scene;
  const [st] = scene.sts;
  await signIn(page, student.email, `/courses/${course.id}/book`);
  await page.getByRole('link', { name: 'Select Anna Able' }).click();
  await page.getByRole('link', { name: /^Next Available/ }).click();
  await lastTimeOf(page).click();
  const { searchParams } = new URL(page.url());
  await page.getByRole('button', { name: 'Book Session' }).click();
  await expect(page.getByRole('heading', { name: 'Session Booked!' })).toBeVisible();
  await expect.poll(() => recorded(scene)).toEqual(WALK);

  const events = await db.analyticsEvent.findMany({ where: { viewerId: student.id } });
  const dataOf = (name: string) => events.find((event) => event.name === name)?.data;
  const time = searchParams.get('time');
  expect(dataOf('page_view')).toEqual({ course_id: course.id, st_preselected: false });
  expect(dataOf('st_selected')).toEqual({ st_id: st.id });
  expect(dataOf('date_selected')).toEqual({ date: searchParams.get('date') });
  expect(dataOf('time_selected')).toEqual({ time, st_id: st.id });
  const attempt = { course_id: course.id, st_id: st.id, datetime: time };
  expect(dataOf('booking_attempted')).toEqual(attempt);
  const session_id = new URL(page.url()).searchParams.get('session');
  expect(dataOf('booking_success')).toEqual({ session_id });
  for (const event of events) expect(event.courseId).toBe(course.id);
});

test('a visit that ends at once is recorded; Reload and Back are not recorded as choices', async ({
  page,
  scene,
}) => {
  await signIn(page, scene.student.email, `/book/${scene.sts[0].id}`);
  await page.getByRole('link', { name: /^Next Available/ }).click();
  await expect(page.getByRole('heading', { name: 'Select Time' })).toBeVisible();
  await page.goBack();
  await page.goForward();
  await expect(page.getByRole('heading', { name: 'Select Time' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Select Time' })).toBeVisible();
  await page.goto('/dashboard');
  const events = ['date_selected', 'page_view', 'page_view'];
  await expect.poll(() => recorded(scene)).toEqual(events);
});

test('a taken time and "Schedule Later" are recorded by the server', async ({ page, scene }) => {
  const [st] = scene.sts;
  const start = slotIn(4);
  await signIn(page, scene.student.email, slotPath(st.id, start));
  await takeSlot(scene, st.id, start);
  await page.getByRole('button', { name: 'Book Session' }).click();
  await expect(page.getByText('This time is no longer available.')).toBeVisible();
  await page.goto(`/courses/${scene.course.id}/book`);
  await page.getByRole('button', { name: 'Schedule Later' }).click();
  await expect(page.getByText('You can schedule anytime from your dashboard')).toBeVisible();
  await expect
    .poll(async () => (await recorded(scene)).filter((name) => name !== 'page_view'))
    .toEqual(['booking_attempted', 'booking_failed', 'schedule_later']);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the server records bookings and refusals', async ({ page, scene }) => {
    await signIn(page, scene.student.email, `/courses/${scene.course.id}/book`);
    await page.getByRole('link', { name: 'Select Anna Able' }).click();
    await page.getByRole('link', { name: /^Next Available/ }).click();
    await lastTimeOf(page).click();
    await page.getByRole('button', { name: 'Book Session' }).click();
    await expect(page.getByRole('heading', { name: 'Session Booked!' })).toBeVisible();
    await expect.poll(() => recorded(scene)).toEqual(WALK);
  });

  test('browsing, reloading, going back and a refusal are not recorded as choices', async ({
    page,
    scene,
  }) => {
    await signIn(page, scene.student.email, `/courses/${scene.course.id}/book`);
    await page.getByRole('link', { name: 'Select Anna Able' }).click();
    await page.getByRole('link', { name: /^Next month/ }).click();
    await page.getByRole('link', { name: 'This Week' }).click();
    await page.getByRole('link', { name: 'Show all dates' }).click();
    await page.reload();
    await page.getByRole('link', { name: /^Next Available/ }).click();
    await page.reload();
    await lastTimeOf(page).click();
    await page.goBack();
    await expect(page.getByRole('heading', { name: 'Select Time' })).toBeVisible();
    await page.goForward();
    const time = new URL(page.url()).searchParams.get('time') ?? '';
    await takeSlot(scene, scene.sts[0].id, new Date(time));
    await page.getByRole('button', { name: 'Book Session' }).click();
    await expect(page.getByText('This time is no longer available.')).toBeVisible();
    await page.waitForLoadState('networkidle');
    await expect
      .poll(() => recorded(scene))
      .toEqual([
        'booking_attempted',
        'booking_failed',
        'date_selected',
        'page_view',
        'st_selected',
        'time_selected',
      ]);
  });
});
