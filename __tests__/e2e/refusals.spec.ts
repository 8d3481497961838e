import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { bookSession } from '@/lib/sessions/book-session';
import { BOOK_SESSION_MESSAGES } from '@/lib/sessions/messages';
import { signOutEverywhere } from '@/lib/users/sign-out-everywhere';
import {
  createCourse,
  expect,
  lastTimeOf,
  type Scene,
  signIn,
  slotIn,
  slotPath,
  takeSlot,
  test,
} from './support';

const note = 'Please bring a rope.';

async function fillConfirm(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Confirm Booking' })).toBeVisible();
  await page.getByLabel(/Message to/).fill(note);
}

test('a student who is not enrolled can enroll, and then book', async ({ page, scene }) => {
  const course = await createCourse(scene.db);
  await signIn(page, scene.student.email, `/courses/${course.id}/book`);
  await expect(page.getByText('You must be enrolled to book.')).toBeVisible();
  await page.getByRole('link', { name: 'Enroll now' }).click();
  await page.getByRole('button', { name: 'Enroll now' }).click();
  await page.getByRole('link', { name: 'Book a Session' }).first().click();
  await expect(page.getByText('No Student-Teachers available. Try later.')).toBeVisible();
});

test('a time that was taken meanwhile keeps the message and offers other times', async ({
  page,
  scene,
}) => {
  const [st] = scene.sts;
  const start = slotIn(4);
  await signIn(page, scene.student.email, slotPath(st.id, start));
  await fillConfirm(page);
  await takeSlot(scene, st.id, start);
  await page.getByRole('button', { name: 'Book Session' }).click();

  const refusal = page.getByText('This time is no longer available. Select another.');
  await expect(refusal).toBeVisible();
  await expect(page.getByLabel(/Message to/)).toHaveValue(note);
  await page.getByRole('button', { name: /with Bert Brave instead/ }).click();
  await expect(page.getByRole('heading', { name: 'Session Booked!' })).toBeVisible();
  const booked = await scene.db.tutoringSession.findFirst({
    where: { studentId: scene.student.id },
  });
  expect(booked).toMatchObject({ note, scheduledStart: start, stId: scene.sts[1].id });
});

test('a time at which the student has another session says so', async ({ page, scene }) => {
  const [st, other] = scene.sts;
  const start = slotIn(4);
  await signIn(page, scene.student.email, slotPath(st.id, start));
  await fillConfirm(page);
  const elsewhere = await bookSession(scene.db, {
    viewer: scene.student,
    stId: other.id,
    start: start.getTime(),
    note: null,
    reminders: true,
    idempotencyKey: randomUUID(),
    now: new Date(),
  });
  expect(elsewhere.ok).toBe(true);
  await page.getByRole('button', { name: 'Book Session' }).click();
  await expect(page.getByText('You have another session at this time.')).toBeVisible();
  await expect(page.getByLabel(/Message to/)).toHaveValue(note);
});

interface Ending {
  message: string;
  link: string;
  path?: (scene: Scene) => string;
  end: (scene: Scene) => Promise<unknown>;
}

const stWizard = ({ sts }: Scene) => slotPath(sts[0].id, slotIn(4));
const courseWizard = ({ course, sts }: Scene) =>
  `/courses/${course.id}/book?st=${sts[0].id}&time=${slotIn(4).toISOString()}`;
const deactivate = ({ db, sts }: Scene) =>
  db.studentTeacher.update({ where: { id: sts[0].id }, data: { isActive: false } });

