import { checkProof } from './check-proof';
import type { GuardProof } from './proof';
import { ID } from './scene';

const HASH = `decode(repeat('ab', 32), 'hex')`;

function link(createdAt: string, expiresAt: string, hash = HASH): string {
  return `INSERT INTO sign_in_links (id, user_id, token_hash, created_at, expires_at)
    VALUES (${ID.added}, ${ID.student}, ${hash}, '${createdAt}', '${expiresAt}')`;
}

function feed(hash: string): string {
  return `INSERT INTO calendar_feeds (user_id, token_hash) VALUES (${ID.student}, ${hash})`;
}

function event(name: string, data: string, st = 'NULL'): string {
  return `INSERT INTO analytics_events (name, occurred_at, viewer_id, course_id, st_id, data)
    VALUES ('${name}', now(), ${ID.student}, ${ID.course}, ${st}, ${data})`;
}

const LASTS = 'sign_in_links.sign_in_links_last_ten_minutes_at_most';
const DATA = 'analytics_events.analytics_events_data_fits_the_event';

/** Only hashes of tokens are stored. The length check refuses a token stored by mistake. */
const NO_SHA256 = { 'too short': 31, 'too long': 33 };

const HASHES = Object.entries(NO_SHA256).flatMap(([what, bytes]) => {
  const hash = `decode(repeat('ab', ${bytes}), 'hex')`;
  const promise = `no token is stored where its hash belongs (${what})`;
  return [
    checkProof(
      'sign_in_links.sign_in_links_token_hash_is_a_sha256',
      promise,
      link('2026-03-02T10:00Z', '2026-03-02T10:10Z', hash),
    ),
    checkProof('calendar_feeds.calendar_feeds_token_hash_is_a_sha256', promise, feed(hash)),
  ];
});

/** What mails, links to sign in, feeds and analytics may hold. */
export const MESSAGE_CHECKS: readonly GuardProof[] = [
  ...HASHES,
  checkProof(
    LASTS,
    'no sign-in link lasts longer than ten minutes',
    link('2026-03-02T10:00Z', '2026-03-02T10:10:00.000001Z'),
  ),
  checkProof(
    LASTS,
    'no sign-in link expires when it is created',
    link('2026-03-02T10:00Z', '2026-03-02T10:00Z'),
  ),
  checkProof(
    'sign_in_links.sign_in_links_are_used_in_time',
    'no sign-in link is used after its expiry',
    'UPDATE sign_in_links SET used_at = expires_at',
    { arrange: link('2026-03-02T10:00Z', '2026-03-02T10:10Z') },
  ),
  checkProof(
    'notifications.notifications_attempts_are_not_negative',
    'the attempts of an email are not negative',
    'UPDATE notifications SET attempts = -1',
  ),
  checkProof(
    'notifications.notifications_that_failed_say_why',
    'no email fails without a reason',
    `UPDATE notifications SET status = 'failed'`,
  ),
  ...[
    ['a key that is not listed', `'{"date": "2026-03-05", "note": "I am ill."}'`],
    ['a missing key', `'{}'`],
    ['a day that does not exist', `'{"date": "2026-02-30"}'`],
    ['a value of another type', `'{"date": 20260305}'`],
    ['no object', `'"2026-03-05"'`],
  ].map(([what, data = '']) =>
    checkProof(DATA, `analytics hold what is listed, not ${what}`, event('date_selected', data)),
  ),
  checkProof(
    'analytics_events.analytics_events_course_is_the_datas',
    'no analytics event is of two courses',
    event('schedule_later', `jsonb_build_object('course_id', ${ID.pricedCourse})`),
  ),
  checkProof(
    'analytics_events.analytics_events_st_is_the_datas',
    'no analytics event is of two STs',
    event('st_selected', `jsonb_build_object('st_id', ${ID.otherSt})`, ID.st),
  ),
];
