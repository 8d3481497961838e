import type { GuardProof } from './proof';
import { ID } from './scene';

const RESTRICTED = '23001';

const PAY = `INSERT INTO payments (session_id, stripe_checkout_id, amount_cents, currency)
  VALUES (${ID.session}, 'cs_1', 2500, 'usd')`;

const OUTBOX = 'trigger notifications.notifications_check_change';
const PAYMENTS = 'trigger payments.payments_check_change';

const MAIL = { code: RESTRICTED, table: 'notifications' };
const PAYMENT = { code: RESTRICTED, table: 'payments' };

/** Mail that has failed after four attempts. */
const FAIL = `UPDATE notifications SET status = 'failed', last_error = 'Refused.', attempts = 4,
  first_attempted_at = database_now(), next_attempt_at = database_now()`;

/** What was said, and what was paid. */
export const RECORD_PROOFS: readonly GuardProof[] = [
  ...['sent', 'voided', 'failed'].map(
    (status): GuardProof => ({
      guard: OUTBOX,
      promise: `mail that waits is not made ${status} by hand`,
      as: 'ops',
      // A failed row needs an error, which ops cannot write; set it so that this check does not refuse.
      arrange: `UPDATE notifications SET last_error = 'An earlier attempt failed.'`,
      attack: `UPDATE notifications SET status = '${status}'`,
      isHeld: { refusal: MAIL },
    }),
  ),
  {
    guard: OUTBOX,
    promise: 'a sent email is not sent again',
    arrange: `UPDATE notifications SET status = 'sent'`,
    attack: `UPDATE notifications SET status = 'pending'`,
    isHeld: { refusal: MAIL },
  },
  ...[
    ['postponed', `due_at = due_at + interval '10 years'`],
    ['sent to somebody else', `recipient_id = ${ID.stranger} WHERE recipient_id = ${ID.student}`],
    ['made to speak of something else', `subject_id = ${ID.nobody}`],
    ['made to say something else', `kind = 'session-cancelled'`],
  ].map(
    ([what, change]): GuardProof => ({
      guard: OUTBOX,
      promise: `mail is not ${what}, not even by the owner of the table`,
      attack: `UPDATE notifications SET ${change}`,
      isHeld: { refusal: MAIL },
    }),
  ),
  {
    guard: OUTBOX,
    promise: 'a failed email that ops retry gets all its attempts',
    as: 'ops',
    arrange: FAIL,
    attack: `UPDATE notifications SET status = 'pending'`,
    isHeld: {
      outcome: `SELECT bool_and(attempts = 0 AND first_attempted_at IS NULL AND next_attempt_at IS NULL)
        FROM notifications`,
    },
  },
  ...[
    ['its amount', 'amount_cents = 1'],
    ['its currency', `currency = 'eur'`],
    ['its checkout', `stripe_checkout_id = 'cs_2'`],
  ].map(
    ([what, change]): GuardProof => ({
      guard: PAYMENTS,
      promise: `a payment keeps ${what}`,
      arrange: PAY,
      attack: `UPDATE payments SET ${change}`,
      isHeld: { refusal: PAYMENT },
    }),
  ),
  {
    guard: PAYMENTS,
    promise: 'a refunded payment does not become paid again',
    arrange: `${PAY}; UPDATE payments SET status = 'paid'; UPDATE payments SET status = 'refunded'`,
    attack: `UPDATE payments SET status = 'paid'`,
    isHeld: { refusal: PAYMENT },
  },
  {
    guard: 'trigger sign_in_links.sign_in_links_notify',
    promise: 'each sign-in link has its email',
    attack: `INSERT INTO sign_in_links (id, user_id, token_hash, expires_at)
      VALUES (${ID.added}, ${ID.stranger}, sha256('a token'), now() + interval '10 minutes')`,
    isHeld: {
      outcome: `SELECT count(*) = 1 FROM notifications
        WHERE kind = 'sign-in' AND subject_id = ${ID.added} AND recipient_id = ${ID.stranger}`,
    },
  },
  {
    guard: 'trigger users.users_sign_out_everywhere',
    promise: 'signing out everywhere, by anyone, voids unused sign-in links',
    as: 'ops',
    arrange: `INSERT INTO sign_in_links (user_id, token_hash, expires_at)
      VALUES (${ID.stranger}, sha256('a token'), now() + interval '10 minutes'),
        (${ID.student}, sha256('another token'), now() + interval '10 minutes')`,
    attack: `UPDATE users SET session_version = session_version + 1 WHERE id = ${ID.stranger}`,
    isHeld: {
      outcome: `SELECT array_agg(user_id) = ARRAY[${ID.student}::uuid] FROM sign_in_links`,
    },
  },
];
