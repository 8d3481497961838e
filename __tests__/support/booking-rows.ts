import { db } from '@/lib/db/client';

/** The number of rows that bookings have created so far. Only notifications about sessions count. */
export async function countBookingRows() {
  const [sessions, claims, events, notifications, deferrals] = await Promise.all([
    db().tutoringSession.count(),
    db().calendarClaim.count(),
    db().sessionEvent.count(),
    db().notification.count({ where: { subjectType: 'session' } }),
    db().enrollment.count({ where: { deferredAt: { not: null } } }),
  ]);
  return { sessions, claims, events, notifications, deferrals };
}

/** The rows of one booked session: an event, and a claim and a confirmation for each person. */
export const ROWS_OF_ONE_SESSION = { sessions: 1, claims: 2, events: 1, notifications: 2 };

export const NO_ROWS = { sessions: 0, claims: 0, events: 0, notifications: 0 };
