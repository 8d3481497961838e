import type { GuardProof } from './proof';
import { consequenceProof, REMOVE_STRANGER, referenceProof } from './reference-proof';
import { ID, START } from './scene';

const REMOVE_SESSION = `DELETE FROM sessions WHERE id = ${ID.session}`;

/** Sessions are never deleted; what follows would only be seen if they were. */
const SESSIONS_CAN_GO = `ALTER TABLE sessions DISABLE TRIGGER sessions_keep_rows;
  ALTER TABLE session_events DISABLE TRIGGER session_events_keep_rows`;
const WITHOUT_EVENTS = `${SESSIONS_CAN_GO}; DELETE FROM session_events`;

function claim(session: string, person: string): string {
  return `INSERT INTO calendar_claims (session_id, user_id, starts_at, ends_at)
    VALUES (${session}, ${person}, ${START}, ${START} + interval '1 hour')`;
}

function pay(session: string): string {
  return `INSERT INTO payments (session_id, stripe_checkout_id, amount_cents, currency)
    VALUES (${session}, 'cs_1', 2500, 'usd')`;
}

function event(session: string, actor: string): string {
  return `INSERT INTO session_events (session_id, kind, actor_id, database_role, status, scheduled_start,
      scheduled_end, teacher_id, sequence)
    VALUES (${session}, 'booked', ${actor}, 'peerloop_app', 'scheduled', ${START}, ${START} + interval '1 hour',
      ${ID.teacher}, 0)`;
}

function mail(recipient: string): string {
  return `INSERT INTO notifications (kind, subject_type, subject_id, recipient_id, version, due_at)
    VALUES ('session-booked', 'session', ${ID.session}, ${recipient}, 0, now())`;
}

/** What points at sessions, or at people because of them. */
export const REFERENCES_TO_SESSIONS: readonly GuardProof[] = [
  referenceProof(
    'calendar_claims.calendar_claims_session_id_fkey',
    'a claim has an existing session',
    claim(ID.nobody, ID.stranger),
  ),
  consequenceProof(
    'calendar_claims.calendar_claims_session_id_fkey',
    'claims are deleted with their session',
    {
      arrange: WITHOUT_EVENTS,
      attack: REMOVE_SESSION,
      outcome: 'SELECT NOT EXISTS (SELECT FROM calendar_claims)',
    },
  ),
  referenceProof(
    'calendar_claims.calendar_claims_user_id_fkey',
    'a claim has an existing person',
    claim(ID.session, ID.nobody),
  ),
  referenceProof(
    'calendar_claims.calendar_claims_user_id_fkey',
    'a person with claims is not deleted',
    REMOVE_STRANGER,
    { arrange: claim(ID.session, ID.stranger) },
  ),
  referenceProof(
    'payments.payments_session_id_fkey',
    'a payment has an existing session',
    pay(ID.nobody),
    { as: 'app' },
  ),
  referenceProof(
    'payments.payments_session_id_fkey',
    'a session that was paid is not deleted',
    REMOVE_SESSION,
    { arrange: `${WITHOUT_EVENTS}; ${pay(ID.session)}` },
  ),
  referenceProof(
    'session_events.session_events_session_id_fkey',
    'an event has an existing session',
    event(ID.nobody, ID.student),
  ),
  referenceProof(
    'session_events.session_events_session_id_fkey',
    'a session with a history is not deleted',
    REMOVE_SESSION,
    { arrange: SESSIONS_CAN_GO },
  ),
  referenceProof(
    'session_events.session_events_actor_id_fkey',
    'an event has an existing actor',
    event(ID.session, ID.nobody),
  ),
  referenceProof(
    'session_events.session_events_actor_id_fkey',
    'a person who did something stays in the history',
    REMOVE_STRANGER,
    { arrange: event(ID.session, ID.stranger) },
  ),
  referenceProof(
    'notifications.notifications_recipient_id_fkey',
    'a notification has an existing recipient',
    mail(ID.nobody),
  ),
  referenceProof(
    'notifications.notifications_recipient_id_fkey',
    'a person with notifications cannot be deleted',
    REMOVE_STRANGER,
    { arrange: mail(ID.stranger) },
  ),
];
