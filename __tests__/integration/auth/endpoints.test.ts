import { askAuth, signInAtEndpoint } from '@/__tests__/support/auth-endpoints';
import { truncate } from '@/__tests__/support/database';
import { createUser } from '@/__tests__/support/factories';
import { db } from '@/lib/db/client';
import { RATE_LIMITS } from '@/lib/http/rate-limits/limits';

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

const FORM_TYPE = { 'Content-Type': 'application/x-www-form-urlencoded' };

/** A body of `size` bytes, which tells how much of it was read. */
function countedBody(size: number, end: 'close' | 'error') {
  const read = { bytes: 0 };
  const body = new ReadableStream(
    {
      pull(controller) {
        if (read.bytes < size) {
          read.bytes += 1_000;
          controller.enqueue(Buffer.alloc(1_000, 'x'));
        } else if (end === 'error') controller.error(new Error('aborted'));
        else controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  return { body, read };
}

test.each(['application/x-www-form-urlencoded', 'application/json', 'text/plain', ''])(
  'of a large body of type "%s" no more is read than is needed to see that',
  async (type) => {
    const { body, read } = countedBody(64_000_000, 'close');
    const refused = await askAuth('callback/demo', { headers: { 'Content-Type': type }, body });
    expect(refused.status).toBe(413);
    expect(refused.headers.get('Content-Type')).toBe('application/problem+json');
    expect(await refused.json()).toMatchObject({ code: 'BODY_TOO_LARGE' });
    expect(read.bytes).toBeLessThan(20_000);
  },
);

test('nothing is read of a body that says it is too large', async () => {
  const { body, read } = countedBody(64_000_000, 'close');
  const headers = { ...FORM_TYPE, 'Content-Length': '64000000' };
  expect((await askAuth('signin/demo', { headers, body })).status).toBe(413);
  expect(read.bytes).toBe(0);
});

test.each(['application/x-www-form-urlencoded', 'application/json'])(
  'a client that goes away while it sends %s is no error of ours',
  async (type) => {
    const { body } = countedBody(2_000, 'error');
    const refused = await askAuth('callback/demo', { headers: { 'Content-Type': type }, body });
    expect(refused.status).toBe(400);
  },
);

test('an address that sends too much is refused before its body is read', async () => {
  const { times } = RATE_LIMITS.auth_endpoint.address;
  const none = () => askAuth('signout', { headers: FORM_TYPE, body: '' });
  await none();
  await db().rateLimit.updateMany({ data: { points: times } });
  const { body, read } = countedBody(10_000, 'close');
  const refused = await askAuth('callback/demo', { headers: FORM_TYPE, body });
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
  expect(read.bytes).toBe(0);
});
