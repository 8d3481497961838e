import { isUuid } from '@/lib/db/ids';
import { logError } from '@/lib/log';
import { isSupportedTime } from '@/lib/time/supported-range';
import type { PrismaClient } from '@/prisma/client/client';

export interface RefusedBooking {
  viewer: { id: string };
  stId: string;
  start: Date;
  now: Date;
  /** The code of the refusal. */
  code: string;
}

/**
 * Records that somebody confirmed a time and was refused. It stands alone: a refusal writes nothing
 * else. Never throws. What no wizard offers leaves no trace: an ST who is not ours, a year out of reckoning.
 */
export async function recordRefusedBooking(
  db: PrismaClient,
  refused: RefusedBooking,
): Promise<void> {
  const { viewer, stId, start, now, code } = refused;
  if (!isUuid(stId) || !isSupportedTime(start.toISOString())) return;
  try {
    await db.$executeRaw`
      INSERT INTO analytics_events (name, occurred_at, viewer_id, course_id, st_id, data)
      SELECT event.name::analytics_event_name, ${now}, ${viewer.id}::uuid, st.course_id, st.id, event.data
      FROM student_teachers AS st, LATERAL (VALUES
        ('booking_attempted', jsonb_build_object('course_id', st.course_id, 'st_id', st.id,
          'datetime', ${start.toISOString()}::text)),
        ('booking_failed', jsonb_build_object('error_type', ${code}::text))
      ) AS event (name, data)
      WHERE st.id = ${stId}::uuid`;
  } catch (error) {
    logError('analytics', error, { code });
  }
}
