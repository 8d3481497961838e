import { createElement, type ReactElement } from 'react';
import SessionBooked from '@/emails/session-booked';
import SessionCancelled from '@/emails/session-cancelled';
import SessionChanged from '@/emails/session-changed';
import SessionReminder1h from '@/emails/session-reminder-1h';
import SessionReminder15m from '@/emails/session-reminder-15m';
import SessionReminder24h from '@/emails/session-reminder-24h';
import { type CalendarSite, sessionInvite } from '@/lib/calendar/rules';
import { formatShortDay, formatTime } from '@/lib/format';
import type { MailAttachment, MailContent } from '@/lib/mail/rules';
import type { MailFacts, MailPerson, SessionOfMail, ToldSession } from '@/lib/notifications/rules';
import { zoneTime } from '@/lib/scheduling/zone-names';
import { hourWords, sessionProps, zoneOf } from '@/lib/session-words/messages';

/** A mail about a session to one of its two people, or to the ST it had before. */
export function sessionMail(
  facts: MailFacts,
  tutoringSession: SessionOfMail,
  site: CalendarSite,
): MailContent {
  const { recipient, told, sequence } = facts;
  const { student, teacher } = tutoringSession;
  const isHandedOver = recipient.id !== student.id && recipient.id !== teacher.id;
  // Somebody who has handed it over knows it at the hour it had then.
  const shown =
    isHandedOver && told ? { ...tutoringSession, ...hourOf(told), sequence } : tutoringSession;
  const { opening, body } = wordsOf(facts, { shown, isHandedOver, origin: site.origin });
  const hour = subjectHour(shown.scheduledStart, zoneOf(recipient));
  const other = recipient.id === student.id ? teacher : student;
  return {
    subject: `${opening}: ${hour}, ${shown.course.title} with ${other.name}`,
    body,
    attachments: invitesOf(facts, shown, site),
  };
}

interface Telling {
  shown: SessionOfMail;
  isHandedOver: boolean;
  origin: string;
}

/** How the subject begins, and the mail itself. */
function wordsOf(
  { kind, recipient, told }: MailFacts,
  { shown, isHandedOver, origin }: Telling,
): { opening: string; body: ReactElement } {
  const props = sessionProps(shown, recipient, origin);
  switch (kind) {
    case 'session_reminder_24h':
      return { opening: 'Reminder', body: createElement(SessionReminder24h, props) };
    case 'session_reminder_1h':
      return { opening: 'Starts soon', body: createElement(SessionReminder1h, props) };
    case 'session_reminder_15m':
      return { opening: 'About to start', body: createElement(SessionReminder15m, props) };
    case 'session_changed': {
      const change = changeWords(shown, told, recipient);
      const isOnlySt = change.stBefore !== null && change.hourBefore === null;
      const body = createElement(SessionChanged, { ...props, ...change });
      return { opening: isOnlySt ? 'New Student-Teacher' : 'New time', body };
    }
    case 'session_cancelled': {
      const bookUrl = `${origin}/courses/${shown.course.id}/book`;
      const body = createElement(SessionCancelled, { ...props, isHandedOver, bookUrl });
      return { opening: isHandedOver ? 'Handed over' : 'Cancelled', body };
    }
    default:
      return { opening: 'Booked', body: createElement(SessionBooked, props) };
  }
}

/** What changes a calendar: a booking, a change and a cancellation do, a reminder does not. */
function invitesOf(
  { kind, recipient, createdAt }: MailFacts,
  tutoringSession: SessionOfMail,
  site: CalendarSite,
): MailAttachment[] {
  if (!['session_booked', 'session_changed', 'session_cancelled'].includes(kind)) return [];
  const method = kind === 'session_cancelled' ? 'CANCEL' : 'REQUEST';
  const entry = { tutoringSession, reader: recipient, stampedAt: createdAt };
  const content = sessionInvite(entry, method, site);
  const contentType = `text/calendar; charset=utf-8; method=${method}`;
  return [{ filename: 'invite.ics', content, contentType }];
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

/** `Tue 3 March, 14:00 Berlin time` */
function subjectHour(start: Date, zone: string): string {
  const instant = start.getTime();
  return `${formatShortDay(instant, zone)}, ${formatTime(instant, zone)} ${zoneTime(zone)}`;
}

function hourOf({ scheduledStart, scheduledEnd }: ToldSession) {
  return { scheduledStart, scheduledEnd };
}
