import { instantOf, onlyEvent, parseCalendar } from '@/__tests__/support/icalendar';
import { calendarLinks } from '@/lib/calendar/calendar-links';
import { sessionInvite } from '@/lib/calendar/session-files';
import { formatTime } from '@/lib/time/format';
import { localTimeToInstants } from '@/lib/time/local-time';
import { entry, MAYA, SITE } from './entries';

// New York goes to summer time on 8 March 2026, Auckland to winter time on 5 April; New York goes back
// on 1 November, Auckland forward on 27 September. An invite must mean the same hour on both clocks.
test.each([
  // The time in New York, the time in Auckland, and the instant in the file.
  ['2026-03-07T16:00', '10:00', '2026-03-07T21:00:00.000Z'],
  ['2026-03-08T01:30', '19:30', '2026-03-08T06:30:00.000Z'],
  ['2026-03-08T03:30', '20:30', '2026-03-08T07:30:00.000Z'],
  ['2026-03-09T16:00', '09:00', '2026-03-09T20:00:00.000Z'],
  ['2026-04-03T16:00', '09:00', '2026-04-03T20:00:00.000Z'],
  ['2026-04-04T09:30', '02:30', '2026-04-04T13:30:00.000Z'],
  ['2026-04-04T10:30', '02:30', '2026-04-04T14:30:00.000Z'],
  ['2026-04-06T16:00', '08:00', '2026-04-06T20:00:00.000Z'],
  ['2026-09-25T16:00', '08:00', '2026-09-25T20:00:00.000Z'],
  ['2026-09-26T10:30', '03:30', '2026-09-26T14:30:00.000Z'],
  ['2026-09-28T16:00', '09:00', '2026-09-28T20:00:00.000Z'],
  ['2026-10-30T16:00', '09:00', '2026-10-30T20:00:00.000Z'],
  ['2026-11-02T16:00', '10:00', '2026-11-02T21:00:00.000Z'],
])('%s in New York, %s in Auckland is %s in every file', (newYork, auckland, expected) => {
  const [start] = localTimeToInstants(newYork, 'America/New_York');
  if (start === undefined) throw new Error(`${newYork} does not exist.`);
  expect(formatTime(start, 'Pacific/Auckland')).toBe(auckland);
  const hour = { scheduledStart: new Date(start), scheduledEnd: new Date(start + 3_600_000) };
  const event = onlyEvent(parseCalendar(sessionInvite(entry(hour), 'REQUEST', SITE)));
  expect(instantOf(event, 'dtstart')).toBe(expected);
  expect(Date.parse(instantOf(event, 'dtend')) - start).toBe(3_600_000);
  const { google } = calendarLinks(entry(hour).tutoringSession, MAYA, SITE.origin);
  const dates = new URL(google).searchParams.get('dates');
  expect(dates?.split('/')[0]).toBe(expected.replaceAll(/[-:]|\.000/g, ''));
});
