import { db } from '@/lib/db/client';

/** How many rows of each kind bookings have left so far. Notifications are those about sessions. */
export async function countTraces() {
  const [sessions, claims, events, notifications, deferrals] = await Promise.all([
    db().tutoringSession.count(),
    db().calendarClaim.count(),
    db().sessionEvent.count(),
    db().notification.count({ where: { subjectType: 'session' } }),
    db().enrollment.count({ where: { deferredAt: { not: null } } }),
  ]);
  return { sessions, claims, events, notifications, deferrals };
}

/** What one booked session leaves: an event, and a claim and a confirmation for each of its two people. */
export const ONE_SESSION = { sessions: 1, claims: 2, events: 1, notifications: 2 };

export const NOTHING = { sessions: 0, claims: 0, events: 0, notifications: 0 };
