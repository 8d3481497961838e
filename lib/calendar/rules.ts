import {
  type CalendarEvent,
  type CalendarMethod,
  type CalendarPerson,
  writeCalendar,
} from '@/lib/icalendar/rules';

const HOUR_MINUTES = 60;
const QUARTER_MINUTES = 15;

/** How often calendars that subscribe are asked to look again. */
const REFRESH_MINUTES = 60;

interface Participant extends CalendarPerson {
  id: string;
}

/** A session as a calendar file tells of it. */
export interface CalendarSession {
  id: string;
  status: string;
  sequence: number;
  scheduledStart: Date;
  scheduledEnd: Date;
  /** Whether the student wants to be reminded. */
  reminders: boolean;
  note: string | null;
  course: { title: string };
  student: Participant;
  teacher: Participant;
}

/** A session in the calendar of one person: its student, its ST, or an ST it had before. */
export interface CalendarEntry {
  tutoringSession: CalendarSession;
  reader: Participant;
  /** When what the entry says came about: never "now", so that the same entry is the same text. */
  stampedAt: Date;
}

/** What a calendar file needs of this server. */
export interface CalendarSite {
  /** `https://peerloop.example`, without a slash at its end. */
  origin: string;
  /** The mail address that invites come from. */
  organizer: string;
}

/** The site of a server whose mail comes from `emailFrom`, or which sends none. */
export function calendarSite(siteUrl: string, emailFrom: string | undefined): CalendarSite {
  const { origin, hostname } = new URL(siteUrl);
  const address = emailFrom?.match(/<([^<>]+)>\s*$/)?.[1] ?? emailFrom ?? `sessions@${hostname}`;
  return { origin, organizer: address.trim() };
}

/**
 * The invite beside a mail: `REQUEST` for a session that is booked or changed, `CANCEL` for one that
 * is over for this reader. All invites to one session share their UID; the session's sequence tells
 * which of them holds.
 */
export function sessionInvite(
  entry: CalendarEntry,
  method: 'REQUEST' | 'CANCEL',
  site: CalendarSite,
): string {
  return writeCalendar({ method, events: [eventOf(entry, { method, site })] });
}

/**
 * The file that a participant downloads. It is published rather than sent as an invite, so that a
 * calendar takes it without an answer to anybody; a cancelled session takes the event out again.
 */
export function sessionFile(
  entry: CalendarEntry,
  site: CalendarSite,
): { method: CalendarMethod; content: string } {
  const method = entry.tutoringSession.status === 'cancelled' ? 'CANCEL' : 'PUBLISH';
  return { method, content: writeCalendar({ method, events: [eventOf(entry, { method, site })] }) };
}

/**
 * A calendar to subscribe to. It holds neither notes nor alarms: whoever keeps the calendar reads all
 * of it, and a subscribed calendar has alarms of its own.
 */
export function calendarFeed(entries: readonly CalendarEntry[], site: CalendarSite): string {
  const method = 'PUBLISH';
  const events = entries.map(({ tutoringSession, ...entry }) => ({
    ...eventOf({ ...entry, tutoringSession: { ...tutoringSession, note: null } }, { method, site }),
    alarmMinutes: [],
  }));
  const subscription = { name: 'PeerLoop sessions', refreshMinutes: REFRESH_MINUTES };
  return writeCalendar({ method, events, subscription });
}

/** The links by which a participant puts a session into their calendar. */
export function calendarLinks(
  tutoringSession: CalendarLinkSession,
  reader: { id: string },
  siteUrl: string,
): { google: string; file: string } {
  return {
    google: googleUrl(tutoringSession, reader, new URL(siteUrl).origin),
    file: `/api/sessions/${tutoringSession.id}/calendar-export?format=ics`,
  };
}

/**
 * Opens Google Calendar with the session filled in. Without the note, which does not belong in an
 * address that browsers and proxies remember.
 */
function googleUrl(
  tutoringSession: CalendarLinkSession,
  reader: { id: string },
  origin: string,
): string {
  const { scheduledStart, scheduledEnd } = tutoringSession;
  const query = new URLSearchParams({
    action: 'TEMPLATE',
    text: titleOf(tutoringSession, reader),
    dates: `${basicUtc(scheduledStart)}/${basicUtc(scheduledEnd)}`,
    details: descriptionOf({ ...tutoringSession, note: null }, reader, origin),
    location: sessionUrl(tutoringSession, origin),
  });
  return `https://calendar.google.com/calendar/render?${query}`;
}

type Named = Pick<Participant, 'id' | 'name'>;
type CalendarLinkSession = Pick<
  CalendarSession,
  'id' | 'scheduledStart' | 'scheduledEnd' | 'course'
> & { student: Named; teacher: Named };

function eventOf(
  { tutoringSession, reader, stampedAt }: CalendarEntry,
  { method, site }: { method: CalendarMethod; site: CalendarSite },
): CalendarEvent {
  const { id, sequence, scheduledStart, scheduledEnd } = tutoringSession;
  return {
    uid: `${id}@${new URL(site.origin).hostname}`,
    sequence,
    stampedAt: stampedAt.getTime(),
    during: { start: scheduledStart.getTime(), end: scheduledEnd.getTime() },
    title: titleOf(tutoringSession, reader),
    description: descriptionOf(tutoringSession, reader, site.origin),
    url: sessionUrl(tutoringSession, site.origin),
    isCancelled: method === 'CANCEL',
    organizer: { name: 'PeerLoop', email: site.organizer },
    // What is published has nobody invited to it (RFC 5546, 3.2.1).
    attendees: method === 'PUBLISH' ? [] : attendeesOf(tutoringSession, reader),
    alarmMinutes: method === 'CANCEL' ? [] : alarmsOf(tutoringSession, reader),
  };
}

/** Both people; an ST who has handed the session over is the only one that is uninvited. */
function attendeesOf({ student, teacher }: CalendarSession, reader: Participant): Participant[] {
  const takesPart = reader.id === student.id || reader.id === teacher.id;
  return takesPart ? [student, teacher] : [reader];
}

/** An hour and a quarter before. A student who wants no reminders gets none from here either. */
function alarmsOf({ student, reminders }: CalendarSession, reader: Participant): number[] {
  return reader.id === student.id && !reminders ? [] : [HOUR_MINUTES, QUARTER_MINUTES];
}

function titleOf({ course, student, teacher }: CalendarLinkSession, reader: { id: string }) {
  const other = reader.id === student.id ? teacher : student;
  return `${course.title} with ${other.name}`;
}

function descriptionOf(
  tutoringSession: CalendarLinkSession & { note: string | null },
  reader: { id: string },
  origin: string,
): string {
  const { course, student, teacher, note } = tutoringSession;
  const isStudent = reader.id === student.id;
  const opening = isStudent
    ? `${teacher.name} teaches you ${course.title} on PeerLoop.`
    : `You teach ${student.name} ${course.title} on PeerLoop.`;
  const author = isStudent ? 'You' : student.name;
  return [
    opening,
    ...(note ? [`${author} wrote:\n${note}`] : []),
    sessionUrl(tutoringSession, origin),
  ].join('\n\n');
}

function sessionUrl({ id }: { id: string }, origin: string): string {
  return `${origin}/sessions/${id}`;
}

/** `20260303T150000Z` */
function basicUtc(instant: Date): string {
  return instant.toISOString().replaceAll(/[-:]|\.\d+/g, '');
}
