import type { Instant } from '@/lib/scheduling/intervals';
import { eventWords, type SessionEventView } from './event-words';
import styles from './session-timeline.module.css';
import { clockTime } from './session-words';

interface SessionTimelineProps {
  /** Oldest first. */
  events: readonly SessionEventView[];
  viewerId: string;
  zone: string;
  now: Instant;
}

export function SessionTimeline({ events, viewerId, zone, now }: SessionTimelineProps) {
  return (
    <section className={styles.section} aria-labelledby="what-happened">
      <h2 id="what-happened">What happened so far</h2>
      <ol className={styles.events}>
        {events.map((event) => (
          <li key={event.id} className={styles.event}>
            <p>{eventWords(event, { viewerId, zone, now })}</p>
            <time className={styles.when} dateTime={event.happenedAt.toISOString()}>
              {clockTime(event.happenedAt.getTime(), { zone, now })}
            </time>
          </li>
        ))}
      </ol>
    </section>
  );
}
