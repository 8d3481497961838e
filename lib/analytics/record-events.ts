import type { PrismaClient } from '@/prisma/client/client';
import type { SentEvent } from './schema';
import { VISIT_MS } from './wizard-events';

/**
 * Records events of the viewer's browser, each id once. Skips events with an unknown course, or with an
 * ST of another course. Returns how many are new.
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
 * Records the event of a tracking image, unless the same visit has recorded it: Reload and Back request
 * the image again. Returns how many events are new.
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
