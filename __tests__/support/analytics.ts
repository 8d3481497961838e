import { sql } from './plain-sql';

export interface RecordedEvent {
  name: string;
  viewer_id: string;
  course_id: string;
  st_id: string | null;
  occurred_at: Date;
  data: Record<string, unknown>;
}

/** Every analytics event there is, in the order in which they happened. */
export function recordedEvents(): Promise<RecordedEvent[]> {
  return sql<RecordedEvent>(
    `SELECT name, viewer_id, course_id, st_id, occurred_at, data FROM analytics_events
     ORDER BY occurred_at, name`,
  );
}
