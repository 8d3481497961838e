import type { z } from 'zod';
import { env } from '@/lib/env';
import type { BookedSession } from '@/lib/sessions/book-session';
import type { sessionBookedAnswer } from '@/lib/sessions/schema';
import { formatFullDay, formatIso, formatRange, formatRangeZone } from '@/lib/time/format';
import type { Interval } from '@/lib/time/intervals';
import { DEFAULT_TIME_ZONE } from '@/lib/time/zone-names';

/** The response to a successful booking; `zone` is the student's. */
export function confirmationOf(
  booked: BookedSession,
  zone: string,
): z.input<typeof sessionBookedAnswer> {
  const during = { start: booked.scheduledStart.getTime(), end: booked.scheduledEnd.getTime() };
  return {
    session_id: booked.id,
    confirmation: {
      status: booked.status,
      scheduled_start: booked.scheduledStart.toISOString(),
      scheduled_end: booked.scheduledEnd.toISOString(),
      hold_expires_at: booked.holdExpiresAt?.toISOString() ?? null,
      student_time: localTimeOf(during, zone),
      st_time: localTimeOf(during, booked.stTimezone ?? DEFAULT_TIME_ZONE),
      url: new URL(`/sessions/${booked.id}`, env().NEXTAUTH_URL).href,
    },
  };
}

/** The interval in `zone`, as ISO times and as text. */
function localTimeOf(during: Interval, zone: string) {
  const { start, end } = during;
  const words = `${formatRange(during, zone)} ${formatRangeZone(during, zone)}`;
  return {
    timezone: zone,
    start: formatIso(start, zone),
    end: formatIso(end, zone),
    text: `${formatFullDay(start, zone)}, ${words}`,
  };
}
