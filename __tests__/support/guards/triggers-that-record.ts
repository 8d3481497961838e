import type { GuardProof } from './proof';
import { ID, START } from './scene';

const TAKEN = { code: '23P01', constraint: 'calendar_claims_no_person_in_two_places' };

const BOOK = `INSERT INTO sessions (id, enrollment_id, st_id, scheduled_start)
  VALUES (${ID.added}, ${ID.otherEnrollment}, ${ID.otherSt}, ${START})`;
const HOLD = `INSERT INTO sessions (id, enrollment_id, st_id, scheduled_start, status)
  VALUES (${ID.added}, ${ID.otherEnrollment}, ${ID.otherSt}, ${START}, 'pending_payment')`;
const MOVE = `UPDATE sessions SET scheduled_start = scheduled_start + interval '1 day' WHERE id = ${ID.session}`;
const CONFIRM = `UPDATE sessions SET status = 'scheduled' WHERE id = ${ID.added}`;
/** The other student asks for the ST's time, on this or the next day. */
const askFor = (start: string) => `INSERT INTO sessions (enrollment_id, st_id, scheduled_start)
  VALUES (${ID.otherEnrollment}, ${ID.st}, ${start})`;

const CLAIMS: readonly GuardProof[] = [
  {
    guard: 'trigger sessions.sessions_7_claim_on_insert',
    promise: 'a session claims both people, and its teacher with the buffer',
    attack: BOOK,
    isHeld: {
      outcome: `SELECT coalesce(array_agg((user_id, ends_at - starts_at) ORDER BY ends_at) =
          ARRAY[(${ID.otherStudent}::uuid, interval '60 minutes'), (${ID.otherTeacher}::uuid, interval '75 minutes')], false)
        FROM calendar_claims WHERE session_id = ${ID.added}`,
    },
  },
  {
    guard: 'trigger sessions.sessions_7_claim_on_insert',
    promise: 'nobody can be booked in the buffer of a new session',
    attack: `${BOOK}; INSERT INTO sessions (enrollment_id, st_id, scheduled_start)
      VALUES (${ID.enrollment}, ${ID.otherSt}, ${START} + interval '60 minutes')`,
    isHeld: { refusal: TAKEN },
  },
  {
    guard: 'trigger sessions.sessions_7_claim_on_update',
    promise: 'nobody can be booked at the new time of a moved session',
    attack: `${MOVE}; ${askFor(`${START} + interval '1 day'`)}`,
    isHeld: { refusal: TAKEN },
  },
  {
    guard: 'trigger sessions.sessions_7_claim_on_update',
    promise: 'a cancelled session claims nobody',
    attack: `UPDATE sessions SET status = 'cancelled'; ${askFor(START)}`,
    isHeld: { outcome: 'SELECT count(*) = 2 FROM calendar_claims' },
  },
];

const EVENTS: readonly GuardProof[] = [
  {
    guard: 'trigger sessions.sessions_8_record_on_insert',
    promise: 'a timeline begins with the booking',
    attack: BOOK,
    isHeld: {
      outcome: `SELECT coalesce(array_agg(kind) = ARRAY['booked']::session_event_kind[], false)
        FROM session_events WHERE session_id = ${ID.added}`,
    },
  },
  {
    guard: 'trigger sessions.sessions_8_record_on_update',
    promise: 'every change of time, teacher and status leaves an event',
    attack: `${MOVE}; UPDATE sessions SET st_id = ${ID.otherSt}; UPDATE sessions SET status = 'cancelled'`,
    isHeld: {
      outcome: `SELECT array_agg(kind ORDER BY id) =
          ARRAY['booked', 'moved', 'reassigned', 'cancelled']::session_event_kind[]
        FROM session_events WHERE session_id = ${ID.session}`,
    },
  },
];

const told = (
  kind: string,
  session: string,
) => `SELECT count(DISTINCT recipient_id) = 2 FROM notifications
  WHERE kind = '${kind}' AND status = 'pending' AND subject_type = 'session' AND subject_id = ${session}`;

const MAILS: readonly GuardProof[] = [
  {
    guard: 'trigger sessions.sessions_9_notify_on_insert',
    promise: 'both people are notified of a new session',
    attack: BOOK,
    isHeld: { outcome: told('session-booked', ID.added) },
  },
  {
    guard: 'trigger sessions.sessions_9_notify_on_update',
    promise: 'both people are notified of a new time',
    attack: MOVE,
    isHeld: { outcome: told('session-changed', ID.session) },
  },
  {
    guard: 'trigger sessions.sessions_9_notify_on_update',
    promise: 'both people are notified of a cancellation',
    attack: `UPDATE sessions SET status = 'cancelled'`,
    isHeld: { outcome: told('session-cancelled', ID.session) },
  },
];

const MEASURES: readonly GuardProof[] = [
  {
    guard: 'trigger sessions.sessions_9_measure_on_insert',
    promise: 'a session that its student books is counted in analytics',
    attack: `SELECT set_actor(${ID.otherStudent}); ${BOOK}`,
    isHeld: {
      outcome: `SELECT coalesce(array_agg(name ORDER BY name) =
          ARRAY['booking_attempted', 'booking_success']::analytics_event_name[], false)
        FROM analytics_events WHERE viewer_id = ${ID.otherStudent}`,
    },
  },
  {
    guard: 'trigger sessions.sessions_9_measure_on_update',
    promise: 'a hold that is confirmed is counted in analytics',
    arrange: HOLD,
    attack: CONFIRM,
    isHeld: {
      outcome: `SELECT count(*) = 1 FROM analytics_events
        WHERE name = 'booking_success' AND data ->> 'session_id' = ${ID.added}`,
    },
  },
];

/** What follows from a session: claims, events, emails and counts. */
export const CONSEQUENCE_PROOFS: readonly GuardProof[] = [
  ...CLAIMS,
  ...EVENTS,
  ...MAILS,
  ...MEASURES,
];
