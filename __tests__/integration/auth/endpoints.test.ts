import { askAuth, csrf, signInAtEndpoint } from '@/__tests__/support/auth-endpoints';
import { truncate } from '@/__tests__/support/database';
import { createUser } from '@/__tests__/support/factories';
import { expectLogged } from '@/__tests__/support/log';
import { db } from '@/lib/db/client';
import { RATE_LIMITS } from '@/lib/http/rate-limits/limits';

jest.mock('next/headers', () => jest.requireActual('@/__tests__/support/request-scope'));

// Before anything reads the environment, which is read once.
Object.assign(process.env, { NEXTAUTH_URL: 'http://localhost:3000', DEMO_SIGN_IN: 'true' });

beforeEach(truncate);

/** The session cookie. */
function sessionIn(response: Response): string | undefined {
  const set = response.headers.getSetCookie();
  return set.find((cookie) => cookie.startsWith('next-auth.session-token='));
}

test('a user is signed in, and an unknown address is not', async () => {
  await createUser({ email: 'sam@example.com' });
  expect(sessionIn(await signInAtEndpoint(' SAM@example.com'))).toBeDefined();
  const refused = await signInAtEndpoint('nobody@example.com');
  expect(sessionIn(refused)).toBeUndefined();
  expect(refused.headers.get('Location')).toContain('error=CredentialsSignin');
});

test.each(['error=%00', 'error=x%0d%0aLocation:%20/'])(
  'a control character in %s is refused, and not logged as an error',
  async (query) => {
    expect((await askAuth(`error?${query}`, { method: 'GET' })).status).toBe(400);
  },
);

test('a request from another site is refused', async () => {
  const response = await signInAtEndpoint('sam@example.com', { Origin: 'https://evil.example' });
  expect(response.status).toBe(403);
  expect(await response.json()).toMatchObject({ code: 'ORIGIN_NOT_ALLOWED' });
});

