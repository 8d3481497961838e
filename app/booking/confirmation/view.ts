import { millisecondsInMinute } from 'date-fns/constants';
import type { SessionBookedView } from '@/components/booking/session-booked';
import { otherTimeText } from '@/lib/booking/day-view';
import { wizardPath } from '@/lib/booking/wizard-address';
import { formatPrice } from '@/lib/courses/price';
import type { SessionDetail } from '@/lib/sessions/queries';
import { remindersFrom } from '@/lib/sessions/reminders';
import {
  formatFullDay,
  formatRange,
  formatRangeZone,
  formatTime,
  formatZone,
} from '@/lib/time/format';
import { findZone } from '@/lib/time/zone-offsets';

/** Null for a session that is neither booked nor held. */
export function sessionBookedView(
  booked: SessionDetail,
  { zone, now }: { zone: string; now: Date },
): SessionBookedView | null {
  const start = booked.scheduledStart.getTime();
  const end = booked.scheduledEnd.getTime();
  const { course, teacher, holdExpiresAt } = booked;
  const held = booked.status === 'pending_payment';
  if (!held && booked.status !== 'scheduled') return null;
  if (held && holdExpiresAt && holdExpiresAt <= now) return null;
  return {
    state: held ? 'held' : 'booked',
    summary: {
      courseTitle: course.title,
      st: {
        name: teacher.name,
        avatarUrl: teacher.avatarUrl,
        profileHref: `/student-teachers/${booked.stId}`,
      },
      fullDate: formatFullDay(start, zone),
      time: {
        range: formatRange({ start, end }, zone),
        theirs:
          teacher.timezone && otherTimeText(start, findZone(zone), findZone(teacher.timezone)),
      },
      zoneName: formatRangeZone({ start, end }, zone),
      durationMinutes: (end - start) / millisecondsInMinute,
      price: course.pricePerSessionCents
        ? formatPrice(course.pricePerSessionCents, course.currency)
        : null,
    },
    heldUntil: holdExpiresAt
      ? `${formatTime(holdExpiresAt.getTime(), zone)} ${formatZone(holdExpiresAt.getTime(), zone)}`
      : null,
    note: booked.note,
    reminders: remindersText(booked, now),
    dashboardHref: '/dashboard',
    bookAnotherHref: wizardPath(course.id),
  };
}

function remindersText({ reminders, scheduledStart, timedAt }: SessionDetail, now: Date): string {
  if (!reminders) return 'Reminders are off, so make a note of the time.';
  const agreement = { start: scheduledStart.getTime(), agreedAt: timedAt.getTime() };
  return remindersFrom(now.getTime(), agreement);
}
