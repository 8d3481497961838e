import { signInAtEndpoint } from '@/__tests__/support/auth-endpoints';
import { truncate } from '@/__tests__/support/database';
import { createUser } from '@/__tests__/support/factories';
import { RATE_LIMITS } from '@/lib/rate-limits/rules';

jest.mock('next/headers', () => jest.requireActual('@/__tests__/support/request-scope'));

// Before anything reads the environment, which is read once.
Object.assign(process.env, { NEXTAUTH_URL: 'http://localhost:3000', DEMO_SIGN_IN: 'true' });

beforeEach(truncate);

/** The cookie that says who is signed in. */
function sessionIn(response: Response): string | undefined {
  const set = response.headers.getSetCookie();
  return set.find((cookie) => cookie.startsWith('next-auth.session-token='));
}

test('somebody of ours is signed in, and nobody else', async () => {
  await createUser({ email: 'sam@example.com' });
  expect(sessionIn(await signInAtEndpoint(' SAM@example.com'))).toBeDefined();
  const refused = await signInAtEndpoint('nobody@example.com');
  expect(sessionIn(refused)).toBeUndefined();
  expect(refused.headers.get('Location')).toContain('error=CredentialsSignin');
});

test('what the page of another site sends is refused', async () => {
  const response = await signInAtEndpoint('sam@example.com', { Origin: 'https://evil.example' });
  expect(response.status).toBe(403);
  expect(await response.json()).toMatchObject({ code: 'ORIGIN_NOT_ALLOWED' });
});

test('an address of email is tried so often from one place, and still works from another', async () => {
  await createUser({ email: 'sam@example.com' });
  const { times } = RATE_LIMITS.sign_in.personAtAddress;
  const tries = Array.from({ length: times }, () => signInAtEndpoint('sam@example.com'));
  for (const response of await Promise.all(tries)) expect(sessionIn(response)).toBeDefined();
  const refused = await signInAtEndpoint(' SAM@example.com');
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
  expect((await signInAtEndpoint('else@example.com')).status).not.toBe(429);
  const elsewhere = { 'X-Forwarded-For': '198.51.100.7' };
  expect(sessionIn(await signInAtEndpoint('sam@example.com', elsewhere))).toBeDefined();
});
