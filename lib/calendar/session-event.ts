import type { CalendarSite } from './calendar-site';
import type { CalendarEvent, CalendarMethod, CalendarPerson } from './icalendar';

const HOUR_MINUTES = 60;
const QUARTER_MINUTES = 15;

interface Participant extends CalendarPerson {
  id: string;
}

/** A session as a calendar event. */
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
  /** When the entry last changed. Never "now", so that the same entry gives the same text. */
  stampedAt: Date;
}

type Named = Pick<Participant, 'id' | 'name'>;
export type CalendarLinkSession = Pick<
  CalendarSession,
  'id' | 'scheduledStart' | 'scheduledEnd' | 'course'
> & { student: Named; teacher: Named };

export function eventOf(
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
    // A published event has no attendees (RFC 5546, 3.2.1).
    attendees: method === 'PUBLISH' ? [] : attendeesOf(tutoringSession, reader),
    alarmMinutes: method === 'CANCEL' ? [] : alarmsOf(tutoringSession, reader),
  };
}

/** Both people; only the former ST if the session was reassigned. */
function attendeesOf({ student, teacher }: CalendarSession, reader: Participant): Participant[] {
  const takesPart = reader.id === student.id || reader.id === teacher.id;
  return takesPart ? [student, teacher] : [reader];
}

/** 1 hour and 15 minutes before. None for a student who wants no reminders. */
function alarmsOf({ student, reminders }: CalendarSession, reader: Participant): number[] {
  return reader.id === student.id && !reminders ? [] : [HOUR_MINUTES, QUARTER_MINUTES];
}

export function titleOf({ course, student, teacher }: CalendarLinkSession, reader: { id: string }) {
  const other = reader.id === student.id ? teacher : student;
  return `${course.title} with ${other.name}`;
}

export function descriptionOf(
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

export function sessionUrl({ id }: { id: string }, origin: string): string {
  return `${origin}/sessions/${id}`;
}
