import { createElement } from 'react';
import type { SessionMailProps } from '@/emails/_parts/session-mail';
import type { Hour } from '@/emails/_parts/when';
import SessionBooked from '@/emails/session-booked';
import SessionCancelled from '@/emails/session-cancelled';
import SessionChanged from '@/emails/session-changed';
import SessionReminder1h from '@/emails/session-reminder-1h';
import SessionReminder15m from '@/emails/session-reminder-15m';
import SessionReminder24h from '@/emails/session-reminder-24h';
import {
  formatFullDay,
  formatOffset,
  formatShortDay,
  formatTime,
  formatZone,
  zoneTime,
} from '@/lib/format';
import type { MailContent } from '@/lib/mail/rules';
import type { MailFacts, MailPerson, SessionOfMail, ToldSession } from '@/lib/notifications/rules';
import { DEFAULT_TIME_ZONE } from '@/lib/users/rules';

type Timed = Pick<SessionOfMail, 'scheduledStart' | 'scheduledEnd'>;

/** A mail about a session to one of its two people, or to the ST it had before. */
export function sessionMail(
  facts: MailFacts,
  tutoringSession: SessionOfMail,
  origin: string,
): MailContent {
  const { kind, recipient, told } = facts;
  const isHandedOver = ![tutoringSession.student.id, tutoringSession.teacher.id].includes(
    recipient.id,
  );
  // Somebody who has handed it over knows it at the hour it had then.
  const shown = isHandedOver && told ? { ...tutoringSession, ...hourOf(told) } : tutoringSession;
  const props = sessionProps(shown, recipient, origin);
  const subject = (opening: string) =>
    `${opening}: ${subjectHour(shown.scheduledStart, zoneOf(recipient))}, ${props.courseTitle} with ${props.otherName}`;
  switch (kind) {
    case 'session_reminder_24h':
      return { subject: subject('Reminder'), body: createElement(SessionReminder24h, props) };
    case 'session_reminder_1h':
      return { subject: subject('Starts soon'), body: createElement(SessionReminder1h, props) };
    case 'session_reminder_15m':
      return { subject: subject('About to start'), body: createElement(SessionReminder15m, props) };
    case 'session_changed': {
      const change = changeWords(tutoringSession, told, recipient);
      const body = createElement(SessionChanged, { ...props, ...change });
      return { subject: subject(change.stBefore ? 'New Student-Teacher' : 'New time'), body };
    }
    case 'session_cancelled': {
      const bookUrl = `${origin}/courses/${tutoringSession.course.id}/book`;
      const body = createElement(SessionCancelled, { ...props, isHandedOver, bookUrl });
      return { subject: subject(isHandedOver ? 'Handed over' : 'Cancelled'), body };
    }
    default:
      return { subject: subject('Booked'), body: createElement(SessionBooked, props) };
  }
}

/** How the session differs from what its reader knew of it. */
function changeWords(now: SessionOfMail, told: ToldSession | null, recipient: MailPerson) {
  const isMoved =
    told !== null &&
    (told.scheduledStart.getTime() !== now.scheduledStart.getTime() ||
      told.scheduledEnd.getTime() !== now.scheduledEnd.getTime());
  return {
    hourBefore: isMoved ? hourWords(told, zoneOf(recipient)) : null,
    stBefore: told && told.teacher.id !== now.teacher.id ? told.teacher.name : null,
  };
}

/** What every mail about a session says to one of its two people, or to the ST it had before. */
function sessionProps(
  tutoringSession: SessionOfMail,
  recipient: MailPerson,
  origin: string,
): SessionMailProps {
  const { student, teacher, course, note, id } = tutoringSession;
  const recipientTeaches = recipient.id !== student.id;
  const other = recipientTeaches ? student : teacher;
  const zone = zoneOf(recipient);
  return {
    recipientName: recipient.name,
    recipientTeaches,
    otherName: other.name,
    courseTitle: course.title,
    when: hourWords(tutoringSession, zone),
    otherWhen: otherHour(tutoringSession, zone, other.timezone),
    note,
    sessionUrl: `${origin}/sessions/${id}`,
    settingsUrl: recipient.timezone === null ? `${origin}/settings` : null,
  };
}

function otherHour(timed: Timed, zone: string, otherZone: string | null): Hour | 'same' | null {
  if (otherZone === null) return null;
  return otherZone === zone ? 'same' : hourWords(timed, otherZone);
}

/** A session's hour on the clock of `zone`; a clock that changes meanwhile is named with both offsets. */
function hourWords({ scheduledStart, scheduledEnd }: Timed, zone: string): Hour {
  const [start, end] = [scheduledStart.getTime(), scheduledEnd.getTime()];
  const [offset, offsetAtEnd] = [formatOffset(start, zone), formatOffset(end, zone)];
  return {
    day: formatFullDay(start, zone),
    time: `${formatTime(start, zone)}–${formatTime(end, zone)}`,
    zone:
      offset === offsetAtEnd
        ? formatZone(start, zone)
        : `${zoneTime(zone)} (${offset}, then ${offsetAtEnd})`,
  };
}

/** `Tue 3 March, 14:00 Berlin time` */
function subjectHour(start: Date, zone: string): string {
  const instant = start.getTime();
  return `${formatShortDay(instant, zone)}, ${formatTime(instant, zone)} ${zoneTime(zone)}`;
}

function hourOf({ scheduledStart, scheduledEnd }: ToldSession) {
  return { scheduledStart, scheduledEnd };
}

function zoneOf({ timezone }: MailPerson): string {
  return timezone ?? DEFAULT_TIME_ZONE;
}
