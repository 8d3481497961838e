import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import type { APIRequestContext, APIResponse, Browser } from '@playwright/test';
import { callServerAction, listServerActions, type ServerAction } from './server-actions';
import { createCourse, createStudent, expect, type Scene, signIn, slotIn, test } from './support';

// Requests every page and server action signed out, as another student and as another ST. A page or action
// of the build without a rule here fails. The HTTP API is tested in
// __tests__/integration/api/authorization.test.ts.

/** Who may see a page: anyone, signed-in users, or the participants of the session. */
const PAGES: Record<string, 'anyone' | 'viewers' | 'participants'> = {
  '/': 'anyone',
  '/login': 'anyone',
  '/dashboard': 'viewers',
  '/settings': 'viewers',
  '/courses/[course_id]': 'viewers',
  '/courses/[course_id]/book': 'viewers',
  '/book/[st_id]': 'viewers',
  '/student-teachers/[st_id]': 'viewers',
  '/booking/confirmation': 'participants',
  '/sessions/[session_id]': 'participants',
};

type Form = (own: Owned) => Record<string, string>;

/** The arguments with which each action would change another user's rows; public actions change no rows. */
const ACTIONS: Record<string, Form | 'anyone'> = {
  signIn: 'anyone',
  signInWithGoogle: 'anyone',
  signInWithLink: 'anyone',
  signOut: 'anyone',
  confirmSession: ({ scene }) => ({
    st_id: scene.sts[1].id,
    start: slotIn(5).toISOString(),
    idempotency_key: randomUUID(),
  }),
  scheduleLater: ({ scene }) => ({ enrollment_id: scene.enrollmentId }),
  enrollInCourse: ({ course }) => ({ course_id: course }),
  saveTimeZone: () => ({ time_zone: 'Asia/Tokyo' }),
  changeCalendarFeed: () => ({ change: 'replace' }),
  signOutEverywhere: () => ({}),
};

interface Owned {
  scene: Scene;
  session: string;
  /** A course that the owner is not in yet. */
  course: string;
}

const NOTE = 'For my teacher alone';

async function createOwned(scene: Scene): Promise<Owned> {
  const { id } = await scene.db.tutoringSession.create({
    data: {
      enrollmentId: scene.enrollmentId,
      stId: scene.sts[0].id,
      scheduledStart: slotIn(4),
      note: NOTE,
    },
  });
  return { scene, session: id, course: (await createCourse(scene.db)).id };
}

function pathOf(page: string, { scene, session }: Owned): string {
  const ids = { course_id: scene.course.id, st_id: scene.sts[0].id, session_id: session };
  const path = page.replace(/\[(\w+)\]/g, (_all, name: keyof typeof ids) => ids[name] ?? '');
  return page === '/booking/confirmation' ? `${path}?session=${session}` : path;
}

/** All that belongs to the owner. */
async function belongings({ db, student }: Scene): Promise<string> {
  const all = await Promise.all([
    db.user.findUnique({ where: { id: student.id } }),
    db.calendarFeed.findUnique({ where: { userId: student.id } }),
    db.enrollment.findMany({ where: { studentId: student.id }, orderBy: { id: 'asc' } }),
    db.tutoringSession.findMany({ where: { studentId: student.id }, orderBy: { id: 'asc' } }),
  ]);
  return JSON.stringify(all);
}

/** A signed-in user: a student of another course, or its ST. */
async function signInAs(browser: Browser, email: string): Promise<APIRequestContext> {
  const page = await (await browser.newContext()).newPage();
  await signIn(page, email);
  return page.request;
}

async function signInOthers(browser: Browser, { db }: Scene): Promise<APIRequestContext[]> {
  const course = await createCourse(db);
  const student = await createStudent(db, [course.id]);
  const teacher = await createStudent(db, []);
  await db.studentTeacher.create({ data: { userId: teacher.id, courseId: course.id } });
  return [await signInAs(browser, student.email), await signInAs(browser, teacher.email)];
}

const pages = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((path) => /(^|\/)page\.tsx$/.test(path))
  .map((path) => `/${path.replace(/\/?page\.tsx$/, '')}`);

test('every page and action has an authorization rule', () => {
  expect(pages.sort()).toEqual(Object.keys(PAGES).sort());
  const names = listServerActions().map(({ name }) => name);
  expect(names.sort()).toEqual(Object.keys(ACTIONS).sort());
});

