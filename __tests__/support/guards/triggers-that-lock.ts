import type { Side } from '../interleaving';
import { ID, START } from './scene';

/** Two statements that a trigger makes take turns, because both lock the same person first. */
export interface LockProof {
  guard: string;
  promise: string;
  first: Side;
  second: Side;
}

const app = (does: string): Side => ({ as: 'app', does });
const ops = (does: string): Side => ({ as: 'ops', does });

const open = (weekday: string) =>
  app(`INSERT INTO availability (user_id, day_of_week, start_time, end_time, timezone)
    VALUES (${ID.teacher}, '${weekday}', '09:00', '12:00', 'UTC')`);

// The teacher in two courses, at hours that do not touch, so that nothing but the person is in the way.
const book = (enrollment: string, st: string, days: number) =>
  app(`INSERT INTO sessions (enrollment_id, st_id, scheduled_start, status)
    VALUES (${enrollment}, ${st}, ${START} + interval '${days} days', 'pending_payment')`);

/** Triggers whose work is a lock. No single transaction can see it. */
export const LOCK_PROOFS: readonly LockProof[] = [
  {
    guard: 'trigger availability.availability_lock_person',
    promise: 'edits of one person’s hours take turns',
    first: open('monday'),
    second: open('tuesday'),
  },
  {
    guard: 'trigger sessions.sessions_4_lock_people_on_insert',
    promise: 'bookings of one person take turns',
    first: book(ID.otherEnrollment, ID.st, 1),
    second: book(ID.pricedEnrollment, ID.pricedSt, 2),
  },
  {
    guard: 'trigger sessions.sessions_4_lock_people_on_update',
    promise: 'an edit of a session takes turns with a booking of the same person',
    first: ops(`UPDATE sessions SET scheduled_start = scheduled_start + interval '1 hour'`),
    second: book(ID.pricedEnrollment, ID.pricedSt, 2),
  },
];
