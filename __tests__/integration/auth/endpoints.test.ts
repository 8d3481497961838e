import { POST } from '@/app/api/auth/[...nextauth]/route';
import { RATE_LIMITS } from '@/lib/rate-limits/rules';
import { truncate } from '../../support/database';

beforeEach(truncate);

function signIn(email: string, headers: Record<string, string> = {}): Promise<Response> {
  const request = new Request('http://localhost:3000/api/auth/callback/demo', {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams({ email }).toString(),
  });
  return POST(request, { params: Promise.resolve({ nextauth: ['callback', 'demo'] }) });
}

test('what the page of another site sends is refused', async () => {
  const response = await signIn('sam@example.com', { Origin: 'https://evil.example' });
  expect(response.status).toBe(403);
  expect(await response.json()).toMatchObject({ code: 'ORIGIN_NOT_ALLOWED' });
});

test('one address of email is not tried without end, whoever tries it', async () => {
  const { times } = RATE_LIMITS.sign_in.person;
  const tries = Array.from({ length: times }, () => signIn('sam@example.com'));
  for (const response of await Promise.all(tries)) expect(response.status).not.toBe(429);
  const refused = await signIn(' SAM@example.com');
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
  expect((await signIn('else@example.com')).status).not.toBe(429);
});
