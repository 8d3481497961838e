import Link from 'next/link';
import type { Instant } from '@/lib/time/intervals';
import { eventWords, type SessionEventView } from './event-words';
import styles from './session-timeline.module.css';
import { dayAndTime } from './session-words';

const headingId = 'what-happened';

interface SessionTimelineProps {
  /** Oldest first. */
  events: readonly SessionEventView[];
  /** Whether more happened before these, and after them. */
  hasEarlier: boolean;
  hasLater: boolean;
  /** The page that shows this timeline. */
  path: string;
  viewerId: string;
  zone: string;
  now: Instant;
}

export function SessionTimeline(props: SessionTimelineProps) {
  const { events, hasEarlier, hasLater, path, viewerId, zone, now } = props;
  const [first] = events;
  return (
    <section className={styles.section} aria-labelledby={headingId}>
      <h2 id={headingId}>History</h2>
      {first && hasEarlier ? (
        <p>
          <Link href={`${path}?before=${first.id}#${headingId}`}>Show earlier</Link>
        </p>
      ) : null}
      <ol className={styles.events}>
        {events.map((event) => (
          <li key={event.id} className={styles.event}>
            <p>{eventWords(event, { viewerId, zone, now })}</p>
            <time className={styles.when} dateTime={event.happenedAt.toISOString()}>
              {dayAndTime(event.happenedAt.getTime(), { zone, now })}
            </time>
          </li>
        ))}
      </ol>
      {hasLater ? (
        <p>
          <Link href={`${path}#${headingId}`}>Show latest</Link>
        </p>
      ) : null}
    </section>
  );
}
