import type { Account, Profile } from 'next-auth';
import { truncate } from '@/__tests__/support/database';
import { createUser } from '@/__tests__/support/factories';
import { authOptions } from '@/lib/auth/next-auth-options';
import { isGoogleSignInEnabled } from '@/lib/auth/start-google-sign-in';

// Before anything reads the environment, which is read once.
Object.assign(process.env, { GOOGLE_CLIENT_ID: 'client', GOOGLE_CLIENT_SECRET: 'secret' });

beforeEach(truncate);

const account: Account = { provider: 'google', type: 'oauth', providerAccountId: '1234' };
const GOOGLE_PERSON = { id: '1234', name: 'Maya at Google', email: 'maya@example.com' };

/** A Google profile; next-auth's `Profile` type lacks `email_verified`. */
function profile(email: string, isVerified: unknown): Profile {
  return { sub: '1234', email, email_verified: isVerified } as Profile;
}

function isLetIn(said: Profile) {
  return authOptions().callbacks?.signIn?.({ user: GOOGLE_PERSON, account, profile: said });
}

test('Google sign-in is offered if both of its variables are set', () => {
  expect(isGoogleSignInEnabled()).toBe(true);
  expect(authOptions().providers.map(({ id }) => id)).toEqual(['google']);
});

test('a user whose address Google has verified is signed in as that user', async () => {
  const { id, name, email } = await createUser({ name: 'Maya', email: 'maya@example.com' });
  const said = profile('Maya@Example.com', true);
  expect(await isLetIn(said)).toBe(true);
  const token = await authOptions().callbacks?.jwt?.({
    token: { sub: '1234' },
    user: GOOGLE_PERSON,
    account,
    profile: said,
    trigger: 'signIn',
  });
  expect(token).toEqual({ sub: id, name, email, sessionVersion: 0 });
});

test.each([
  ['an address that Google has not verified', 'maya@example.com', false],
  ['an address of which it does not say so', 'maya@example.com', undefined],
  ['one that it calls verified in other words', 'maya@example.com', 'true'],
  ['an unknown address', 'nobody@example.com', true],
])('%s cannot sign in', async (_, email, isVerified) => {
  await createUser({ email: 'maya@example.com' });
  expect(await isLetIn(profile(email, isVerified))).toBe(false);
});

test('signing in with Google never creates a user', async () => {
  await isLetIn(profile('nobody@example.com', true));
  const { db } = await import('@/lib/db/client');
  expect(await db().user.count()).toBe(0);
});