test('sign-in to an email address is limited per IP address, and still works from another one', async () => {
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

/** A body of `size` bytes that counts how much of it was read. */
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

test('a body whose Content-Length is too large is not read', async () => {
  const { body, read } = countedBody(64_000_000, 'close');
  const headers = { ...FORM_TYPE, 'Content-Length': '64000000' };
  expect((await askAuth('signin/demo', { headers, body })).status).toBe(413);
  expect(read.bytes).toBe(0);
});

test.each(['application/x-www-form-urlencoded', 'application/json'])(
  'a client that disconnects while it sends %s is not logged as an error',
  async (type) => {
    const { body } = countedBody(2_000, 'error');
    const refused = await askAuth('callback/demo', { headers: { 'Content-Type': type }, body });
    expect(refused.status).toBe(400);
  },
);

test('an IP address over its limit is refused before the body is read', async () => {
  const { times } = RATE_LIMITS.auth_endpoint.address;
  const headers = { ...FORM_TYPE, 'X-Forwarded-For': '198.51.100.9' };
  await askAuth('signout', { headers, body: '' });
  await db().rateLimit.updateMany({ data: { points: times } });
  const { body, read } = countedBody(10_000, 'close');
  const refused = await askAuth('callback/demo', { headers, body });
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
  expect(read.bytes).toBe(0);
});

test('an address that asks too often is refused, whatever it asks for', async () => {
  const { times } = RATE_LIMITS.auth_endpoint.address;
  const headers = { 'X-Forwarded-For': '198.51.100.10' };
  expect((await askAuth('csrf', { method: 'GET', headers })).status).toBe(200);
  await db().rateLimit.updateMany({ data: { points: times } });
  for (const method of ['GET', 'HEAD', 'POST'] as const) {
    const refused = await askAuth('csrf', { method, headers });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
  }
  expect((await askAuth('csrf', { method: 'GET' })).status).toBe(200);
});

test('HEAD is answered as GET', async () => {
  for (const path of ['providers', 'csrf', 'session', 'signin', 'nothing']) {
    const [head, get] = [
      await askAuth(path, { method: 'HEAD' }),
      await askAuth(path, { method: 'GET' }),
    ];
    expect([path, head.status]).toEqual([path, get.status]);
    expect(head.headers.get('Content-Type')).toBe(get.headers.get('Content-Type'));
    expect(await head.text()).toBe('');
  }
});

test.each(['sam\0@example.com', '\0', 'sam', '', `${'x'.repeat(400)}@example.com`])(
  'who signs in as %j is refused, and the database is not asked',
  async (email) => {
    const refused = await signInAtEndpoint(email);
    expect(sessionIn(refused)).toBeUndefined();
    const location = new URL(refused.headers.get('Location') ?? '');
    expect(location.searchParams.get('error')).toBe('CredentialsSignin');
  },
);

test('when the database fails, the next URL does not contain the error', async () => {
  await createUser({ email: 'ana@example.com' });
  jest.spyOn(db().user, 'findUnique').mockImplementationOnce(() => {
    throw new Error('connect ECONNREFUSED 10.0.0.7');
  });
  const refused = await signInAtEndpoint('ana@example.com');
  expect(sessionIn(refused)).toBeUndefined();
  expect(refused.headers.get('Location')).not.toContain('ECONNREFUSED');
  expectLogged(/"message":"auth".*ECONNREFUSED/);
});

test('a field that is given twice is refused, because the two readings could differ', async () => {
  await createUser({ email: 'ana@example.com' });
  const { csrfToken, cookie } = await csrf();
  const refused = await askAuth('callback/demo', {
    headers: { ...FORM_TYPE, cookie },
    body: `csrfToken=${csrfToken}&email=else@example.com&email=ana@example.com`,
  });
  expect(refused.status).toBe(400);
  expect(sessionIn(refused)).toBeUndefined();
});

test('this server and next-auth read the same content types as JSON', async () => {
  await createUser({ email: 'ana@example.com' });
  const { csrfToken, cookie } = await csrf();
  const body = JSON.stringify({ csrfToken, email: 'ana@example.com' });
  const signIn = (type: string) =>
    askAuth('callback/demo', { headers: { 'Content-Type': type, cookie }, body });
  expect(sessionIn(await signIn('application/json; charset=utf-8'))).toBeDefined();
  const refused = await signIn('text/plain;application/json');
  expect(refused.status).toBe(415);
  expect(sessionIn(refused)).toBeUndefined();
});

test.each(['["x"]', 'null', '{"email":{"x":1}}', '{"email":["ana@example.com"]}'])(
  'JSON that is no form is refused: %s',
  async (body) => {
    const headers = { 'Content-Type': 'application/json' };
    expect((await askAuth('callback/demo', { headers, body })).status).toBe(400);
  },
);

test('no request can inject a line into the log', async () => {
  const lines: string[] = [];
  const keep = (text: string | Uint8Array) => lines.push(String(text)) > 0;
  for (const stream of [process.stdout, process.stderr])
    jest.mocked(stream.write).mockImplementation(keep);
  const printed = jest.spyOn(console, 'error');
  const forged = 'nonsense\n{"level":"info","message":"forged"}';
  const callbackUrl = encodeURIComponent(forged);
  await askAuth(`signin?callbackUrl=${callbackUrl}`, { method: 'GET' });
  const refused = await askAuth(`session?callbackUrl=${callbackUrl}`, { method: 'GET' });
  expect(refused.status).toBe(400);
  expect(printed).not.toHaveBeenCalled();
  const logged = lines.join('').trimEnd().split('\n');
  expect(logged).toHaveLength(2);
  for (const line of logged) {
    expect(JSON.parse(line)).toEqual({
      level: 'info',
      message: 'auth',
      code: 'INVALID_CALLBACK_URL_ERROR',
      reason: `Invalid callback URL. Received: ${forged}`,
    });
  }
});

test('next-auth’s log endpoint writes nothing into the log', async () => {
  const body = 'level=error&code=forged&message=forged';
  expect((await askAuth('_log', { headers: FORM_TYPE, body })).status).toBe(404);
});
