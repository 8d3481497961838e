import { isUuid } from '@/lib/ids';
import { logError } from '@/lib/log';
import type { PrismaClient } from '@/prisma/client/client';
import { VISIT_MS } from './rules';
import { isReckoned, type SentEvent } from './schema';

/**
 * Records what happened in the viewer's browser, each event once however often it is sent. Events
 * that name no course of ours, or an ST of another course, are left out. Answers how many are new.
 */
export async function recordWizardEvents(
  db: PrismaClient,
  { viewer, events, now }: { viewer: { id: string }; events: readonly SentEvent[]; now: Date },
): Promise<number> {
  return db.$executeRaw`
    INSERT INTO analytics_events (id, name, occurred_at, viewer_id, course_id, st_id, data)
    SELECT sent.id, sent.name, ${now}::timestamptz - make_interval(secs => sent.ms_ago / 1000.0),
           ${viewer.id}::uuid, courses.id, st.id, sent.data
    FROM jsonb_to_recordset(${JSON.stringify(events)}::jsonb)
           AS sent (id uuid, name analytics_event_name, ms_ago integer, course_id uuid, data jsonb)
      JOIN courses ON courses.id = sent.course_id
      LEFT JOIN student_teachers AS st
        ON st.id = (sent.data ->> 'st_id')::uuid AND st.course_id = courses.id
    WHERE st.id IS NOT NULL OR NOT sent.data ? 'st_id'
    ON CONFLICT (id) DO NOTHING`;
}

/**
 * Records what the image of a page tells, unless the viewer's visit has told it before: a page that is
 * reloaded or gone back to asks for its image again. Answers how many events are new.
 */
export async function recordSeenEvent(
  db: PrismaClient,
  { viewer, event, now }: { viewer: { id: string }; event: SentEvent; now: Date },
): Promise<number> {
  const told = await db.analyticsEvent.findFirst({
    where: {
      viewerId: viewer.id,
      occurredAt: { gt: new Date(now.getTime() - VISIT_MS) },
      courseId: event.course_id,
      name: event.name,
      data: { equals: event.data },
    },
    select: { id: true },
  });
  return told ? 0 : recordWizardEvents(db, { viewer, events: [event], now });
}

export interface RefusedBooking {
  viewer: { id: string };
  studentTeacherId: string;
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
  const { viewer, studentTeacherId, start, now, code } = refused;
  if (!isUuid(studentTeacherId) || !isReckoned(start.toISOString())) return;
  try {
    await db.$executeRaw`
      INSERT INTO analytics_events (name, occurred_at, viewer_id, course_id, st_id, data)
      SELECT event.name::analytics_event_name, ${now}, ${viewer.id}::uuid, st.course_id, st.id, event.data
      FROM student_teachers AS st, LATERAL (VALUES
        ('booking_attempted', jsonb_build_object('course_id', st.course_id, 'st_id', st.id,
          'datetime', ${start.toISOString()}::text)),
        ('booking_failed', jsonb_build_object('error_type', ${code}::text))
      ) AS event (name, data)
      WHERE st.id = ${studentTeacherId}::uuid`;
  } catch (error) {
    logError('analytics', error, { code });
  }
}