/** What can come between a student who writes a message and their session. */
const ENDINGS: [what: string, ending: Ending][] = [
  ...([stWizard, courseWizard] as const).map((path): [string, Ending] => [
    `an ST who stops, in the wizard of ${path === stWizard ? 'the ST' : 'the course'}`,
    {
      path,
      message: BOOK_SESSION_MESSAGES.ST_UNAVAILABLE,
      link: 'Choose another Student-Teacher',
      end: deactivate,
    },
  ]),
  [
    'an enrollment that ends',
    {
      message: BOOK_SESSION_MESSAGES.NOT_ENROLLED,
      link: 'Enroll now',
      end: ({ db, enrollmentId: id }) =>
        db.enrollment.update({ where: { id }, data: { status: 'completed' } }),
    },
  ],
  [
    'a last session that is used elsewhere',
    {
      message: BOOK_SESSION_MESSAGES.NO_SESSIONS_LEFT,
      link: 'Back to Dashboard',
      end: ({ db, enrollmentId: id }) =>
        db.enrollment.update({ where: { id }, data: { sessionCount: 0 } }),
    },
  ],
];

/** Returns to the tab after so long that it refreshes itself. */
async function returnToTab(page: Page): Promise<void> {
  await page.clock.fastForward('05:00');
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
}

test.describe('in a tab that refreshes itself', () => {
  test.beforeEach(async ({ page }) => {
    await page.clock.install();
  });

  for (const [what, { message, link, path = stWizard, end }] of ENDINGS) {
    test(`${what} keeps the message and says what to do instead`, async ({ page, scene }) => {
      await signIn(page, scene.student.email, path(scene));
      await fillConfirm(page);
      await end(scene);
      await returnToTab(page);
      await expect(page.getByText(message)).toBeVisible();
      await expect(page.getByLabel(/Message to/)).toHaveValue(note);
      await expect(page.getByRole('link', { name: link })).toBeVisible();
      if (end !== deactivate) return;
      await page.getByRole('button', { name: /with Bert Brave instead/ }).click();
      await expect(page.getByRole('heading', { name: 'Session Booked!' })).toBeVisible();
      await expect(page.getByText(note)).toBeVisible();
    });
  }

  test('a time that somebody else took keeps the message and offers other times', async ({
    page,
    scene,
  }) => {
    const start = slotIn(4);
    await signIn(page, scene.student.email, slotPath(scene.sts[0].id, start));
    await fillConfirm(page);
    await takeSlot(scene, scene.sts[0].id, start);
    await returnToTab(page);
    await expect(page.getByText(BOOK_SESSION_MESSAGES.SLOT_UNAVAILABLE)).toBeVisible();
    await expect(page.getByLabel(/Message to/)).toHaveValue(note);
    await page.getByRole('button', { name: /with Bert Brave instead/ }).click();
    await expect(page.getByRole('heading', { name: 'Session Booked!' })).toBeVisible();
    await expect(page.getByText(note)).toBeVisible();
  });

  test('an ST who stops keeps the message for the one chosen instead', async ({ page, scene }) => {
    await signIn(page, scene.student.email, courseWizard(scene));
    await fillConfirm(page);
    await deactivate(scene);
    await returnToTab(page);
    await page.getByRole('link', { name: 'Choose another Student-Teacher' }).click();
    await page.getByRole('link', { name: `Select ${scene.sts[1].name}` }).click();
    await page.getByRole('link', { name: 'Next Available' }).click();
    await lastTimeOf(page).click();
    await expect(page.getByLabel(/Message to Bert Brave/)).toHaveValue(note);
  });
});

/** What students do before they notice that their sign-in has ended. */
const AFTER_SIGN_IN_ENDED: [what: string, act: (page: Page) => Promise<void>][] = [
  ['returns to the tab', returnToTab],
  ['books', (page) => page.getByRole('button', { name: 'Book Session' }).click()],
];

for (const [what, act] of AFTER_SIGN_IN_ENDED) {
  test(`a student who ${what} after the sign-in has ended finds the message after signing in again`, async ({
    page,
    scene,
  }) => {
    const path = slotPath(scene.sts[0].id, slotIn(4));
    await page.clock.install();
    await signIn(page, scene.student.email, path);
    await fillConfirm(page);
    await page.context().clearCookies();
    await act(page);
    await expect(page).toHaveURL(/\/login\?/);
    expect(decodeURIComponent(page.url())).not.toContain('rope');
    await page.getByLabel('Email').fill(scene.student.email);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(page.getByLabel(/Message to/)).toHaveValue(note);
    await page.getByRole('button', { name: 'Book Session' }).click();
    await expect(page.getByRole('heading', { name: 'Session Booked!' })).toBeVisible();
    await expect(page.getByText(note)).toBeVisible();
    await page.goto(slotPath(scene.sts[0].id, slotIn(5)));
    await expect(page.getByLabel(/Message to/)).toHaveValue('');
  });
}

