import { addDays, addMinutes, subMinutes } from 'date-fns';
import { offeredTimes, type PersonalCalendar } from '@/lib/availability/offered-times';
import type { Instant, Interval } from '@/lib/time/intervals';
import { offsetAt } from '@/lib/time/zone-offsets';
import { COURSES, STUDENT_TEACHERS } from './courses';
import { DATED_CHANGES, localMoment, WEEKLY_HOURS } from './hours';
import { PEOPLE, type PersonName } from './people';
import type { SessionSeed } from './sessions';

const SEARCH_DAYS = 14;

export interface PlacedSession extends SessionSeed {
  bookedAt: Date;
  start: Date;
  end: Date;
}

/**
 * Finds a slot for every session, using the function that lists slots to students,
 * with the calendars as they were at the time of booking.
 */
export function placeSessions(sessions: readonly SessionSeed[], now: Date): PlacedSession[] {
  const calendars = new Map<PersonName, PersonalCalendar>();
  const calendarOf = (person: PersonName): PersonalCalendar => {
    const calendar = calendars.get(person) ?? emptyCalendar(person, now);
    calendars.set(person, calendar);
    return calendar;
  };
  return sessions.map((session, index) => {
    const { person, course, offer } = STUDENT_TEACHERS[session.st];
    const { sessionMinutes } = COURSES[course];
    // Holds are minutes old; the others were booked at various times of the day.
    const earlier = session.outcome === 'held' ? 6 : 6 + ((index * 97) % 480);
    const bookedAt = subMinutes(addDays(now, session.day - session.bookedBefore), earlier);
    const offered = offeredTimes({
      rules: { sessionMinutes, ...offer },
      teacher: calendarOf(person),
      studentClaims: calendarOf(session.student).claims,
      range: searchRange(session, now, sessionMinutes),
      now: bookedAt.getTime(),
    });
    const chosen = offered.find((start) => isDaytime(start, session.student)) ?? offered[0];
    if (chosen === undefined)
      throw new Error(`${session.st} has no free slot for ${session.student}.`);
    const start = new Date(chosen);
    const end = addMinutes(start, sessionMinutes);
    const buffered = addMinutes(end, offer.bufferMinutes);
    calendarOf(person).claims.push({ start: chosen, end: buffered.getTime() });
    calendarOf(session.student).claims.push({ start: chosen, end: end.getTime() });
    return { ...session, bookedAt, start, end };
  });
}

/** Two weeks from the session's day. A past session must have ended by `now`. */
function searchRange({ day }: SessionSeed, now: Date, sessionMinutes: number): Interval {
  const start = addDays(now, day).getTime();
  const end = addDays(now, day + SEARCH_DAYS).getTime();
  return { start, end: day < 0 ? Math.min(end, subMinutes(now, sessionMinutes).getTime()) : end };
}

/** True between 08:00 and 21:00 in the person's time zone. */
function isDaytime(start: Instant, person: PersonName): boolean {
  const offset = offsetAt(PEOPLE[person].timezone ?? 'UTC', start);
  const hour = new Date(start + offset).getUTCHours();
  return hour >= 8 && hour < 21;
}

function emptyCalendar(person: PersonName, now: Date): PersonalCalendar {
  const changes = (kind: string): Interval[] =>
    DATED_CHANGES.filter((change) => change.person === person && change.kind === kind).map(
      ({ firstDay, from, lastDay, to }) => ({
        start: localMoment(person, now, firstDay, from).getTime(),
        end: localMoment(person, now, lastDay, to).getTime(),
      }),
    );
  return {
    weeklyWindows: WEEKLY_HOURS.filter((hours) => hours.person === person).flatMap(
      ({ days, from, to, timezone }) =>
        days.map((dayOfWeek) => ({
          dayOfWeek,
          startTime: from,
          endTime: to,
          timeZone: timezone ?? PEOPLE[person].timezone ?? 'UTC',
        })),
    ),
    extraWindows: changes('extra_hours'),
    timeOff: changes('time_off'),
    claims: [],
  };
}
