import { truncate } from '@/__tests__/support/database';
import { createUser, NOW } from '@/__tests__/support/factories';
import {
  deliveries,
  dispatch,
  dispatchAt,
  minutesAfter,
  openMailbox,
  SITE,
} from '@/__tests__/support/mail';
import { refusalOf, refusalOfOwner, sql } from '@/__tests__/support/plain-sql';
import { consumeSignInLink } from '@/lib/auth/consume-sign-in-link';
import { findSignInLink } from '@/lib/auth/find-sign-in-link';
import { requestSignInLink } from '@/lib/auth/request-sign-in-link';
import { signInLinkPath } from '@/lib/auth/sign-in-link';
import { hashToken, signInToken } from '@/lib/auth/tokens';
import { db } from '@/lib/db/client';
import { signOutEverywhere } from '@/lib/users/sign-out-everywhere';

const SECRET = 'a secret of the tests, long enough';
const EMAIL = 'maya@example.com';

const { current: mailbox } = openMailbox();
beforeEach(truncate);

function request(email = EMAIL, now = NOW) {
  return requestSignInLink(db(), { email, nextPath: '/settings', secret: SECRET, now });
}

async function tokenOfLatest(): Promise<string> {
  const { id } = await db().signInLink.findFirstOrThrow({ orderBy: { id: 'desc' } });
  return signInToken(SECRET, id);
}

async function arrange(email = EMAIL): Promise<string> {
  await createUser({ name: 'Maya', email, timezone: 'Europe/Berlin' });
  return arrangeAnother(email);
}

async function arrangeAnother(email = EMAIL): Promise<string> {
  await request(email);
  return tokenOfLatest();
}

test('a link signs its user in once, and redirects to the page they wanted', async () => {
  const token = await arrange();
  expect(await consumeSignInLink(db(), { token, now: minutesAfter(NOW, 9.9) })).toMatchObject({
    user: { email: EMAIL },
    nextPath: '/settings',
  });
  expect(await consumeSignInLink(db(), { token, now: minutesAfter(NOW, 9.9) })).toBeNull();
});

test('ten concurrent requests sign in once', async () => {
  const token = await arrange();
  const presses = Array.from({ length: 10 }, () => consumeSignInLink(db(), { token, now: NOW }));
  const consumed = (await Promise.all(presses)).filter((link) => link !== null);
  expect(consumed).toHaveLength(1);
});

test('opening the link without confirming, as mail scanners do, does not use it up', async () => {
  const token = await arrange();
  for (let look = 0; look < 3; look += 1) {
    expect(await findSignInLink(db(), { token, now: NOW })).toEqual({
      name: 'Maya',
      email: EMAIL,
    });
  }
  expect(await consumeSignInLink(db(), { token, now: NOW })).not.toBeNull();
});

test('a link expires after ten minutes, and an unknown token is refused', async () => {
  const token = await arrange();
  const now = minutesAfter(NOW, 10);
  expect(await findSignInLink(db(), { token, now })).toBeNull();
  expect(await consumeSignInLink(db(), { token, now })).toBeNull();
  expect(await consumeSignInLink(db(), { token: token.toLowerCase(), now: NOW })).toBeNull();
});

test('the token is not stored, and can only be derived with the server’s secret', async () => {
  const token = await arrange();
  const [{ everything }] = (await sql(
    `SELECT string_agg(n::text || l::text, '') AS everything FROM notifications n, sign_in_links l`,
  )) as [{ everything: string }];
  expect(everything).not.toContain(token);
  expect(everything).toContain(Buffer.from(hashToken(token)).toString('hex'));
  const { id } = await db().signInLink.findFirstOrThrow();
  expect(signInToken('another secret', id)).not.toBe(token);
});

