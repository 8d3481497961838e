import { isUuid } from '@/lib/db/ids';
import { logError } from '@/lib/log';
import type { Instant } from '@/lib/time/intervals';
import { iso } from '@/lib/time/iso';
import { isSupportedTime } from '@/lib/time/supported-range';
import type { PrismaClient } from '@/prisma/client/client';

export interface RefusedBooking {
  viewer: { id: string };
  stId: string;
  start: Instant;
  now: Date;
  code: string;
}

/**
 * Records that a person confirmed a time and was refused. Never throws. Ignores what no wizard offers: an
 * unknown ST, or a year outside the supported range.
 */
export async function recordRefusedBooking(
  db: PrismaClient,
  refused: RefusedBooking,
): Promise<void> {
  const { viewer, stId, now, code } = refused;
  const start = iso(refused.start);
  if (!isUuid(stId) || !isSupportedTime(start)) return;
  try {
    await db.$executeRaw`
      INSERT INTO analytics_events (name, occurred_at, viewer_id, course_id, st_id, data)
      SELECT event.name::analytics_event_name, ${now}, ${viewer.id}::uuid, st.course_id, st.id, event.data
      FROM student_teachers AS st, LATERAL (VALUES
        ('booking_attempted', jsonb_build_object('course_id', st.course_id, 'st_id', st.id,
          'datetime', ${start}::text)),
        ('booking_failed', jsonb_build_object('error_type', ${code}::text))
      ) AS event (name, data)
      WHERE st.id = ${stId}::uuid`;
  } catch (error) {
    logError('analytics', error, { code });
  }
}
