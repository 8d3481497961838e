import { createElement, type ReactElement } from 'react';
import SessionBooked from '@/emails/session-booked';
import SessionCancelled from '@/emails/session-cancelled';
import SessionChanged from '@/emails/session-changed';
import SessionReminder1h from '@/emails/session-reminder-1h';
import SessionReminder15m from '@/emails/session-reminder-15m';
import SessionReminder24h from '@/emails/session-reminder-24h';
import SessionReopened from '@/emails/session-reopened';
import SessionUnchanged from '@/emails/session-unchanged';
import { wizardPath } from '@/lib/booking/wizard-address';
import type { CalendarSite } from '@/lib/calendar/calendar-site';
import { sessionInvite } from '@/lib/calendar/session-files';
import { remindersFrom } from '@/lib/sessions/reminders';
import { formatClockTime, formatShortDay } from '@/lib/time/format';
import type { Instant } from '@/lib/time/intervals';
import { zoneTime } from '@/lib/time/zone-names';
import type { MailAttachment, MailContent } from './content';
import type { LastSentSession, MailFacts, MailPerson, MailSession, MailTemplate } from './facts';
import { hourWords, sessionProps, zoneOf } from './session-props';

interface ComposeOptions {
  template: MailTemplate;
  site: CalendarSite;
  /** When it is sent. */
  now: Instant;
}

/** Composes an email about a session for its student, its ST or its former ST. */
export function sessionMail(
  facts: MailFacts,
  tutoringSession: MailSession,
  { template, site, now }: ComposeOptions,
): MailContent {
  const { recipient } = facts;
  const { student, teacher } = tutoringSession;
  const isFormerSt = recipient.id !== student.id && recipient.id !== teacher.id;
  const shown =
    template === 'session_cancelled'
      ? asLastSent(facts, tutoringSession, isFormerSt)
      : tutoringSession;
  const isHandedOver = isFormerSt && tutoringSession.status !== 'cancelled';
  const options = { template, shown, isHandedOver, origin: site.origin, now };
  const { opening, body } = composeBody(facts, options);
  const hour = subjectHour(shown.scheduledStart, zoneOf(recipient));
  const other = recipient.id === student.id ? shown.teacher : student;
  return {
    subject: `${opening}: ${hour}, ${shown.course.title} with ${other.name}`,
    body,
    attachments: invitesOf(facts, shown, { template, site }),
  };
}

/** A cancellation names the time and ST that the recipient was last emailed. */
function asLastSent(
  { lastSent, sequence }: MailFacts,
  tutoringSession: MailSession,
  isFormerSt: boolean,
): MailSession {
  if (!lastSent) return { ...tutoringSession, sequence };
  const { scheduledStart, scheduledEnd } = lastSent;
  const teacher = isFormerSt ? tutoringSession.teacher : lastSent.teacher;
  return { ...tutoringSession, sequence, scheduledStart, scheduledEnd, teacher };
}

interface BodyOptions {
  template: MailTemplate;
  shown: MailSession;
  isHandedOver: boolean;
  origin: string;
  now: Instant;
}

/** The start of the subject, and the body. */
function composeBody(
  facts: MailFacts,
  { template, shown, isHandedOver, origin, now }: BodyOptions,
): { opening: string; body: ReactElement } {
  const { kind, recipient, lastSent, hasUnconfirmedMail } = facts;
  const props = sessionProps(shown, recipient, origin);
  const change = changeWords(shown, lastSent, recipient);
  switch (template) {
    case 'session_reminder_24h':
      return { opening: 'Reminder', body: createElement(SessionReminder24h, props) };
    case 'session_reminder_1h':
      return { opening: 'Starts soon', body: createElement(SessionReminder1h, props) };
    case 'session_reminder_15m':
      return { opening: 'About to start', body: createElement(SessionReminder15m, props) };
    case 'session_changed': {
      const body = createElement(SessionChanged, { ...props, ...change });
      return { opening: change.hourBefore ? 'New time' : 'New Student-Teacher', body };
    }
    case 'session_reopened':
      return { opening: 'On again', body: createElement(SessionReopened, { ...props, ...change }) };
    case 'session_unchanged':
      return { opening: 'Still on', body: createElement(SessionUnchanged, props) };
    case 'session_cancelled': {
      const bookUrl = `${origin}${wizardPath(shown.course.id)}`;
      const body = createElement(SessionCancelled, { ...props, isHandedOver, bookUrl });
      return { opening: isHandedOver ? 'Reassigned' : 'Cancelled', body };
    }
    default: {
      const replacesOthers = kind === 'session_changed' || hasUnconfirmedMail;
      const reminders = remindersWords(facts, shown, now);
      const body = createElement(SessionBooked, { ...props, replacesOthers, reminders });
      return { opening: 'Booked', body };
    }
  }
}

/** The sentence about reminders; null for a student who opted out. */
function remindersWords(
  { recipient, createdAt }: MailFacts,
  { student, reminders, scheduledStart }: MailSession,
  now: Instant,
): string | null {
  if (recipient.id === student.id && !reminders) return null;
  const agreement = { start: scheduledStart.getTime(), agreedAt: createdAt.getTime() };
  return remindersFrom(now, agreement);
}

/** Every email except a reminder carries an invite. */
function invitesOf(
  { recipient, createdAt }: MailFacts,
  tutoringSession: MailSession,
  { template, site }: Omit<ComposeOptions, 'now'>,
): MailAttachment[] {
  if (template.startsWith('session_reminder')) return [];
  const method = template === 'session_cancelled' ? 'CANCEL' : 'REQUEST';
  const entry = { tutoringSession, reader: recipient, stampedAt: createdAt };
  const content = sessionInvite(entry, method, site);
  const contentType = `text/calendar; charset=utf-8; method=${method}`;
  return [{ filename: 'invite.ics', content, contentType }];
}

/** What changed since the last email about the session. */
function changeWords(now: MailSession, lastSent: LastSentSession | null, recipient: MailPerson) {
  const isMoved =
    lastSent !== null &&
    (lastSent.scheduledStart.getTime() !== now.scheduledStart.getTime() ||
      lastSent.scheduledEnd.getTime() !== now.scheduledEnd.getTime());
  // An ST who gets the session back does not need to know who had it in between.
  const isReassigned = lastSent !== null && lastSent.teacher.id !== now.teacher.id;
  const isStudent = recipient.id === now.student.id;
  return {
    hourBefore: isMoved ? hourWords(lastSent, zoneOf(recipient)) : null,
    stBefore: isReassigned && isStudent ? lastSent.teacher.name : null,
  };
}

/** `Tue 3 March, 14:00 Berlin time` */
function subjectHour(start: Date, zone: string): string {
  const instant = start.getTime();
  return `${formatShortDay(instant, zone)}, ${formatClockTime(instant, zone)} ${zoneTime(zone)}`;
}
