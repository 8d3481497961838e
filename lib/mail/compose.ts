import { createElement } from 'react';
import ScheduleLater from '@/emails/schedule-later';
import SignIn from '@/emails/sign-in';
import { signInLinkPath } from '@/lib/auth/sign-in-link';
import { wizardPath } from '@/lib/booking/wizard-address';
import type { CalendarSite } from '@/lib/calendar/calendar-site';
import { formatClockTime, formatTime, formatZone } from '@/lib/time/format';
import type { Instant } from '@/lib/time/intervals';
import { DEFAULT_TIME_ZONE, zoneTime } from '@/lib/time/zone-names';
import { sessionMail } from './compose-session-mail';
import type { MailContent } from './content';
import type { MailFacts, MailPerson, MailTemplate } from './facts';

/** The settings of this server that an email needs. */
export interface Site extends CalendarSite {
  /** Returns the token of a sign-in link. */
  tokenOf: (linkId: string) => string;
}

interface ComposeOptions {
  template: MailTemplate;
  site: Site;
  /** When it is sent. */
  now: Instant;
}

/**
 * Composes an email in the reader's time zone. A retry sends the same email, unless something that it
 * says has changed in the meantime, such as the reminders to come.
 */
export function composeMail(
  facts: MailFacts,
  { template, site, now }: ComposeOptions,
): MailContent {
  const { tutoringSession, enrollment, signInLink, recipient } = facts;
  if (tutoringSession) return sessionMail(facts, tutoringSession, { template, site, now });
  if (enrollment) return scheduleLaterMail(recipient, enrollment.course, site);
  if (signInLink) return signInMail(recipient, signInLink, site);
  throw new Error(`Notification ${facts.id} has no subject.`);
}

function scheduleLaterMail(
  recipient: MailPerson,
  course: { id: string; title: string },
  { origin }: Site,
): MailContent {
  return {
    subject: `${course.title}: schedule when you're ready`,
    body: createElement(ScheduleLater, {
      recipientName: recipient.name,
      courseTitle: course.title,
      bookUrl: `${origin}${wizardPath(course.id)}`,
    }),
  };
}

function signInMail(
  recipient: MailPerson,
  link: { id: string; expiresAt: Date },
  { origin, tokenOf }: Site,
): MailContent {
  const zone = recipient.timezone ?? DEFAULT_TIME_ZONE;
  const expiresAt = link.expiresAt.getTime();
  return {
    subject: `Sign in to PeerLoop: link expires at ${formatClockTime(expiresAt, zone)} ${zoneTime(zone)}`,
    body: createElement(SignIn, {
      recipientName: recipient.name,
      linkUrl: `${origin}${signInLinkPath(tokenOf(link.id))}`,
      expires: `${formatTime(expiresAt, zone)} ${formatZone(expiresAt, zone)}`,
    }),
  };
}
