import type { SessionMailProps } from '@/emails/_parts/session-mail';
import type { Hour } from '@/emails/_parts/when';
import { formatFullDay, formatRange, formatRangeZone } from '@/lib/time/format';
import { DEFAULT_TIME_ZONE } from '@/lib/time/zone-names';
import type { MailPerson, MailSession } from './facts';

type Timed = Pick<MailSession, 'scheduledStart' | 'scheduledEnd'>;

/** A person's time zone; UTC until they choose one. */
export function zoneOf({ timezone }: Pick<MailPerson, 'timezone'>): string {
  return timezone ?? DEFAULT_TIME_ZONE;
}

/** The props that every session email shares, for the student, the ST or a former ST. */
export function sessionProps(
  tutoringSession: MailSession,
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

/** A session's time in `zone`. */
export function hourWords({ scheduledStart, scheduledEnd }: Timed, zone: string): Hour {
  const during = { start: scheduledStart.getTime(), end: scheduledEnd.getTime() };
  return {
    day: formatFullDay(during.start, zone),
    time: formatRange(during, zone),
    zone: formatRangeZone(during, zone),
  };
}