test('pages: signed-out requests go to sign-in, and other users read nothing private', async ({
  browser,
  request,
  scene,
}) => {
  const own = await createOwned(scene);
  const others = await signInOthers(browser, scene);
  for (const page of pages) {
    const path = pathOf(page, own);
    const answer = await request.get(path, { maxRedirects: 0 });
    const isOpen = PAGES[page] === 'anyone';
    expect([path, answer.status()]).toEqual([path, isOpen ? 200 : 307]);
    if (!isOpen) expect(answer.headers().location).toMatch(/^\/login/);
    for (const other of others) {
      const read = await other.get(path);
      const status = PAGES[page] === 'participants' ? 404 : 200;
      expect([path, read.status()]).toEqual([path, status]);
      const text = await read.text();
      const secrets = [NOTE, scene.student.email, scene.enrollmentId];
      expect([path, secrets.filter((secret) => text.includes(secret))]).toEqual([path, []]);
    }
  }
});

test('pages: each one says that this server is a demo', async ({ page, scene }) => {
  const own = await createOwned(scene);
  await page.goto('/login');
  await expect(page.getByRole('complementary', { name: 'About this site' })).toBeVisible();
  await signIn(page, scene.student.email);
  for (const path of [...pages.map((each) => pathOf(each, own)), '/nothing']) {
    await page.goto(path);
    await expect(page.getByText('Anyone can sign in as anyone here')).toBeVisible();
  }
});

/** Where an action leads: to sign-in, or nowhere, as the page it was passed on to did not take it. */
async function whereTo(refused: APIResponse): Promise<string> {
  const { location, 'x-action-redirect': redirect } = refused.headers();
  const to = location ?? redirect;
  if (to?.startsWith('/login')) return 'sign-in or nowhere';
  const isEmpty = (await refused.text()) === '{}';
  return refused.status() === 404 || isEmpty ? 'sign-in or nowhere' : `${refused.status()} ${to}`;
}

/** Every action. The one after which its caller is signed out comes last. */
function actionsToCall(): ServerAction[] {
  const signsOut = ({ name }: ServerAction) => Number(name === 'signOutEverywhere');
  return listServerActions().sort((one, other) => signsOut(one) - signsOut(other));
}

async function attack(
  request: APIRequestContext,
  action: ServerAction,
  own: Owned,
  origin: string,
) {
  const form = ACTIONS[action.name];
  if (form === 'anyone' || form === undefined) return [];
  const onPages = action.pages.map((page) =>
    pathOf(page.replace(/^app/, '').replace(/\/page$/, '') || '/', own),
  );
  const answers = [];
  // Next passes an action on to a page that knows it, so a page for anyone is a way in as well.
  for (const path of new Set(['/login', ...onPages])) {
    answers.push(await callServerAction(request, action, { path, origin, form: form(own) }));
  }
  return answers;
}

test('actions: signed-out requests go to sign-in, and other users change nothing', async ({
  baseURL,
  browser,
  request,
  scene,
}) => {
  test.slow();
  const own = await createOwned(scene);
  const others = await signInOthers(browser, scene);
  const before = await belongings(scene);
  for (const action of actionsToCall()) {
    for (const refused of await attack(request, action, own, `${baseURL}`)) {
      expect([action.name, await whereTo(refused)]).toEqual([action.name, 'sign-in or nowhere']);
    }
    for (const other of others) await attack(other, action, own, `${baseURL}`);
  }
  expect(await belongings(scene)).toBe(before);
});

test('the same calls by the owner do change the rows', async ({ baseURL, browser, scene }) => {
  const own = await createOwned(scene);
  const request = await signInAs(browser, scene.student.email);
  for (const action of actionsToCall()) {
    if (ACTIONS[action.name] === 'anyone') continue;
    const before = await belongings(scene);
    await attack(request, action, own, `${baseURL}`);
    expect([action.name, (await belongings(scene)) !== before]).toEqual([action.name, true]);
  }
});

test('an action that a page of another site sends is refused', async ({ browser, scene }) => {
  const own = await createOwned(scene);
  const request = await signInAs(browser, scene.student.email);
  const before = await belongings(scene);
  for (const action of actionsToCall()) {
    const answers = await attack(request, action, own, 'https://evil.example');
    for (const answer of answers)
      expect([action.name, answer.status()]).toEqual([action.name, 403]);
  }
  expect(await belongings(scene)).toBe(before);
});
