import { NextRequest } from 'next/server';
import { truncate } from '@/__tests__/support/database';
import { createUser } from '@/__tests__/support/factories';
import { openMailbox, SENDER } from '@/__tests__/support/mail';
import { inRequest } from '@/__tests__/support/request-scope';
import { signIn } from '@/app/actions/sign-in';
import { SIGN_IN_MESSAGES } from '@/lib/auth/messages';
import { db } from '@/lib/db/client';
import { RATE_LIMITS } from '@/lib/http/rate-limits/limits';

// Who asks for a sign-in link, from where, and how often.

jest.mock('next/headers', () => jest.requireActual('@/__tests__/support/request-scope'));
jest.mock('next/server', () => ({
  ...jest.requireActual('next/server'),
  after: (run: () => Promise<void>) => mockAfterResponse.push(run),
}));

const mockAfterResponse: (() => Promise<void>)[] = [];

const { current: mailbox } = openMailbox();
beforeAll(() => {
  // Before anything reads the environment, which is read once.
  const mail = { RESEND_API_KEY: 're_test', RESEND_BASE_URL: mailbox().url, EMAIL_FROM: SENDER };
  Object.assign(process.env, mail, { NEXTAUTH_URL: 'http://localhost:3000' });
});
beforeEach(truncate);

/** Sends the sign-in form from this address, and waits until its mail is sent. */
async function ask(email: string, address: string) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ email, how: 'link' })) form.set(name, value);
  const headers = { 'x-forwarded-for': address };
  const request = new NextRequest('http://localhost:3000/login', { method: 'POST', headers });
  const state = await inRequest(request, () => signIn({ email: '', error: null }, form));
  await Promise.all(mockAfterResponse.splice(0).map((run) => run()));
  return state;
}

async function askOften(email: string, address: string, times: number) {
  const states = [];
  for (let time = 0; time < times; time += 1) states.push(await ask(email, address));
  return states;
}

function linksOf(email: string): Promise<number> {
  return db().signInLink.count({ where: { user: { email } } });
}

const { personAtAddress, person } = RATE_LIMITS.sign_in_link;

test('a user gets three links, and is then asked to look for them', async () => {
  const email = 'maya@example.com';
  await createUser({ email });
  const states = await askOften(email, '192.0.2.1', personAtAddress.times + 1);
  expect(states.map(({ error }) => error)).toEqual([
    ...Array.from({ length: personAtAddress.times }, () => null),
    SIGN_IN_MESSAGES.LINKS_SENT,
  ]);
  expect(await linksOf(email)).toBe(personAtAddress.times);
  expect(mailbox().mails()).toHaveLength(personAtAddress.times);
});

test('links requested by others do not count against the user’s own limit', async () => {
  const email = 'noor@example.com';
  await createUser({ email });
  await askOften(email, '198.51.100.7', personAtAddress.times + 2);
  expect(await ask(email, '192.0.2.1')).toMatchObject({ error: null, sentTo: email });
  expect(await linksOf(email)).toBe(personAtAddress.times + 1);
});

test('all addresses of one IPv6 network count as one', async () => {
  const email = 'omar@example.com';
  await createUser({ email });
  for (let host = 1; host <= personAtAddress.times + 2; host += 1) {
    await ask(email, `2001:db8:1:2::${host}`);
  }
  expect(await linksOf(email)).toBe(personAtAddress.times);
});

test('a flood from many IP addresses fills no mailbox', async () => {
  const email = 'pia@example.com';
  await createUser({ email });
  for (let place = 0; place < person.times / personAtAddress.times + 1; place += 1) {
    await askOften(email, `203.0.113.${place}`, personAtAddress.times);
  }
  expect(await linksOf(email)).toBe(person.times);
});

test('an address without an account is answered the same, and gets nothing', async () => {
  const email = 'nobody@example.com';
  const states = await askOften(email, '192.0.2.1', personAtAddress.times + 1);
  expect(states[0]).toMatchObject({ error: null, sentTo: email });
  expect(states.at(-1)).toMatchObject({ error: SIGN_IN_MESSAGES.LINKS_SENT });
  expect(await db().signInLink.count()).toBe(0);
  expect(mailbox().mails()).toEqual([]);
});
