import { NextRequest } from 'next/server';
import { api } from '@/__tests__/support/api';
import { askAuth, signInAtEndpoint } from '@/__tests__/support/auth-endpoints';
import { truncate } from '@/__tests__/support/database';
import { createUser } from '@/__tests__/support/factories';
import { inRequest } from '@/__tests__/support/request-scope';
import { signIn } from '@/app/actions/sign-in';
import { saveTimeZone, signOutEverywhere } from '@/app/actions/users';
import { readViewer } from '@/lib/auth/viewer';
import { db } from '@/lib/db/client';
import { proxy } from '@/proxy';

jest.mock('next/headers', () => jest.requireActual('@/__tests__/support/request-scope'));
jest.mock('next/cache', () => ({ revalidatePath: jest.fn() }));

// Before anything reads the environment, which is read once.
Object.assign(process.env, { NEXTAUTH_URL: 'http://localhost:3000', DEMO_SIGN_IN: 'true' });

beforeEach(truncate);

const NAME = 'next-auth.session-token';

/** A browser: what it sends, and afterwards what it keeps. */
function browser(cookie?: string): NextRequest {
  const headers = cookie === undefined ? {} : { cookie: `${NAME}=${cookie}` };
  return new NextRequest('http://localhost:3000/settings', { headers });
}

function cookieOf(request: NextRequest): string {
  return request.cookies.get(NAME)?.value ?? '';
}

/** Signs in with the form of the sign-in page, and answers the cookie. */
async function signedIn(email: string): Promise<string> {
  const form = new FormData();
  for (const [name, value] of Object.entries({ email, how: 'demo' })) form.set(name, value);
  const request = browser();
  await inRequest(request, () => signIn({ email: '', error: null }, form)).catch(leaveThePage);
  return cookieOf(request);
}

/** Does something as the browser with this cookie, and answers where that leads. */
async function leads(request: NextRequest, act: () => Promise<unknown>): Promise<string | null> {
  const outcome = await inRequest(request, act).catch(leaveThePage);
  return typeof outcome === 'string' ? outcome : null;
}

/** Where a redirect goes. */
function leaveThePage(error: unknown): string {
  const isRedirect = error instanceof Error && 'digest' in error;
  if (!isRedirect) throw error;
  return String(error.digest).split(';')[2] ?? '';
}

const signOut = () => signOutEverywhere({ error: null }, new FormData());
const save = () => saveTimeZone({ status: 'idle' }, new FormData());

/** Whether the proxy passes on a form that is sent without JavaScript: a redirect to sign-in would lose it. */
async function takesForm(cookie: string): Promise<boolean> {
  const request = new NextRequest('http://localhost:3000/settings', {
    method: 'POST',
    headers: { cookie: `${NAME}=${cookie}` },
  });
  return (await proxy(request)).status !== 401;
}

/** Whether a cookie signs in: on a page, in a form, in an action, in the HTTP API and for next-auth itself. */
async function whereSignedIn(cookie: string): Promise<Record<string, boolean>> {
  const sent = { cookie: `${NAME}=${cookie}` };
  const session = await askAuth('session', { method: 'GET', headers: sent });
  const authorization = `Bearer ${cookie}`;
  return {
    page: (await inRequest(browser(cookie), readViewer)) !== null,
    form: await takesForm(cookie),
    action: (await leads(browser(cookie), save)) === null,
    api: (await api('/api/sessions', { headers: sent })).status === 200,
    bearer: (await api('/api/sessions', { headers: { authorization } })).status === 200,
    nextAuth: Object.keys(await session.json()).length > 0,
  };
}

const EVERYWHERE = {
  page: true,
  form: true,
  action: true,
  api: true,
  bearer: true,
  nextAuth: true,
};
const NOWHERE = {
  page: false,
  form: false,
  action: false,
  api: false,
  bearer: false,
  nextAuth: false,
};

test('signing out everywhere ends every sign-in of this person, and of no one else', async () => {
  await createUser({ email: 'sam@example.com' });
  await createUser({ email: 'ana@example.com' });
  const [lost, here, other] = [
    await signedIn('sam@example.com'),
    await signedIn('sam@example.com'),
    await signedIn('ana@example.com'),
  ];
  expect(await whereSignedIn(lost)).toEqual(EVERYWHERE);
  expect(await leads(browser(here), signOut)).toBe('/login?signed_out=everywhere');
  for (const cookie of [lost, here]) expect(await whereSignedIn(cookie)).toEqual(NOWHERE);
  expect(await whereSignedIn(other)).toEqual(EVERYWHERE);
});

test('a user who signed out everywhere can sign in again, by the form and by next-auth', async () => {
  await createUser({ email: 'sam@example.com' });
  await leads(browser(await signedIn('sam@example.com')), signOut);
  await leads(browser(await signedIn('sam@example.com')), signOut);
  expect(await whereSignedIn(await signedIn('sam@example.com'))).toEqual(EVERYWHERE);
  const response = await signInAtEndpoint('sam@example.com');
  const set = response.headers.getSetCookie().find((cookie) => cookie.startsWith(NAME)) ?? '';
  const cookie = set.slice(NAME.length + 1).split(';')[0] ?? '';
  expect(await whereSignedIn(cookie)).toEqual(EVERYWHERE);
});

test('next-auth renews no sign-in that has ended', async () => {
  await createUser({ email: 'sam@example.com' });
  const cookie = await signedIn('sam@example.com');
  await leads(browser(cookie), signOut);
  const headers = { cookie: `${NAME}=${cookie}` };
  const response = await askAuth('session', { method: 'GET', headers });
  const set = response.headers.getSetCookie().filter((each) => each.startsWith(NAME));
  expect(set.map((each) => each.split(';')[0])).toEqual([`${NAME}=`]);
});

test('a cookie that is no sign-in signs in nowhere', async () => {
  for (const cookie of ['', 'x']) expect(await whereSignedIn(cookie)).toEqual(NOWHERE);
});

test('a signed-out request ends no sign-in', async () => {
  const { id } = await createUser({ email: 'sam@example.com' });
  expect(await leads(browser(), signOut)).toBe('/login');
  expect(await db().user.findUniqueOrThrow({ where: { id } })).toMatchObject({ sessionVersion: 0 });
});

test('while the database fails, a form still reaches its action, which keeps what was typed', async () => {
  await createUser({ email: 'sam@example.com' });
  const cookie = await signedIn('sam@example.com');
  jest.spyOn(db().user, 'findUnique').mockImplementationOnce(() => {
    throw new Error('connect ECONNREFUSED');
  });
  expect(await takesForm(cookie)).toBe(true);
});