test.describe('with JavaScript switched off', () => {
  test.use({ javaScriptEnabled: false });

  test('a student whose sign-in has ended can sign in elsewhere and send the message again', async ({
    page,
    scene,
  }) => {
    await signIn(page, scene.student.email, slotPath(scene.sts[0].id, slotIn(4)));
    await fillConfirm(page);
    await signOutEverywhere(scene.db, { viewer: scene.student });
    await page.getByRole('button', { name: 'Book Session' }).click();
    await expect(page.getByText('Your sign-in has ended.')).toBeVisible();
    await signIn(await page.context().newPage(), scene.student.email);
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Session Booked!' })).toBeVisible();
    await expect(page.getByText(note)).toBeVisible();
  });
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with JavaScript switched ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled });

    for (const [what, { message, link, path = stWizard, end }] of ENDINGS) {
      test(`${what} keeps the message and says what to do instead`, async ({ page, scene }) => {
        await signIn(page, scene.student.email, path(scene));
        await fillConfirm(page);
        await end(scene);
        await page.getByRole('button', { name: 'Book Session' }).click();
        await expect(page.getByText(message)).toBeVisible();
        // With JavaScript, the page is loaded again.
        await page.waitForLoadState('networkidle');
        await expect(page.getByText(message)).toBeVisible();
        await expect(page.getByLabel(/Message to/)).toHaveValue(note);
        await expect(page.getByRole('link', { name: link })).toBeVisible();
        if (end !== deactivate) return;
        await page.getByRole('button', { name: /with Bert Brave instead/ }).click();
        await expect(page.getByRole('heading', { name: 'Session Booked!' })).toBeVisible();
        await expect(page.getByText(note)).toBeVisible();
      });
    }
  });
}

test('a lost connection keeps the form, and the next try books once', async ({ page, scene }) => {
  const [st] = scene.sts;
  await signIn(page, scene.student.email, slotPath(st.id, slotIn(4)));
  await fillConfirm(page);
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Book Session' }).click();
  await expect(page.getByText('Unable to book. Please try again.')).toBeVisible();
  await expect(page.getByLabel(/Message to/)).toHaveValue(note);
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Book Session' }).click();
  await expect(page.getByRole('heading', { name: 'Session Booked!' })).toBeVisible();
  expect(await scene.db.tutoringSession.count({ where: { studentId: scene.student.id } })).toBe(1);
});

test('of two browsers that race for one time, one gets it', async ({ browser, page, scene }) => {
  const { db, course, sts, student } = scene;
  const [st] = sts;
  const start = slotIn(7);
  const rival = await db.user.create({
    data: {
      name: 'Rita Rival',
      email: `${randomUUID()}@example.com`,
      enrollments: { create: { courseId: course.id, sessionCount: 1 } },
    },
  });
  const rivalPage = await (await browser.newContext()).newPage();
  const pages = [page, rivalPage];
  await signIn(page, student.email, slotPath(st.id, start));
  await signIn(rivalPage, rival.email, slotPath(st.id, start));
  for (const each of pages) await fillConfirm(each);
  await Promise.all(
    pages.map((each) => each.getByRole('button', { name: 'Book Session' }).click()),
  );

  const outcomes = await Promise.all(
    pages.map(async (each) => {
      const won = each.getByRole('heading', { name: 'Session Booked!' });
      const lost = each.getByText('This time is no longer available. Select another.');
      await expect(won.or(lost)).toBeVisible();
      return won.isVisible();
    }),
  );
  expect(outcomes.toSorted()).toEqual([false, true]);
  expect(await db.tutoringSession.count({ where: { stId: st.id } })).toBe(1);
});
