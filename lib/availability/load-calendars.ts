import { millisecondsInDay } from 'date-fns/constants';
import type { Instant, Interval } from '@/lib/time/intervals';
import type { PrismaClient } from '@/prisma/client/client';
import type { PersonalCalendar } from './offered-times';

const LOOK_BACK_MS = 60 * millisecondsInDay;

/**
 * The calendar of each person: weekly windows, exceptions, and claims that overlap `range`.
 * Holds that have expired by `now` are ignored. Three queries, whatever the number of people.
 * A person without rows gets an empty calendar.
 */
export async function loadCalendars(
  db: PrismaClient,
  userIds: readonly string[],
  { range, now }: { range: Interval; now: Instant },
): Promise<Map<string, PersonalCalendar>> {
  const userId = { in: [...new Set(userIds)] };
  const [windows, exceptions, claims] = await Promise.all([
    db.availability.findMany({
      where: { userId },
      select: { userId: true, dayOfWeek: true, startTime: true, endTime: true, timezone: true },
    }),
    db.availabilityException.findMany({
      where: {
        userId,
        // Recent time off still determines the slot grid of a long available interval. Relative to now,
        // not to the range, so that listing and booking use the same grid.
        endsAt: { gt: new Date(now - LOOK_BACK_MS) },
        startsAt: { lt: new Date(range.end) },
      },
      select: { userId: true, kind: true, startsAt: true, endsAt: true },
    }),
    db.calendarClaim.findMany({
      where: {
        userId,
        startsAt: { lt: new Date(range.end) },
        endsAt: { gt: new Date(range.start) },
        OR: [{ holdExpiresAt: null }, { holdExpiresAt: { gt: new Date(now) } }],
      },
      select: { userId: true, startsAt: true, endsAt: true },
    }),
  ]);

  const calendars = new Map<string, PersonalCalendar>(
    userId.in.map((id) => [id, { weeklyWindows: [], extraWindows: [], timeOff: [], claims: [] }]),
  );
  for (const { userId, timezone, ...window } of windows) {
    calendars.get(userId)?.weeklyWindows.push({ ...window, timeZone: timezone });
  }
  for (const { userId, kind, startsAt, endsAt } of exceptions) {
    const calendar = calendars.get(userId);
    const list = kind === 'time_off' ? calendar?.timeOff : calendar?.extraWindows;
    list?.push({ start: startsAt.getTime(), end: endsAt.getTime() });
  }
  for (const { userId, startsAt, endsAt } of claims) {
    calendars.get(userId)?.claims.push({ start: startsAt.getTime(), end: endsAt.getTime() });
  }
  return calendars;
}
