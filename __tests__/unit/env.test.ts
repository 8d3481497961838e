import { parseEnv } from '@/lib/env';

const COMPLETE = {
  DATABASE_URL: 'postgresql://someone@localhost:5432/peerloop',
  NEXTAUTH_SECRET: 'x'.repeat(32),
};

test('what must be there is enough, and the rest is safe', () => {
  expect(parseEnv(COMPLETE)).toMatchObject({
    ...COMPLETE,
    NEXTAUTH_URL: 'http://localhost:3000',
    DEMO_SIGN_IN: false,
  });
});

test('an empty variable counts as missing', () => {
  expect(parseEnv({ ...COMPLETE, DEMO_SIGN_IN: '', VERCEL_ENV: '' }).DEMO_SIGN_IN).toBe(false);
  expect(() => parseEnv({ ...COMPLETE, NEXTAUTH_SECRET: '' })).toThrow('NEXTAUTH_SECRET');
});

test.each([
  ['DATABASE_URL', undefined],
  ['DATABASE_URL', 'mysql://localhost/peerloop'],
  ['DATABASE_URL', 'peerloop'],
  ['NEXTAUTH_SECRET', undefined],
  ['NEXTAUTH_SECRET', 'x'.repeat(31)],
  ['NEXTAUTH_URL', 'ftp://localhost'],
  ['DEMO_SIGN_IN', 'yes'],
  ['VERCEL_ENV', 'prod'],
  ['CRON_SECRET', 'x'.repeat(15)],
  ['RESEND_BASE_URL', 'resend'],
  ['EMAIL_FROM', 'PeerLoop'],
])('%s is named when it is %j', (name, value) => {
  expect(() => parseEnv({ ...COMPLETE, [name]: value })).toThrow(`\n  ${name}: `);
});

test('every variable that is wrong is named at once', () => {
  expect(() => parseEnv({})).toThrow(/DATABASE_URL.*\n.*NEXTAUTH_SECRET/);
});

test('sign-in by address alone is refused in production, and only there', () => {
  const demo = { ...COMPLETE, DEMO_SIGN_IN: 'true' };
  expect(() => parseEnv({ ...demo, VERCEL_ENV: 'production' })).toThrow(
    'DEMO_SIGN_IN: lets anyone in as anyone and must not be true in production',
  );
  for (const VERCEL_ENV of ['preview', 'development', undefined]) {
    expect(parseEnv({ ...demo, VERCEL_ENV }).DEMO_SIGN_IN).toBe(true);
  }
  expect(parseEnv({ ...COMPLETE, VERCEL_ENV: 'production' }).DEMO_SIGN_IN).toBe(false);
});

test.each([
  ['EMAIL_FROM', { RESEND_API_KEY: 're_key' }],
  ['GOOGLE_CLIENT_SECRET', { GOOGLE_CLIENT_ID: 'id' }],
  ['GOOGLE_CLIENT_SECRET', { GOOGLE_CLIENT_SECRET: 'secret' }],
])('%s is named where half of a pair is set: %j', (name, half) => {
  expect(() => parseEnv({ ...COMPLETE, ...half })).toThrow(`\n  ${name}: `);
});

test('a refusal does not tell what the secret is', () => {
  const secret = { ...COMPLETE, NEXTAUTH_SECRET: 'short and secret' };
  expect(() => parseEnv(secret)).toThrow(expect.not.stringContaining('short and secret'));
});
