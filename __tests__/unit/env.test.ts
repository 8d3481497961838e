import { parseEnv } from '@/lib/env';

const COMPLETE = {
  DATABASE_URL: 'postgresql://someone@localhost:5432/peerloop',
  NEXTAUTH_SECRET: 'x'.repeat(32),
};

const FOR_PRODUCTION = { ...COMPLETE, NEXTAUTH_URL: 'https://peerloop.example' };

const parseForProduction = (source: Record<string, string>) =>
  parseEnv(source, { isProductionBuild: true });

test('the required variables are enough, and the defaults are safe', () => {
  expect(parseEnv(COMPLETE)).toMatchObject({
    ...COMPLETE,
    NEXTAUTH_URL: 'http://localhost:3000',
    DEMO_SIGN_IN: false,
    DEMO_SITE: false,
  });
});

test('an empty variable counts as missing', () => {
  expect(parseEnv({ ...COMPLETE, DEMO_SIGN_IN: '' }).DEMO_SIGN_IN).toBe(false);
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
  ['DEMO_SITE', '1'],
  ['CRON_SECRET', 'x'.repeat(15)],
  ['RESEND_BASE_URL', 'resend'],
  ['EMAIL_FROM', 'PeerLoop'],
])('%s is named when it is %j', (name, value) => {
  expect(() => parseEnv({ ...COMPLETE, [name]: value })).toThrow(`\n  ${name}: `);
});

test('all wrong variables are named at once', () => {
  expect(() => parseEnv({})).toThrow(/DATABASE_URL.*\n.*NEXTAUTH_SECRET/);
  expect(() => parseForProduction({ DEMO_SIGN_IN: 'true' })).toThrow(
    /DATABASE_URL.*\n.*NEXTAUTH_SECRET.*\n.*NEXTAUTH_URL.*\n.*DEMO_SIGN_IN/,
  );
});

test('in production, sign-in by address alone needs a server that says it is a demo', () => {
  const demo = { ...FOR_PRODUCTION, DEMO_SIGN_IN: 'true' };
  expect(() => parseForProduction(demo)).toThrow(
    'DEMO_SIGN_IN: lets anyone sign in as anyone; in production it needs DEMO_SITE=true',
  );
  expect(parseForProduction({ ...demo, DEMO_SITE: 'true' })).toMatchObject({
    DEMO_SIGN_IN: true,
    DEMO_SITE: true,
  });
  expect(parseForProduction(FOR_PRODUCTION).DEMO_SIGN_IN).toBe(false);
  expect(parseEnv({ ...COMPLETE, DEMO_SIGN_IN: 'true' }).DEMO_SIGN_IN).toBe(true);
});

test('in production, the URL of the site is required', () => {
  expect(() => parseForProduction(COMPLETE)).toThrow('NEXTAUTH_URL: is required in production');
  expect(parseForProduction(FOR_PRODUCTION).NEXTAUTH_URL).toBe('https://peerloop.example');
});

test.each([
  ['EMAIL_FROM', { RESEND_API_KEY: 're_key' }],
  ['GOOGLE_CLIENT_SECRET', { GOOGLE_CLIENT_ID: 'id' }],
  ['GOOGLE_CLIENT_SECRET', { GOOGLE_CLIENT_SECRET: 'secret' }],
])('%s is named if only half of a pair is set: %j', (name, half) => {
  expect(() => parseEnv({ ...COMPLETE, ...half })).toThrow(`\n  ${name}: `);
});

test('a refusal does not contain the secret', () => {
  const secret = { ...COMPLETE, NEXTAUTH_SECRET: 'short and secret' };
  expect(() => parseEnv(secret)).toThrow(expect.not.stringContaining('short and secret'));
});