test('the email contains the link and its expiry in the reader’s zone', async () => {
  const token = await arrange();
  await dispatchAt(NOW, mailbox(), {
    site: { ...SITE, tokenOf: (linkId) => signInToken(SECRET, linkId) },
  });
  expect(deliveries(mailbox())).toEqual([`sign-in to ${EMAIL}`]);
  const mail = mailbox().mails()[0]?.mail;
  expect(mail?.subject).toBe('Sign in to PeerLoop: link expires at 11:10 Berlin time');
  expect(mail?.text).toContain(`${SITE.origin}${signInLinkPath(token)}`);
  expect(mail?.text).toContain('expires at 11:10 Berlin time (GMT+1)');
});

test('an email whose link is used or expired is not sent', async () => {
  const token = await arrange();
  await consumeSignInLink(db(), { token, now: NOW });
  expect(await dispatchAt(NOW, mailbox())).toMatchObject({ sent: 0, voided: 1 });
  await request();
  expect(await dispatchAt(minutesAfter(NOW, 10), mailbox())).toMatchObject({ sent: 0, voided: 1 });
});

test('an unknown address gets no link, and a user gets one in any letter case', async () => {
  await createUser({ email: EMAIL });
  await request('nobody@example.com');
  expect(await db().signInLink.count()).toBe(0);
  await request(' Maya@Example.com ');
  expect(await db().signInLink.count()).toBe(1);
});

test('signing out everywhere voids the links of this person that are not used yet', async () => {
  const [used, unused] = [await arrange(), await arrangeAnother()];
  const theirs = await arrange('noor@example.com');
  await consumeSignInLink(db(), { token: used, now: NOW });
  const viewer = await db().user.findUniqueOrThrow({ where: { email: EMAIL } });
  await signOutEverywhere(db(), { viewer });
  expect(await consumeSignInLink(db(), { token: unused, now: NOW })).toBeNull();
  expect(await consumeSignInLink(db(), { token: theirs, now: NOW })).not.toBeNull();
  expect(await db().signInLink.count({ where: { usedAt: { not: null } } })).toBe(2);
  expect(await dispatchAt(NOW, mailbox())).toMatchObject({ sent: 0, voided: 3 });
});

test('the database limits a link to ten minutes and to one email', async () => {
  await arrange();
  const stretch = `UPDATE sign_in_links SET expires_at = expires_at + interval '1 second'`;
  expect(await refusalOfOwner(stretch)).toMatchObject({
    constraint: 'sign_in_links_last_ten_minutes_at_most',
  });
  const again = `INSERT INTO notifications (subject_type, subject_id, recipient_id, kind, version, due_at)
    SELECT subject_type, subject_id, recipient_id, kind, version, due_at FROM notifications`;
  expect(await refusalOf(again)).toMatchObject({ code: '42501' });
  expect(await refusalOfOwner(again)).toMatchObject({ code: '23505' });
});

test('an email whose link is deleted is voided, as one whose link has expired is', async () => {
  await arrange();
  await db().signInLink.deleteMany();
  const report = await dispatchAt(NOW, mailbox());
  expect(report).toEqual({ sent: 0, voided: 1, retried: 0, failed: 0 });
  expect(await sql('SELECT status, last_error FROM notifications')).toEqual([
    { status: 'voided', last_error: null },
  ]);
});

test('ops can delete a sign-in link, and can neither create nor extend one', async () => {
  await arrange();
  const make = `INSERT INTO sign_in_links (user_id, token_hash, expires_at)
    SELECT user_id, sha256('known'), expires_at FROM sign_in_links`;
  for (const attack of [make, 'UPDATE sign_in_links SET used_at = NULL']) {
    expect(await refusalOf(attack)).toMatchObject({ code: '42501' });
  }
  await sql('DELETE FROM sign_in_links');
  expect(await dispatchAt(NOW, mailbox())).toMatchObject({ sent: 0, voided: 1 });
});

test.each([-1, 1])('a server whose clock is %s hour off still signs people in', async (hours) => {
  await createUser({ email: EMAIL });
  const serverTime = minutesAfter(NOW, hours * 60);
  await request(EMAIL, serverTime);
  expect(await dispatch(serverTime, mailbox())).toMatchObject({ sent: 1 });
  const token = await tokenOfLatest();
  expect(await consumeSignInLink(db(), { token, now: serverTime })).not.toBeNull();
});
